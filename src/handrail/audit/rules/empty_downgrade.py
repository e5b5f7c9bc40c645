"""A downgrade that does nothing, beside an upgrade that does something.

What it means. ``downgrade()`` is missing, or holds nothing but ``pass``, ``...``, a docstring or a
bare ``return``, while ``upgrade()`` of the same revision holds code.

    def upgrade():
        op.add_column("plans", sa.Column("phase", sa.String(20)))

    def downgrade():
        pass

Why it hurts. Alembic runs the empty function, sees no error and records the revision as undone. The
ledger now says that the column is not there, and it is: the next upgrade fails with "duplicate
column", and the database has to be mended by hand, mostly in the middle of an incident.

What is not named. A ``raise`` is a refusal: it says no and the ledger stays true. A revision whose
two functions are both empty (a merge) has nothing to undo. Where the upgrade as read changes rows
alone and no table, an empty downgrade leaves the schema true to the ledger: that is a note.

What to do. Write the way back; or raise an error that says what cannot be undone, and how to get
out.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from handrail.audit.reading import Reading
from handrail.audit.sql import WRITES, Verb
from handrail.model import Direction, Finding, Location, Rule, Severity

RULE = Rule(
    name="empty-downgrade",
    severity=Severity.WARNING,
    remedy="Write the way back, or raise an error that says why there is none.",
    explanation=__doc__,
)


def judge(reading: Reading) -> Iterator[Finding]:
    """At most one finding, at the empty downgrade, or at the upgrade where there is none."""
    upgrade = reading.functions[Direction.UPGRADE]
    downgrade = reading.functions[Direction.DOWNGRADE]
    if upgrade is None or _empty(upgrade) or (downgrade and not _empty(downgrade)):
        return
    does = "does nothing" if downgrade else "is missing"
    yield Finding(
        rule=RULE.name,
        severity=Severity.NOTE if _rows_alone(reading) else RULE.severity,
        revision=reading.revision,
        direction=Direction.DOWNGRADE,
        message=f"the downgrade {does}, so what the upgrade did stays while the ledger forgets it",
        location=Location(str(reading.module.file), (downgrade or upgrade).lineno),
        remedy=RULE.remedy,
    )


def _empty(function: ast.FunctionDef) -> bool:
    return all(_says_nothing(statement) for statement in function.body)


def _says_nothing(statement: ast.stmt) -> bool:
    match statement:
        case ast.Pass() | ast.Expr(value=ast.Constant()):
            return True
        case ast.Return(value=None | ast.Constant()):
            return True
        case _:
            return False


def _rows_alone(reading: Reading) -> bool:
    """Whether everything that the upgrade was seen to do is reading and writing rows."""
    verbs = {act.statement.verb for act in reading.acts[Direction.UPGRADE]}
    return bool(verbs & WRITES) and verbs <= WRITES | {Verb.SELECT}
