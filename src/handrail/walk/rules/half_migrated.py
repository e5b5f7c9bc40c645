"""The step said no, but too late: it had already changed something.

Example: a migration drops the child tables, then counts the rows that stand in its way and
raises.

Why it hurts: the words look like a refusal, so whoever reads them believes the database to be
as before. It is not, and neither this step nor its opposite fits what is there now.

Remedy: put every check before the first change, or make the step one transaction.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.model import Evidence, Finding, Severity
from handrail.model.rule import Rule
from handrail.walk.crashes import left_behind
from handrail.walk.finding import found, place_in, steps_to
from handrail.walk.passage import Visit
from handrail.walk.verdict import said_no_too_late

RULE = Rule(
    name="half-migrated",
    severity=Severity.ERROR,
    remedy="put every check before the first change (op.require), or make the step one transaction",
    explanation=__doc__,
)


def judge(visit: Visit) -> Iterator[Finding]:
    """A finding for each direction in which the step said no after it had changed something."""
    told = set()
    for passage, _place, leg in visit.legs():
        direction = leg.step.direction
        if not said_no_too_late(leg.outcome) or direction in told:
            continue
        told.add(direction)
        yield found(
            RULE,
            visit,
            direction,
            f"the {direction} refuses only after it has changed something: {leg.outcome.error}",
            location=place_in(visit, leg),
            evidence=Evidence(
                error=leg.outcome.error, rows=passage.rows, left_behind=left_behind(leg)
            ),
            steps=steps_to(passage, leg),
        )
