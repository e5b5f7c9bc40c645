"""What is walked: features/corpus/targets.toml, read."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

CORPUS = Path("features/corpus")


@dataclass(frozen=True)
class Environment:
    """A package and what its migrations import, each by version; nothing else is installed."""

    name: str
    package: str
    needs: tuple[str, ...] = ()
    python: str | None = None
    """Where the package asks for another Python than Handrail."""


@dataclass(frozen=True)
class Target:
    """One chain of a package.

    ``ini`` is what its alembic.ini says beside ``script_location``, ``options`` are those of
    ``handrail walk``.
    """

    name: str
    environment: Environment
    script_location: str
    ini: str = ""
    options: tuple[str, ...] = ()
    databases: tuple[str, ...] = ("sqlite", "postgresql")
    features: bool = False
    """Whether its findings are written as features, and these are run."""

    @property
    def alembic_ini(self) -> str:
        """The text of its alembic.ini."""
        return f"[alembic]\nscript_location = {self.script_location}\n{self.ini}"


@dataclass(frozen=True)
class Bug:
    """Something that was seen by hand, and what a finding of it says."""

    target: str
    rule: str
    revision: str
    direction: str
    databases: tuple[str, ...]
    says: str = ""


@dataclass(frozen=True)
class Verdict:
    """What somebody made of an error that was reported: is it one, and why."""

    target: str
    rule: str
    revision: str
    direction: str
    true: bool
    reason: str
    databases: tuple[str, ...] = ("sqlite", "postgresql")
    says: str = ""


@dataclass(frozen=True)
class Corpus:
    """All of it."""

    targets: tuple[Target, ...]
    bugs: tuple[Bug, ...] = field(default=())
    verdicts: tuple[Verdict, ...] = field(default=())


def load() -> Corpus:
    """The corpus as it stands in its three files; raises TypeError for a key nobody knows."""
    said = _read("targets.toml")
    environments = {
        name: Environment(name, **_tuples(each)) for name, each in said["environments"].items()
    }
    targets = [
        Target(name, **{**_tuples(each), "environment": environments[each["environment"]]})
        for name, each in said["targets"].items()
    ]
    bugs = [Bug(**_tuples(each)) for each in _read("known_bugs.toml")["bug"]]
    verdicts = [Verdict(**_tuples(each)) for each in _read("verdicts.toml")["verdict"]]
    return Corpus(tuple(targets), tuple(bugs), tuple(verdicts))


def _read(name: str) -> dict:
    return tomllib.loads((CORPUS / name).read_text(encoding="utf-8"))


def _tuples(said: dict) -> dict:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in said.items()}
