"""A downgrade that does nothing, beside an upgrade that does something.

What it means: ``downgrade()`` is missing, or holds nothing but ``pass``, ``...``, a docstring or a
bare ``return``, while ``upgrade()`` of the same revision holds code. In a folder of SQL files: the
way down is missing, or holds no statement.

Example:

    def upgrade():
        op.add_column("plans", sa.Column("phase", sa.String(20)))

    def downgrade():
        pass

Why it hurts: the runner runs what is empty, sees no error and records the revision as undone. The
ledger now says that the column is not there, and it is: the next upgrade fails with "duplicate
column", and the database has to be mended by hand, mostly in the middle of an incident.

What is not named: a ``raise`` is a refusal: it says no and the ledger stays true. A revision whose
two functions are both empty (a merge) has nothing to undo. A folder of SQL files in which nothing
has a way down. Where the upgrade as read changes rows alone and no table, an empty downgrade leaves
the schema true to the ledger: that is a note.

Remedy: write the way back; or raise an error that says what cannot be undone, and how to get
out.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.audit.reading import Reading
from handrail.audit.sql import WRITES, Verb
from handrail.model import Direction, Finding, Rule, Severity

RULE = Rule(
    name="empty-downgrade",
    severity=Severity.WARNING,
    remedy="write the way back, or raise an error that says why there is none",
    explanation=__doc__,
)


def judge(reading: Reading) -> Iterator[Finding]:
    """At most one finding, at the empty downgrade, or at the upgrade where there is none."""
    upgrade = reading.bodies.get(Direction.UPGRADE)
    downgrade = reading.bodies.get(Direction.DOWNGRADE)
    if upgrade is None or upgrade.empty or (downgrade and not downgrade.empty):
        return
    if reading.forward_only:
        return
    does = "does nothing" if downgrade else "is missing"
    yield RULE.finding(
        severity=Severity.NOTE if _rows_alone(reading) else None,
        revision=reading.revision,
        direction=Direction.DOWNGRADE,
        message=f"the downgrade {does}, so what the upgrade did stays while the ledger forgets it",
        location=(downgrade or upgrade).location,
    )


def _rows_alone(reading: Reading) -> bool:
    """Whether everything that the upgrade was seen to do is reading and writing rows."""
    verbs = {act.statement.verb for act in reading.acts[Direction.UPGRADE]}
    rows = WRITES | {Verb.ASSIGN}
    return bool(verbs & rows) and verbs <= rows | {Verb.SELECT, Verb.BEGIN, Verb.COMMIT}
