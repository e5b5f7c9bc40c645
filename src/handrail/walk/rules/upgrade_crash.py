"""The upgrade raised in the middle.

Example: a new CHECK forbids a value that rows hold today, and the copy of the table into its
successor dies on the first such row.

Why it hurts: a deployment stops half-way, and where the database cannot roll DDL back, what the
step had done by then stays.

Remedy: look for the rows that the far side forbids before anything is touched, then refuse in
words (``op.require``) or map their values (``op.remap``).
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.model import Direction, Evidence, Finding, Severity
from handrail.model.rule import Rule
from handrail.walk.crashes import crashes
from handrail.walk.finding import found
from handrail.walk.passage import Visit

RULE = Rule(
    name="upgrade-crash",
    severity=Severity.ERROR,
    remedy="before anything is touched, refuse with op.require or map the values with op.remap",
    explanation=__doc__,
)


def judge(visit: Visit) -> Iterator[Finding]:
    """A finding for each cause of a crash on the first way up, and for a runner's own failure."""
    yield from crashes(visit, RULE, Direction.UPGRADE, again=False)
    yield from _runner_fails(visit)


def _runner_fails(visit: Visit) -> Iterator[Finding]:
    """The user's runner cannot do what the file does when it is run honestly."""
    for drive in visit.drives:
        if drive.honest.done and not drive.done:
            outcome = drive.outcome
            yield found(
                RULE,
                visit,
                Direction.UPGRADE,
                f"the runner fails where the file by itself passes: {outcome.error}",
                evidence=Evidence(statement=outcome.failed_statement, error=outcome.error),
                cause="runner",
            )
