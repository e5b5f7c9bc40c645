"""Errors of database drivers that are used without SQLAlchemy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg


@contextmanager
def noting(note: Callable[[BaseException, str | None], None]) -> Iterator[None]:
    """Tell ``note`` of each error that a cursor of psycopg's raises meanwhile, and its statement.

    The error goes its way. The sqlite3 module's cursors cannot be watched like this.
    """
    plain = psycopg.Cursor.execute

    def execute(cursor: Any, query: Any, *arguments: Any, **options: Any) -> Any:
        try:
            return plain(cursor, query, *arguments, **options)
        except psycopg.Error as error:
            note(error, query if isinstance(query, str) else None)
            raise

    setattr(psycopg.Cursor, "execute", execute)  # noqa: B010 - an overload cannot be assigned
    try:
        yield
    finally:
        setattr(psycopg.Cursor, "execute", plain)  # noqa: B010
