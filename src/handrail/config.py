"""What a user may ask of a walk, and where a project says what holds for all of its runs."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any

from handrail.errors import TargetError


class Data(StrEnum):
    """Which rows are put in front of each step."""

    NONE = "none"
    PLAIN = "plain"
    ADVERSARIAL = "adversarial"


@dataclass(frozen=True, slots=True)
class Shard:
    """One of the parts that a walk is divided into, counted from 1."""

    number: int = 1
    of: int = 1


@dataclass(frozen=True, slots=True)
class Cost:
    """What it costs to visit a revision, and to climb past it; in whatever unit."""

    visit: int
    climb: int


@dataclass(frozen=True, slots=True)
class WalkOptions:
    """The options of ``handrail walk`` that change what is walked.

    ``rows`` is how many rows the larger load holds when statements are counted at two sizes.
    ``only`` and ``since`` are revision identifiers; ``seconds`` and ``memory``, in MiB,
    limit each step.
    """

    data: Data = Data.ADVERSARIAL
    rows: int = 16
    only: str | None = None
    since: str | None = None
    seconds: float = 10.0
    memory: int = 1024
    arguments: tuple[str, ...] = ()
    runner: str | None = None
    """The user's own runner: ``module:callable``, or a command with {url} and {folder}."""
    seed: int = 0
    """Another one tries other legal values of those that a column may have first."""
    faults: bool = False
    """Whether each statement of each step is made to fail once."""
    baseline: str | None = None
    """What stands before the first revision: a file of SQL, or ``module:callable``."""
    trails: bool = False
    """Whether findings are told with the trails that scenarios go."""
    leave_out: bool = False
    """Whether a database is passed over that the first revision was not written for."""
    timings: bool = False
    """Whether the report tells where the time went."""
    shard: Shard | None = None
    """The part of the walk that is wanted; all of it without."""
    costs: Mapping[str, Cost] = field(default_factory=lambda: MappingProxyType({}))
    """What revisions were seen to cost, for the shards to be even; estimated where nothing is."""


def said_in(file: Path, *names: str) -> Mapping[str, Any]:
    """The table ``[tool.handrail]`` of a pyproject.toml, or one below it of these names.

    It is empty where the file, or the table, is not there. Raises TargetError where the file is no
    TOML, or where what is called so is no table.
    """
    try:
        said = tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TargetError(f"the file is not TOML: {error}", where=str(file)) from error
    path = ("tool", "handrail", *names)
    for depth, name in enumerate(path, 1):
        said = said.get(name, {})
        if not isinstance(said, Mapping):
            raise TargetError(f"{'.'.join(path[:depth])} is no table", where=str(file))
    return said
