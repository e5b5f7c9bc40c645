"""Where the time of a run went."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Phase(StrEnum):
    """What time is spent on, in the order in which a run comes to it."""

    START = "start"
    LOAD = "load"
    CLONE = "clone"
    ROWS = "rows"
    STEP = "step"
    SNAPSHOT = "snapshot"
    JUDGE = "judge"
    REPORT = "report"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Spent:
    """The seconds that one thing took from its beginning to its end, and those of each phase.

    ``of`` is a kind of database, or ``run`` for what is done once for all of them.
    """

    of: str
    seconds: float
    phases: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Stay:
    """How long a revision was visited on a database, and how long it took to get above it."""

    revision: str
    database: str
    visit: float
    climb: float


@dataclass(frozen=True, slots=True)
class Timings:
    """Where the time of a run went: what was done once, then what on each database."""

    spent: tuple[Spent, ...] = ()
    stays: tuple[Stay, ...] = ()
