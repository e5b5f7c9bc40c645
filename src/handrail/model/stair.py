"""What a walk saw at each revision, summed up: no rule broken, only what was done and what came."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from handrail.model.finding import Change
from handrail.model.outcome import Location, OutcomeKind

Thing = TypeVar("Thing")


class Way(StrEnum):
    """The three steps that a revision is walked in."""

    UPGRADE = "upgrade"
    DOWNGRADE = "downgrade"
    AGAIN = "upgrade again"


@dataclass(frozen=True, slots=True)
class Some(Generic[Thing]):
    """The first of many things, and how many more there were."""

    shown: tuple[Thing, ...] = ()
    left_out: int = 0

    @classmethod
    def of(cls, things: Iterable[Thing], limit: int) -> Some[Thing]:
        """At most ``limit`` of them."""
        everything = tuple(things)
        return cls(everything[:limit], max(0, len(everything) - limit))


@dataclass(frozen=True, slots=True)
class Alteration:
    """One thing of a schema before and after a step; None where it was not there."""

    thing: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Aim:
    """A hazard by its title, and whether rows that run into it could be put in."""

    title: str
    exercised: bool


@dataclass(frozen=True, slots=True)
class Trial:
    """Rows that a step was run over, by their title, and how it ended; no title where none were."""

    title: str
    rows: int
    kind: OutcomeKind


@dataclass(frozen=True, slots=True)
class Example:
    """What one run did to rows: those of the tables that it touched, before and after."""

    trial: Trial
    rows: Some[Change]


@dataclass(frozen=True, slots=True)
class Tread:
    """One step on one database: the worst that it came to, and what it does where nothing is lost.

    ``seconds`` is what the longest of its runs took. ``statements`` and ``alterations`` are those
    of its run on an empty database.
    """

    database: str
    way: Way
    kind: OutcomeKind
    seconds: float
    statements: Some[str] = Some()
    alterations: Some[Alteration] = Some()
    aims: Some[Aim] = Some()
    trials: Some[Trial] = Some()
    example: Example | None = None


@dataclass(frozen=True, slots=True)
class Stair:
    """One revision with the steps that were walked there, on each of the databases."""

    revision: str
    parents: tuple[str, ...]
    message: str
    location: Location
    treads: tuple[Tread, ...] = ()
