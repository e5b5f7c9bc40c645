"""Errors of database drivers that are used without SQLAlchemy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from handrail.chains.calling import NAMES


@contextmanager
def noting(kind: str, note: Callable[[BaseException, str | None], None]) -> Iterator[None]:
    """Tell ``note`` of each error that the driver's cursors raise meanwhile, and its statement.

    The driver is psycopg, or PyMySQL where the ``kind`` of database is MariaDB or MySQL. The error
    goes its way. The sqlite3 module's cursors cannot be watched like this.
    """
    cursors, errors = _driver(kind)
    plain = cursors.execute

    def execute(cursor: Any, query: Any, *arguments: Any, **options: Any) -> Any:
        try:
            return plain(cursor, query, *arguments, **options)
        except errors as error:
            note(error, query if isinstance(query, str) else None)
            raise

    cursors.execute = execute
    try:
        yield
    finally:
        cursors.execute = plain


def _driver(kind: str) -> tuple[Any, type[Exception]]:
    """What its cursors are, and its errors; each takes a while to import."""
    if kind in NAMES:
        from pymysql import Error as MySQLError
        from pymysql.cursors import Cursor as MySQLCursor

        return MySQLCursor, MySQLError
    from psycopg import Cursor, Error

    return Cursor, Error
