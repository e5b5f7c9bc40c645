"""The chains that a project has given names in its pyproject.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from handrail.chains.target import Settings
from handrail.config import said_in
from handrail.databases import kind
from handrail.errors import TargetError

_KEYS = {"target", "runner", "databases", "env", "no_env", "baseline", "section", "expected"}


@dataclass(frozen=True, slots=True)
class NamedChain:
    """What ``[tool.handrail.chains.NAME]`` says; ``databases``, as ``--database`` is told, is empty
    where it names none.

    ``variables`` are its table ``env``, ``section`` is that of its ini file.
    """

    target: str
    runner: str | None = None
    databases: tuple[str, ...] = ()
    variables: tuple[tuple[str, str], ...] = ()
    baseline: str | None = None
    section: str | None = None
    no_env: bool = False
    """Whether its own env.py is left out."""
    expected: tuple[Mapping[str, Any], ...] = ()
    """The steps that are expected to fail, as they are written; for the pytest plug-in."""

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of its databases, wherever these are."""
        return tuple(map(kind, self.databases))

    @property
    def settings(self) -> Settings:
        """With what its target is to be loaded."""
        section = self.section or Settings().section
        return Settings(self.variables, own_env=not self.no_env, section=section)


def named_chain(given: str, file: Path) -> NamedChain:
    """The chain of that name in a pyproject.toml, or ``given`` itself as a path.

    A name goes before a folder that bears it too, as a project's ``app`` may; a file of that name
    goes before. Raises TargetError where the pyproject.toml is no TOML, and where what it says of
    the chain is not understood.
    """
    if Path(given).is_file() or not file.is_file():
        return NamedChain(given)
    said = said_in(file, "chains").get(given)
    return NamedChain(given) if said is None else _understood(said, f"{file} [{given}]")


def names_in(file: Path) -> tuple[str, ...]:
    """The names of the chains that a pyproject.toml names; none where it cannot be read."""
    try:
        return tuple(said_in(file, "chains"))
    except TargetError:
        return ()


def _understood(said: Any, where: str) -> NamedChain:
    known = isinstance(said, Mapping) and "target" in said and not set(said) - _KEYS
    databases, env = (said.get("databases", []), said.get("env", {})) if known else (None, None)
    expected = said.get("expected", []) if known else ()
    tables = isinstance(expected, list) and all(isinstance(each, Mapping) for each in expected)
    if not isinstance(databases, list) or not isinstance(env, Mapping) or not tables:
        what = (
            "a chain has a target, and may have runner, databases, env, no_env, baseline, section,"
            " and expected: a list of tables"
        )
        raise TargetError(what, where=where)
    return NamedChain(
        str(said["target"]),
        databases=tuple(map(str, databases)),
        variables=tuple((name, str(value)) for name, value in env.items()),
        expected=tuple(expected),
        no_env=said.get("no_env") is True,
        **{name: str(said[name]) for name in ("runner", "baseline", "section") if name in said},
    )
