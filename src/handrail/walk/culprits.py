"""The one statement of a step that can have taken something (pure)."""

from __future__ import annotations

from collections.abc import Callable
from itertools import zip_longest

from handrail.model import Location
from handrail.walk.passage import Leg
from handrail.walk.statements import Doing, doings

Culprit = tuple[str, Location | None]
"""A statement, and the line that sent it."""


def taker_of_rows(leg: Leg, table: str, dialect: str) -> Culprit | None:
    """What moves rows of the table, or else alters it; None where that is not one statement."""
    movers = _those(leg, dialect, lambda doing: table in doing.moves)
    return _only(movers or _those(leg, dialect, lambda doing: table in doing.alters))


def dropper_of(leg: Leg, table: str, dialect: str) -> Culprit | None:
    """What drops the table; None where that is not one statement."""
    return _only(_those(leg, dialect, lambda doing: table in doing.drops))


def _those(leg: Leg, dialect: str, does: Callable[[Doing], bool]) -> list[Culprit]:
    sent = zip_longest(leg.outcome.statements, leg.outcome.places)
    return [each for each in sent if does(doings([each[0]], dialect, leg.tables))]


def _only(found: list[Culprit]) -> Culprit | None:
    return found[0] if len(found) == 1 else None
