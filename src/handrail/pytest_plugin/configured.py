"""Which chains a run is about, as the project's pyproject.toml and the command line name them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from handrail.chains import Target, resolve
from handrail.chains.naming import NamedChain, named_chain, names_in
from handrail.config import WalkOptions
from handrail.databases import USUAL, kind
from handrail.errors import TargetError
from handrail.model import Direction

_KEYS = {"revision", "direction", "issue"}


@dataclass(frozen=True, slots=True)
class ExpectedStep:
    """One entry of a chain's ``expected``: a step that fails while an issue is open.

    On each database, where it names none.
    """

    revision: str
    direction: Direction
    issue: int
    databases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ConfiguredChain:
    """A chain to be walked, and the file that its items belong to.

    ``name`` is empty where the chain was given by its path. ``databases`` are kinds, ``asked`` is
    what each is asked for as.
    """

    name: str
    file: Path
    target: Target
    databases: tuple[str, ...]
    asked: Mapping[str, str]
    options: WalkOptions
    expected: tuple[ExpectedStep, ...]

    def issues_of(self, revision: str, direction: Direction, database: str) -> Iterator[int]:
        """The issues for which a step is expected to fail."""
        for each in self.expected:
            if (each.revision, each.direction) == (revision, direction) and database in (
                each.databases or self.databases
            ):
                yield each.issue


def configured_chains(root: Path, given: Sequence[str]) -> tuple[ConfiguredChain, ...]:
    """The chains given by name or path, else all that ``root`` names, else the one that it has.

    To be called in ``root``. Raises TargetError where there is none, and where what is said of one
    is not understood.
    """
    project = Path("pyproject.toml")
    named = names_in(project)
    return tuple(_configured(root, each, named) for each in given or named or [_found()])


def _found() -> str:
    for name in ("alembic.ini", "pyproject.toml"):
        try:
            return resolve(name).given
        except TargetError:
            continue
    raise TargetError(
        "no chain is configured, and there is neither an alembic.ini nor a [tool.alembic]",
        where="--handrail",
        then="name one in [tool.handrail.chains.NAME], or give --handrail-chain PATH",
    )


def _configured(root: Path, given: str, named: Sequence[str]) -> ConfiguredChain:
    project = root / "pyproject.toml"
    said = named_chain(given, Path("pyproject.toml"))
    target = resolve(said.target, said.settings)
    is_named = given in named
    asked = {kind(each): each for each in said.databases or USUAL}
    return ConfiguredChain(
        name=given if is_named else "",
        file=project if is_named else _file(target),
        target=target,
        databases=tuple(asked),
        asked=asked,
        options=WalkOptions(
            runner=said.runner, baseline=said.baseline, leave_out=not said.databases
        ),
        expected=tuple(_expected(said, given)),
    )


def _file(target: Target) -> Path:
    """A file that stands for the chain, so that its items can be named as those of a file are."""
    scripts = target.scripts / "env.py" if target.scripts else None
    file = target.ini or target.toml or scripts or target.sql
    assert file
    return file


def _expected(said: NamedChain, name: str) -> Iterator[ExpectedStep]:
    for entry in said.expected:
        yield _expected_step(entry, f"pyproject.toml [tool.handrail.chains.{name}] expected")


def _expected_step(entry: Mapping[str, Any], where: str) -> ExpectedStep:
    directions = [each.value for each in Direction]
    databases = entry.get("databases", [])
    if (
        set(entry) - {"databases"} != _KEYS
        or entry["direction"] not in directions
        or not isinstance(entry["issue"], int)
        or not isinstance(databases, list)
    ):
        what = "an entry has a revision, a direction (upgrade or downgrade) and an issue's number"
        raise TargetError(f"{what}, and may have databases: {dict(entry)}", where=where)
    return ExpectedStep(
        str(entry["revision"]), Direction(entry["direction"]), entry["issue"], tuple(databases)
    )
