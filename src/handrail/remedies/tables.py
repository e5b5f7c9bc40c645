"""Tables that an operation is about to touch, asked through SQLAlchemy on any database."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import sqlalchemy as sa

from handrail.remedies.errors import NotFoundError, RowsDoNotFitError


def refuse_missing(
    connection: sa.Connection,
    table: sa.TableClause,
    *,
    columns: Collection[str] = (),
    check: str | None = None,
) -> None:
    """Raises NotFoundError where the table, a column or a CHECK of that name is not there."""
    inspector = sa.inspect(connection)
    if not inspector.has_table(table.name, table.schema):
        raise NotFoundError("table", table.name, table.name)
    fold = str.lower if connection.dialect.name == "sqlite" else str
    known = {fold(column["name"]) for column in inspector.get_columns(table.name, table.schema)}
    for column in columns:
        if fold(column) not in known:
            raise NotFoundError("column", column, table.name)
    if check is not None:
        checks = inspector.get_check_constraints(table.name, table.schema)
        if check not in {found["name"] for found in checks}:
            raise NotFoundError("CHECK constraint", check, table.name)


def refuse_rows_that(
    connection: sa.Connection,
    table: sa.TableClause,
    condition: sa.ColumnElement[Any],
    constraint: str,
    column: str | None = None,
) -> None:
    """Raises RowsDoNotFitError where the condition is true for any row."""
    if rows := count_rows_that(connection, table, condition):
        raise RowsDoNotFitError(table.name, constraint, rows, column)


def count_rows_that(
    connection: sa.Connection, table: sa.TableClause, condition: sa.ColumnElement[Any]
) -> int:
    """How many rows the condition is true for."""
    count = sa.select(sa.func.count()).select_from(table).where(condition)
    return connection.scalars(count).one()


def breaking(condition: str) -> sa.ColumnElement[Any]:
    """What is true for the rows that a CHECK with this condition forbids.

    As with any CHECK, a row for which the condition is NULL is not among them.
    """
    return sa.literal_column(f"NOT ({condition})")
