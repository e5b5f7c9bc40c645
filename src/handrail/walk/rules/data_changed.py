"""Values are others after the step, or after the step and its way back.

Example: an UPDATE that folds two states into one; a cast that cuts a fraction off; a default
put over NULLs while a table is rebuilt.

How much it weighs: an UPDATE of the step's own is a note where the way back restores the values
and a warning where it does not; values changed without the step saying so are an error.

Why it hurts: the row is there and looks right.

Remedy: write the mapping down as a statement of its own (``op.remap``) and keep what the way
back needs.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.model import Finding, Severity
from handrail.model.rule import Rule
from handrail.walk.losing import loss_findings
from handrail.walk.passage import Visit

RULE = Rule(
    name="data-changed",
    severity=Severity.ERROR,
    remedy="say the change in a statement of its own (op.remap) and keep what the way back needs",
    explanation=__doc__,
)


def judge(visit: Visit) -> Iterator[Finding]:
    """A finding for each column whose values were rewritten."""
    yield from loss_findings(visit, RULE, lambda loss: not loss.gone)
