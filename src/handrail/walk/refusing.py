"""Refusals, listed and checked: do the words name the table and how many rows? (pure)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.model import OutcomeKind, Refusal
from handrail.walk.crashes import without_values
from handrail.walk.passage import Leg, Passage, Visit


def refusals(visit: Visit) -> Iterator[Refusal]:
    """Every refusal of a visit once, whatever its values, in the order in which they were met."""
    told = set()
    for passage, _place, leg in visit.legs():
        said = (leg.step.direction, without_values(leg.outcome.error or ""))
        if leg.outcome.kind is not OutcomeKind.REFUSED or said in told:
            continue
        told.add(said)
        yield _refusal(visit, passage, leg)


def _refusal(visit: Visit, passage: Passage, leg: Leg) -> Refusal:
    message = leg.outcome.error or ""
    return Refusal(
        revision=visit.revision.identifier,
        direction=leg.step.direction,
        database=visit.database,
        message=message,
        rows=passage.rows,
        unsaid=tuple(_unsaid(message, leg, passage)),
    )


def _unsaid(message: str, leg: Leg, passage: Passage) -> Iterator[str]:
    """What the words leave out; a step that refuses an empty database has no rows to name."""
    if not passage.rows:
        return
    if not any(table in message for table in leg.before.schema.tables):
        yield "the table"
    if not re.search(r"\d", message):
        yield "how many rows"
