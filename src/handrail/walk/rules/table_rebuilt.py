"""A table that was there before the step is another object after it.

Example: a CHECK constraint is changed by making a second table, copying every row, dropping the
first and renaming the second.

Why it hurts: every row is written again under a lock, children lose their rows by cascade or
have to be rebuilt too, and a failure in the middle leaves the pieces.

Remedy: ALTER TABLE; for a CHECK or NOT NULL ``op.replace_check_constraint`` and
``op.set_not_null``, which work in place on SQLite too.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.model import Direction, Evidence, Finding, Severity
from handrail.model.rule import Rule
from handrail.walk.finding import found, place_in
from handrail.walk.passage import Leg, Visit
from handrail.walk.statements import doings

RULE = Rule(
    name="table-rebuilt",
    severity=Severity.WARNING,
    remedy="alter in place: ALTER TABLE, op.replace_check_constraint, op.set_not_null",
    explanation=__doc__,
)


def judge(visit: Visit) -> Iterator[Finding]:
    """One finding for each direction that rebuilt tables, naming them all."""
    for direction in Direction:
        leg = visit.controlled(direction)
        if leg and leg.done and (tables := rebuilt(leg, visit.database)):
            yield found(
                RULE,
                visit,
                direction,
                f"the {direction} rebuilds {', '.join(tables)}",
                location=place_in(visit, leg),
                evidence=Evidence(),
                steps=(leg.step,),
            )


def rebuilt(leg: Leg, database: str) -> tuple[str, ...]:
    """The tables on both sides of a step that it dropped or whose storage is another."""
    both = sorted(set(leg.before.schema.tables) & set(leg.after.schema.tables))
    dropped = doings(leg.outcome.statements, database, leg.tables).drops
    return tuple(name for name in both if name in dropped or _moved(leg, name))


def _moved(leg: Leg, name: str) -> bool:
    return _object(leg.before.storage.get(name)) != _object(leg.after.storage.get(name))


def _object(storage: str | None) -> str | None:
    """The object behind a table; a file that was merely rewritten is still the same object."""
    return storage.split(":")[0] if storage else None
