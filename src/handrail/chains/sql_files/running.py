"""One step of a folder of SQL files, run as an honest runner does.

One transaction for the file and its record, so that neither is there without the other. Where the
file or one of its statements cannot have that, statement by statement, and the record afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from handrail.chains.said import Said
from handrail.chains.sql_files.layouts import SqlMigration, SqlScript
from handrail.chains.sql_files.ledger import Ledger
from handrail.chains.sql_files.statements import Statement, split
from handrail.model import Direction, Location

_OWN_TRANSACTION = re.compile(
    r"(BEGIN|START\s+TRANSACTION|COMMIT|END|ABORT|ROLLBACK(?!\s+((WORK|TRANSACTION)\s+)?TO))\b",
    re.IGNORECASE,
)
_OUTSIDE = re.compile(
    r"VACUUM\b|(CREATE|DROP)\s+(DATABASE|TABLESPACE)\b|ALTER\s+SYSTEM\b"
    r"|(CREATE\s+(UNIQUE\s+)?INDEX|DROP\s+INDEX|REINDEX\b.*?)\s+CONCURRENTLY\b",
    re.IGNORECASE | re.DOTALL,
)
"""What PostgreSQL and SQLite do not run inside a transaction."""
_RAISED_BY_HAND = "P0001"
"""What PostgreSQL calls an exception of RAISE."""
_SIGNALLED = 1644
"""What MariaDB calls an exception of SIGNAL that has no other number."""


def run_step(
    connection: Connection,
    migration: SqlMigration,
    direction: Direction,
    ledger: Ledger,
    said: Said,
) -> None:
    """Run one way of a migration and record it; a missing way back merely takes the record away.

    ``connection`` commits each statement by itself. What the database raises comes through, with
    the place of the statement left in ``said``; what was begun is then rolled back by whoever
    closes the connection.
    """
    script = migration.up if direction is Direction.UPGRADE else migration.down
    statements = split(script.text, connection.dialect.name) if script else ()
    together = script is None or (script.transactional and not any(map(_stands_alone, statements)))
    if together:
        connection.exec_driver_sql("BEGIN")
    if script:
        _run(connection, script, statements, said)
    said.place = _place_of_record(script, statements, ledger.name) if script else None
    if direction is Direction.UPGRADE:
        ledger.record(migration)
    else:
        ledger.forget(migration)
    if together:
        connection.exec_driver_sql("COMMIT")


def _stands_alone(statement: Statement) -> bool:
    text = statement.text
    return _OWN_TRANSACTION.match(text) is not None or _OUTSIDE.match(text) is not None


def _run(
    connection: Connection, script: SqlScript, statements: Sequence[Statement], said: Said
) -> None:
    for statement in statements:
        said.place = _place(script, statement)
        try:
            connection.exec_driver_sql(statement.text)
        except DBAPIError as error:
            said.refused = _is_said_by(statement, error)
            raise


def _is_said_by(statement: Statement, error: DBAPIError) -> bool:
    """Whether the words are those of the statement, and not of the database."""
    text = statement.text.upper()
    raised = getattr(error.orig, "sqlstate", None) == _RAISED_BY_HAND and "RAISE" in text
    return raised or (
        error.orig is not None and error.orig.args[:1] == (_SIGNALLED,) and "SIGNAL" in text
    )


def _place(script: SqlScript, statement: Statement) -> Location:
    return Location(str(script.file), script.line + statement.line - 1)


def _place_of_record(
    script: SqlScript, statements: Sequence[Statement], ledger: str
) -> Location | None:
    """Where the file writes into the ledger by itself, since recording can fail only on that."""
    for statement in statements:
        if ledger in statement.text:
            return _place(script, statement)
    return None
