"""The step did not come to an end within its limits (time, statements, memory) and was stopped.

Example: a back-fill that goes round until no row is NULL any more, over a hierarchy in which
two rows are each other's parent: one of them never gets a value.

Why it hurts: a deployment hangs with its locks held, and whoever stops it by hand finds half
the work done.

Remedy: write a back-fill as one statement (a recursive query for a hierarchy), or bound its
rounds and name the rows that are left.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.model import Evidence, Finding, OutcomeKind, Severity
from handrail.model.rule import Rule
from handrail.walk.crashes import left_behind
from handrail.walk.finding import found, place_in, steps_to
from handrail.walk.passage import Visit

RULE = Rule(
    name="endless-step",
    severity=Severity.ERROR,
    remedy="write the work as one statement, or bound its rounds and name the rows that are left",
    explanation=__doc__,
)


def judge(visit: Visit) -> Iterator[Finding]:
    """One finding for each direction: the first load that did it, the others by title."""
    stopped = [(p, leg) for p, _, leg in visit.legs() if leg.outcome.kind is OutcomeKind.STOPPED]
    for direction in sorted({leg.step.direction for _, leg in stopped}):
        mine = [(p, leg) for p, leg in stopped if leg.step.direction is direction]
        passage, leg = mine[0]
        titles = dict.fromkeys(p.load.title for p, _ in mine if p.load)
        yield found(
            RULE,
            visit,
            direction,
            f"the {direction} was stopped after {leg.outcome.error}",
            location=place_in(visit, leg),
            evidence=Evidence(
                hazard="; ".join(titles) or None,
                statement=leg.outcome.statements[-1] if leg.outcome.statements else None,
                error=leg.outcome.error,
                rows=passage.rows,
                left_behind=left_behind(leg),
            ),
            steps=steps_to(passage, leg),
        )
