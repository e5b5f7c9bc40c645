"""A statement that PostgreSQL runs outside of transactions alone stands inside of one.

What it means: CREATE INDEX CONCURRENTLY, DROP INDEX CONCURRENTLY, REINDEX ... CONCURRENTLY, VACUUM,
ALTER SYSTEM, CREATE or DROP of a DATABASE or a TABLESPACE, DETACH PARTITION ... CONCURRENTLY, where
the migration is run in a transaction:

- in an Alembic revision outside of ``autocommit_block()``;
- in a file for dbmate that does not say ``transaction:false``;
- in any other SQL file together with more statements; the runner sends them as one, and PostgreSQL
  makes one transaction of them, or the runner does;
- between a BEGIN and a COMMIT that the file says itself.

Example:

    def upgrade():
        op.create_index("ix_plans_phase", "plans", ["phase"], postgresql_concurrently=True)

Why it hurts: PostgreSQL refuses: "CREATE INDEX CONCURRENTLY cannot run inside a transaction block".
The migration has never run as it is.

What is not named: REFRESH MATERIALIZED VIEW CONCURRENTLY, which may run in a transaction. A file of
a pair, or of Flyway, that holds this one statement: golang-migrate and Flyway run it without a
transaction, as ``handrail walk`` does; a runner that wraps every file in one does not. What follows
a COMMIT in the source, or AUTOCOMMIT as isolation level. A chain whose ``env.py`` speaks of
AUTOCOMMIT or ``transactional_ddl``, or leaves ``context.configure`` to other files. What a test of
the dialect leaves to SQLite, and a bare VACUUM in Alembic, which runs there.

Remedy: Alembic: ``with op.get_context().autocommit_block():``. dbmate:
``-- migrate:up transaction:false``. Otherwise give the statement a file of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.audit.reading import Act, Reading
from handrail.audit.sql import Verb, shown
from handrail.model import Direction, Evidence, Finding, Rule, Severity

RULE = Rule(
    name="concurrently-in-transaction",
    severity=Severity.ERROR,
    remedy="run it outside of the transaction: autocommit_block(), or a file of its own",
    explanation=__doc__,
)

_BARE_VACUUM = re.compile(r"\s*vacuum\s*", re.IGNORECASE)


def judge(reading: Reading) -> Iterator[Finding]:
    """One finding for each such statement."""
    for direction, acts in reading.acts.items():
        inside = direction in reading.in_transaction
        for act in acts:
            if act.statement.verb in (Verb.BEGIN, Verb.COMMIT):
                inside = act.statement.verb is Verb.BEGIN
            elif act.statement.outside and inside and not _is_apart(act):
                yield _finding(reading, direction, act)


def _is_apart(act: Act) -> bool:
    """Whether it stands outside of the transaction, or may be meant for SQLite alone."""
    bare = act.around.calls and _BARE_VACUUM.fullmatch(act.statement.text)
    return bool(act.around.committed or act.around.on_sqlite or bare)


def _finding(reading: Reading, direction: Direction, act: Act) -> Finding:
    what = shown(act.statement.text, 80)
    return RULE.finding(
        revision=reading.revision,
        direction=direction,
        message=f"PostgreSQL does not run this inside a transaction: {what}",
        location=act.location,
        evidence=Evidence(statement=shown(act.statement.text)),
        cause=shown(act.statement.text),
    )
