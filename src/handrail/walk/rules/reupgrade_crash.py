"""The upgrade cannot be run again after its own downgrade.

Example: on PostgreSQL the upgrade creates an enum type, the downgrade drops the table and
leaves the type behind; the next upgrade dies because the type is there.

Why it hurts: whoever had to go back once cannot go forward again without repairing the database
by hand.

Remedy: let the downgrade undo everything that the upgrade made, types and sequences included. A
repeatable migration (Flyway's ``R__``) has none: it has to stand being run again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from handrail.model import Direction, Finding, Severity
from handrail.model.rule import Rule
from handrail.walk.crashes import crashes
from handrail.walk.passage import Visit
from handrail.walk.restoring import changes_nothing_back, with_traces

RULE = Rule(
    name="reupgrade-crash",
    severity=Severity.ERROR,
    remedy="let the downgrade drop everything that the upgrade made, types and sequences included",
    explanation=__doc__,
)
_AGAIN = "it is run whenever it changes: CREATE OR REPLACE, or DROP ... IF EXISTS before CREATE"
"""The remedy for a repeatable migration, which has no downgrade."""


def judge(visit: Visit) -> Iterator[Finding]:
    """A finding for each cause of a crash on the second way up.

    None where the downgrade undoes nothing at all: that is downgrade-missing, and this its effect.
    None where the first way up fails without any rows either: there is nothing new in that.
    """
    first = visit.controlled(Direction.UPGRADE)
    if changes_nothing_back(visit) or first is None or not first.done:
        return
    for finding in crashes(visit, RULE, Direction.UPGRADE, again=True):
        traced = with_traces(visit, finding)
        yield replace(traced, remedy=_AGAIN) if visit.revision.is_repeatable else traced
