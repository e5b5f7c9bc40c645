"""One statement of a step, made to fail in its database's own way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event

from handrail.chains.calling import NAMES
from handrail.chains.said import Said

WORDS = "handrail made this statement fail"
_RAISE = f"DO $$ BEGIN RAISE EXCEPTION '{WORDS}' USING ERRCODE = 'query_canceled'; END $$"
"""What a time limit for statements does; the server then knows of a failed transaction."""
_COMMITS = re.compile(
    r"\s*(ALTER|ANALYZE|CREATE(?!\s+(OR\s+REPLACE\s+)?TEMPORARY)|DROP(?!\s+TEMPORARY)|GRANT"
    r"|LOCK|OPTIMIZE|RENAME|REVOKE|TRUNCATE)\b",
    re.IGNORECASE,
)
"""What MariaDB commits before, whatever becomes of the statement."""
_WAYS = ("do_execute", "do_execute_no_params", "do_executemany")


@contextmanager
def failing(number: int | None, said: Said) -> Iterator[None]:
    """Let the statement of that number fail, counted from 1 where the first step begins.

    It is not sent. PostgreSQL is sent one that fails in its place, so that its transaction is where
    a failed statement leaves it; MariaDB has then committed what was done before a definition;
    SQLite leaves a transaction as it was. Without a number, or where the step has fewer statements,
    nothing fails.
    """
    sent = 0

    def count(cursor: Any, statement: str, *rest: Any) -> None:
        nonlocal sent
        sent += said.reached
        if said.reached and sent == number:
            _fail(cursor, statement, rest[-1].dialect)

    ways = _WAYS if number else ()
    for way in ways:
        event.listen(Engine, way, count)
    try:
        yield
    finally:
        for way in ways:
            event.remove(Engine, way, count)


def _fail(cursor: Any, statement: str, dialect: Any) -> None:
    if dialect.name == "postgresql":
        cursor.execute(_RAISE)
    if dialect.name in NAMES and _COMMITS.match(statement):
        cursor.connection.commit()
    raise dialect.loaded_dbapi.OperationalError(WORDS)
