"""Rows or values are gone after the step, or after the step and its way back.

Example: a rebuild whose copy leaves a column out; a column dropped on the way up that comes
back empty on the way down.

How much it weighs: losing what the revision itself brought is inherent (a note, once); dropping
in so many words what held data is a warning where the way back does not restore it; rows or
values gone without the step saying so are an error.

Why it hurts: nobody notices until somebody looks for the row.

Remedy: carry every row and column over, keep what the way back will need, and refuse where
neither can be done.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.model import Finding, Severity
from handrail.model.rule import Rule
from handrail.walk.losing import loss_findings
from handrail.walk.passage import Visit

RULE = Rule(
    name="data-lost",
    severity=Severity.ERROR,
    remedy="carry every row and column over, or refuse with op.require before anything is touched",
    explanation=__doc__,
)


def judge(visit: Visit) -> Iterator[Finding]:
    """A finding for each table that lost rows or values otherwise than by cascade."""
    yield from loss_findings(visit, RULE, lambda loss: loss.gone and loss.parent is None)
