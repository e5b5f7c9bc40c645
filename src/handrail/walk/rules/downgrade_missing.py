"""The downgrade changes nothing although the upgrade changed the schema.

Example: ``def downgrade(): pass`` under an upgrade that adds a table.

Why it hurts: the ledger says that the revision is gone and the schema says that it is there;
upgrading again dies on what is already in place.

Remedy: write the downgrade, or let it refuse in words (``raise`` with a sentence) when there is
no way back.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.model import Direction, Evidence, Finding, Severity
from handrail.model.rule import Rule
from handrail.walk.finding import found
from handrail.walk.passage import Visit
from handrail.walk.restoring import changes_nothing_back, not_restored, there_and_back

RULE = Rule(
    name="downgrade-missing",
    severity=Severity.WARNING,
    remedy="write the downgrade, or raise with a sentence where there is no way back",
    explanation=__doc__,
)


def judge(visit: Visit) -> Iterator[Finding]:
    """One finding; what follows from it (an upgrade that cannot be run again) is its evidence."""
    if not changes_nothing_back(visit):
        return
    again = visit.control.legs[2] if len(visit.control.legs) > 2 else None
    yield found(
        RULE,
        visit,
        Direction.DOWNGRADE,
        "the downgrade leaves the schema as the upgrade made it, and the ledger says it is undone",
        evidence=Evidence(
            error=again.outcome.error if again else None,
            left_behind=tuple(str(change) for change in not_restored(visit)),
        ),
        steps=there_and_back(visit),
    )
