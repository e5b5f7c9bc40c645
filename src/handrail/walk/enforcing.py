"""Steps seen once more with SQLite's foreign keys enforced, where the chain leaves that open.

SQLite enforces them for those who ask for it, and who drops a table there deletes its rows first:
their children go with them, or stand in the way. So the one passage is run once more that shows
most of it, and what the same rows show without enforcement is no news.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from handrail.model import Direction, ForeignKey, Severity, Snapshot
from handrail.model.finding import Finding
from handrail.walk.passage import Enforced, Leg, Passage, Visit
from handrail.walk.statements import doings

_WHERE = "where foreign keys are enforced, of which the chain says nothing"


def telling(passages: Iterable[Passage], direction: Direction, dialect: str) -> Passage | None:
    """The passage that begins so and takes parents away from the most tables.

    Of several the one after whose first step most rows are gone, then the one with the fewest. None
    where none comes to its end, or none takes any.
    """
    found = [
        (-len(bereft), -_gone(passage.legs[0]), len(passage.rows), number, passage)
        for number, passage in enumerate(passages)
        if passage.load and passage.ended and passage.legs[0].step.direction is direction
        if (bereft := {name for leg in passage.legs for name in _bereft(leg, dialect)})
    ]
    return min(found)[-1] if found else None


def without(visit: Visit, pair: Enforced) -> Visit:
    """What the same rows show where foreign keys are not enforced, and nothing else."""
    return replace(
        visit, passages=(*visit.controls, pair.off), growths=(), drives=(), faults=(), enforced=()
    )


def within(visit: Visit, pair: Enforced) -> Visit:
    """The same where they are."""
    return replace(without(visit, pair), passages=(*visit.controls, pair.on))


def enforced(finding: Finding) -> Finding:
    """The finding as one of a setting that nobody has asked for: at most a warning."""
    return replace(
        finding,
        severity=Severity.WARNING,
        message=f"{finding.message} ({_WHERE})",
        cause=f"foreign keys: {finding.cause}",
        enforced=True,
        trail=None,
    )


def _bereft(leg: Leg, dialect: str) -> Iterator[str]:
    """The tables with rows whose parents a step drops, or deletes from, while they are there."""
    gone: set[str] = set()
    for statement in leg.outcome.statements:
        doing = doings([statement], dialect, leg.tables)
        gone -= doing.names
        for name, table in leg.before.schema.tables.items():
            taken = doing.deletes | (doing.drops - {name})
            keys = [key for key in table.foreign_keys if key.referred_table in taken]
            if name not in gone and any(_refers(leg.before, name, key) for key in keys):
                yield name
        gone |= doing.drops


def _gone(leg: Leg) -> int:
    """How many rows less there are in tables that are still there."""
    tables = leg.before.rows.keys() & leg.after.rows.keys()
    return sum(len(leg.before.rows[n].values) - len(leg.after.rows[n].values) for n in tables)


def _refers(snapshot: Snapshot, name: str, key: ForeignKey) -> bool:
    rows = snapshot.rows[name].as_dicts() if name in snapshot.rows else ()
    return any(all(row[column] is not None for column in key.columns) for row in rows)
