"""On PostgreSQL the step keeps others from writing or reading a table that was there before.

Example: ``CREATE INDEX`` without CONCURRENTLY: nobody can write while it reads the whole table. A
column is added and filled by an UPDATE in the same transaction: nobody can even read meanwhile.

How much it weighs: a warning where the table is rewritten, or read from end to end while the lock
is held, since that takes as long as the table is large; else a note.

Why it hurts: everyone who comes to the table waits until the transaction ends, and behind a step
that itself waits for somebody's long query everyone else waits too.

Remedy: add a constraint NOT VALID and validate it in a later revision; make indexes CONCURRENTLY,
in an ``autocommit_block``; fill columns in a revision of their own; set ``lock_timeout``.

A lock is seen while its transaction holds it. Tables that the step itself makes, drops or builds
anew are left out, as is what a statement locks that commits by itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.model import Direction, Evidence, Finding, Lock, Severity
from handrail.model.rule import Rule
from handrail.walk.finding import found, place_in
from handrail.walk.passage import Leg, Visit

RULE = Rule(
    name="locks-table",
    severity=Severity.NOTE,
    remedy="validate constraints later, make indexes CONCURRENTLY, fill columns by themselves",
    explanation=__doc__,
)


def judge(visit: Visit) -> Iterator[Finding]:
    """One finding for each direction and table: the strongest lock."""
    for direction in Direction:
        leg = visit.controlled(direction)
        if leg and leg.done:
            for lock in leg.outcome.locks:
                for name in _names(leg, lock):
                    yield _finding(visit, leg, lock, name)


def _names(leg: Leg, lock: Lock) -> tuple[str, ...]:
    """What the table was called, where it was there before the step and still is."""
    stays = {_object(storage) for storage in leg.after.storage.values()}
    return tuple(
        name
        for name, storage in leg.before.storage.items()
        if _object(storage) == lock.table and lock.table in stays
    )


def _finding(visit: Visit, leg: Leg, lock: Lock, name: str) -> Finding:
    rewritten = leg.before.storage[name] not in leg.after.storage.values()
    while_ = " while it is rewritten" if rewritten else " while it is read from end to end"
    weighs = rewritten or lock.scan is not None
    stopped = "reads and writes" if lock.mode == "ACCESS EXCLUSIVE" else "writes"
    return found(
        RULE,
        visit,
        leg.step.direction,
        f"the {leg.step.direction} stops {stopped} of {name}{while_ * weighs} ({lock.mode})",
        severity=Severity.WARNING if weighs else None,
        location=place_in(visit, leg),
        evidence=Evidence(statement=lock.statement if rewritten else lock.scan or lock.statement),
        cause=name,
    )


def _object(storage: str) -> str:
    """The object behind a table; a file that was merely rewritten is still the same object."""
    return storage.split(":", maxsplit=1)[0]
