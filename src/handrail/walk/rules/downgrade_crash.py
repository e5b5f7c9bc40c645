"""The downgrade raised in the middle.

Example: the upgrade allowed a new value in a CHECK; rows hold it by now; the way back puts the
older CHECK over them and dies.

Why it hurts: a downgrade is run when something is wrong already. One that dies half-way leaves
a database that neither version of the application can use.

Remedy: look for the rows that the older schema forbids before anything is touched, then refuse
in words (``op.require``) or map their values (``op.remap``).
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.model import Direction, Finding, Severity
from handrail.model.rule import Rule
from handrail.walk.crashes import crashes
from handrail.walk.passage import Visit

RULE = Rule(
    name="downgrade-crash",
    severity=Severity.ERROR,
    remedy="before anything is touched, refuse with op.require or map the values with op.remap",
    explanation=__doc__,
)


def judge(visit: Visit) -> Iterator[Finding]:
    """A finding for each cause of a crash on the way down."""
    yield from crashes(visit, RULE, Direction.DOWNGRADE, again=False)
