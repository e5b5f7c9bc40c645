"""``op.remap``: values of a column replaced by others, in one statement, and reported."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from alembic.operations import MigrateOperation, Operations

from handrail.remedies.dialects import Untyped, connected, in_words, printed
from handrail.remedies.errors import counted
from handrail.remedies.expression import one_expression
from handrail.remedies.tables import refuse_missing

_IN_ANOTHER_SPELLING = "what its other spelling maps to"
"""A database that does not regard the case of letters finds "Apply" where "apply" is mapped."""
# A child of Alembic's logger: what is said is shown wherever Alembic's own lines are.
_LOG = logging.getLogger("alembic.handrail.remap")


@Operations.register_operation("remap")
@dataclass
class RemapOp(MigrateOperation):
    """Values of the column are to be replaced."""

    table_name: str
    column_name: str
    mapping: Mapping[str, str]
    where: str | None
    schema: str | None

    @classmethod
    def remap(
        cls,
        operations: Operations,
        table_name: str,
        column_name: str,
        mapping: Mapping[str, str],
        *,
        where: str | None = None,
        schema: str | None = None,
    ) -> dict[str, int]:
        """Each value of the column that is a key of the mapping is now what it maps to.

        One UPDATE for all values, so that they may be swapped; ``where``, SQL of the developer's
        own and one expression, narrows the rows. Returns, and logs, how many rows were changed
        for each value that was found. Where none is, nothing is written; a value that maps to
        itself is left alone. In offline mode the UPDATE is printed and nothing is returned.
        Raises NotFoundError where there is no such table or column.
        """
        counts: dict[str, int] = operations.invoke(
            cls(table_name, column_name, mapping, where, schema)
        )
        return counts


@Operations.implementation_for(RemapOp)
def _remap(operations: Operations, operation: RemapOp) -> dict[str, int]:
    dialect = operations.migration_context.dialect.name
    column = sa.column(operation.column_name, Untyped())
    table = sa.table(operation.table_name, column, schema=operation.schema)
    mapping = {old: new for old, new in operation.mapping.items() if old != new}
    affected: sa.ColumnElement[Any] = column.in_(list(mapping))
    if operation.where is not None:
        narrowed = one_expression(operation.where, dialect)
        affected = sa.and_(affected, sa.literal_column(f"({narrowed})"))
    update = _update(table, column, mapping).where(affected)
    if operations.migration_context.as_sql:
        printed(operations, update)
        return {}
    connection = connected(operations)
    with in_words(operation.table_name):
        refuse_missing(connection, table, columns=[column.name])
        counts = _counts(connection, table, column, affected)
        if counts:
            connection.execute(update)
    _report(operation, counts)
    return counts


def _update(
    table: sa.TableClause, column: sa.ColumnClause[str], mapping: Mapping[str, str]
) -> sa.Update:
    cases = {sa.literal(old, Untyped()): sa.literal(new, Untyped()) for old, new in mapping.items()}
    return sa.update(table).values({column: sa.case(cases, value=column, else_=column)})


def _counts(
    connection: sa.Connection,
    table: sa.TableClause,
    column: sa.ColumnClause[str],
    affected: sa.ColumnElement[Any],
) -> dict[str, int]:
    found = sa.select(column, sa.func.count()).select_from(table).where(affected)
    rows = connection.execute(found.group_by(column).order_by(column))
    return {value: count for value, count in rows}  # noqa: C416 - a Row is no tuple to mypy


def _report(operation: RemapOp, counts: Mapping[str, int]) -> None:
    place = f"{operation.table_name}.{operation.column_name}"
    for old, rows in counts.items():
        new = operation.mapping.get(old, _IN_ANOTHER_SPELLING)
        _LOG.info("%s: %s %r to %r", place, counted(rows), old, new)
