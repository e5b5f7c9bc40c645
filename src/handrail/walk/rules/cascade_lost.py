"""Children are gone since the step dropped their parent.

Example: a table is rebuilt by copy, drop and rename while foreign keys are on; the drop deletes
every row that refers to it with ON DELETE CASCADE.

Why it hurts: the table that was worked on is whole, so nobody looks at the others.

Remedy: alter the parent in place instead of rebuilding it.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.model import Finding, Severity
from handrail.model.rule import Rule
from handrail.walk.losing import loss_findings
from handrail.walk.passage import Visit

RULE = Rule(
    name="cascade-lost",
    severity=Severity.ERROR,
    remedy="alter the parent in place instead of dropping it (op.replace_check_constraint)",
    explanation=__doc__,
)


def judge(visit: Visit) -> Iterator[Finding]:
    """A finding for each parent with which the rows of other tables went."""
    yield from loss_findings(visit, RULE, lambda loss: loss.parent is not None)
