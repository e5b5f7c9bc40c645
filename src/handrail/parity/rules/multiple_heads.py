"""A chain of revisions has more than one head.

What it means. Two revisions stand on the same one, mostly since two branches were merged, and no
revision stands on both.

Why it hurts. ``alembic upgrade head`` refuses to choose, at the start of the application. With
``heads`` each database takes the two in an order of its own.

What to do. ``alembic merge heads``, and hold the merge to one head in CI.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handrail.model import Direction, Finding, Location, Revision, Rule, Severity

RULE = Rule(
    name="multiple-heads",
    severity=Severity.ERROR,
    remedy="merge them: alembic merge heads",
    explanation=__doc__,
)


def judge(heads: Sequence[Revision]) -> Iterator[Finding]:
    """One finding, at the last of several heads."""
    if len(heads) > 1:
        names = ", ".join(head.identifier for head in heads)
        yield RULE.finding(
            revision=heads[-1].identifier,
            direction=Direction.UPGRADE,
            message=f"the chain has {len(heads)} heads: {names}",
            location=Location(heads[-1].file, heads[-1].line),
        )
