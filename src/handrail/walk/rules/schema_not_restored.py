"""Up and down again, the schema is not what it was.

Example: the downgrade recreates a table without the index that it had.

Why it hurts: databases that have been back once differ from those that have not, and the next
migration meets a schema that nobody has written down.

Remedy: let the downgrade undo each thing that the upgrade did.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.model import Direction, Evidence, Finding, Severity
from handrail.model.rule import Rule
from handrail.walk.finding import found
from handrail.walk.passage import Visit
from handrail.walk.restoring import changes_nothing_back, not_restored, there_and_back

RULE = Rule(
    name="schema-not-restored",
    severity=Severity.WARNING,
    remedy="let the downgrade undo each thing that the upgrade did",
    explanation=__doc__,
)


def judge(visit: Visit) -> Iterator[Finding]:
    """One finding with every difference; none where a missing downgrade or a crash tells it."""
    changes = not_restored(visit)
    if not changes or changes_nothing_back(visit) or _crashes_again(visit):
        return
    words = tuple(str(change) for change in changes)
    yield found(
        RULE,
        visit,
        Direction.DOWNGRADE,
        f"the downgrade does not bring the schema back: {'; '.join(words)}",
        evidence=Evidence(left_behind=words),
        steps=there_and_back(visit),
    )


def _crashes_again(visit: Visit) -> bool:
    return len(visit.control.legs) > 2 and visit.control.legs[2].crashed
