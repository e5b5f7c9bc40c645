"""A statement of the step failed, and the step can no longer be finished by running it again.

Seen with ``--faults``: each statement of a step that may write is made to fail once, as a time
limit, a full disk or a lost connection would have it; then the step is run again.

Example: on SQLite a migration makes a table and fills it. Python's sqlite3 opens no transaction
before a CREATE TABLE, so that the table stays when the second statement fails, and the next
attempt ends with "table ... already exists".

Why it hurts: a deployment that was cut short by something harmless cannot be repeated. Somebody
has to find out by hand what is there already, and the way back does not fit it either.

Remedy: make the step one transaction. On SQLite let SQLAlchemy begin it (isolation_level None when
a connection is made, BEGIN when a transaction begins) and give context.configure
transactional_ddl=True. Where a statement cannot be in one, give it a revision of its own, or guard
each so that it can be run again: IF NOT EXISTS, or a look at the catalog.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from handrail.model import Direction, Evidence, Finding, Severity, Trail
from handrail.model.rule import Rule
from handrail.snapshots import difference
from handrail.walk.finding import found, place_in
from handrail.walk.passage import Fault, Visit

RULE = Rule(
    name="not-resumable",
    severity=Severity.ERROR,
    remedy="make the step one transaction, or guard each statement so that it can be run again",
    explanation=__doc__,
)


def judge(visit: Visit) -> Iterator[Finding]:
    """One finding for each direction: the first statement after which it cannot be resumed."""
    for direction in Direction:
        stuck = [
            fault
            for fault in visit.faults
            if fault.failed.step.direction is direction and not fault.resumed
        ]
        if stuck:
            finding = _finding(visit, direction, stuck)
            trail = Trail((), (stuck[0].failed.step,), stuck[0].rows, fails_at=stuck[0].number)
            yield replace(finding, reproduce="--faults", trail=trail)


def _finding(visit: Visit, direction: Direction, stuck: Sequence[Fault]) -> Finding:
    first = stuck[0]
    left = difference(first.failed.before, first.failed.after).lines()
    error = first.again.outcome.error if first.again else None
    elsewhere = () if error else first.elsewhere
    ends = [f"run again, it ends otherwise: {each}" for each in elsewhere]
    return found(
        RULE,
        visit,
        direction,
        f"the {direction} cannot be resumed after statement {first.place} of {first.count} has"
        f" failed ({len(stuck)} of {first.count} in all): {error or ends[0]}",
        location=place_in(visit, first.failed),
        evidence=Evidence(
            statement=first.statement,
            error=error,
            rows=first.rows,
            left_behind=(*left, *ends),
        ),
    )
