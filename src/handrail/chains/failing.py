"""One statement of a step, made to fail in its database's own way."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event

from handrail.chains.said import Said

WORDS = "handrail made this statement fail"
_RAISE = f"DO $$ BEGIN RAISE EXCEPTION '{WORDS}' USING ERRCODE = 'query_canceled'; END $$"
"""What a time limit for statements does; the server then knows of a failed transaction."""
_WAYS = ("do_execute", "do_execute_no_params", "do_executemany")


@contextmanager
def failing(number: int | None, said: Said) -> Iterator[None]:
    """Let the statement of that number fail, counted from 1 where the first step begins.

    It is not sent. PostgreSQL is sent one that fails in its place, so that its transaction is where
    a failed statement leaves it; SQLite leaves a transaction as it was. Without a number, or where
    the step has fewer statements, nothing fails.
    """
    sent = 0

    def count(cursor: Any, *rest: Any) -> None:
        nonlocal sent
        sent += said.reached
        if said.reached and sent == number:
            _fail(cursor, rest[-1].dialect)

    ways = _WAYS if number else ()
    for way in ways:
        event.listen(Engine, way, count)
    try:
        yield
    finally:
        for way in ways:
            event.remove(Engine, way, count)


def _fail(cursor: Any, dialect: Any) -> None:
    if dialect.name == "postgresql":
        cursor.execute(_RAISE)
    raise dialect.loaded_dbapi.OperationalError(WORDS)
