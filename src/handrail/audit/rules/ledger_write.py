"""A migration writes into the table that records which migrations ran.

What it means: a statement inserts, changes or deletes rows of the ledger, empties it, drops it or
gives it another name: ``schema_migrations`` of a folder of SQL files (``flyway_schema_history``
where it is Flyway's), ``alembic_version`` of Alembic, or the table that ``env.py`` hands to
``context.configure`` as ``version_table``.

Example:

    CREATE TABLE storage_metrics (...);
    INSERT INTO schema_migrations (version) VALUES ('021_create_storage_metrics.up.sql');

Why it hurts: the runner writes that row itself. Two rows of one key: the migration fails each time
it is run, or the runner's own row does, with all that stands in the same transaction. And where it
does not fail, the ledger tells of something that nobody has run.

What is not named: creating the ledger where it is missing, or making a column of it wider. The
ledger of another tool, that a chain was taken over from.

Remedy: leave the ledger to the runner. To set it right by hand there are ``alembic stamp`` and
commands like it.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.audit.reading import Act, Reading
from handrail.audit.sql import WRITES, Verb, shown
from handrail.model import Direction, Evidence, Finding, Rule, Severity

RULE = Rule(
    name="ledger-write",
    severity=Severity.ERROR,
    remedy="leave the ledger to the runner",
    explanation=__doc__,
)

_WRITING = WRITES | {Verb.DROP, Verb.RENAME}


def judge(reading: Reading) -> Iterator[Finding]:
    """One finding for each statement that writes the ledger."""
    for direction, acts in reading.acts.items():
        for act in acts:
            if act.statement.verb in _WRITING and _is_ledger(act.statement.table, reading.ledger):
                yield _finding(reading, direction, act)


def _is_ledger(table: str, ledger: str) -> bool:
    return table.rpartition(".")[2] == ledger.lower()


def _finding(reading: Reading, direction: Direction, act: Act) -> Finding:
    return RULE.finding(
        revision=reading.revision,
        direction=direction,
        message=f"{act.statement.verb} of {shown(act.statement.table)}, the ledger itself",
        location=act.location,
        evidence=Evidence(statement=shown(act.statement.text)),
        cause=shown(act.statement.text),
    )
