"""``op.set_not_null``: NOT NULL set or dropped in place, with the default if asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import sqlalchemy as sa
from alembic.operations import MigrateOperation, Operations

from handrail.remedies import create_table
from handrail.remedies.column_definition import Modification, definition_of
from handrail.remedies.dialects import chosen, connected, in_words
from handrail.remedies.errors import NotFoundError
from handrail.remedies.expression import one_expression
from handrail.remedies.stored_schema import stored_table
from handrail.remedies.tables import refuse_missing, refuse_rows_that
from handrail.remedies.validation import Validation

_PROOF = "handrail_not_null"
"""The CHECK that tells PostgreSQL that no row is NULL, so that SET NOT NULL reads none of them."""


@Operations.register_operation("set_not_null")
@dataclass
class SetNotNullOp(MigrateOperation):
    """The column is to refuse NULL, or to accept it."""

    table_name: str
    column_name: str
    nullable: bool
    server_default: str | Literal[False] | None
    schema: str | None

    @classmethod
    def set_not_null(
        cls,
        operations: Operations,
        table_name: str,
        column_name: str,
        *,
        nullable: bool = False,
        server_default: str | Literal[False] | None = False,
        schema: str | None = None,
    ) -> None:
        """The column refuses NULL (accepts it with ``nullable=True``); no row is rewritten.

        ``server_default`` is left alone when False, removed when None, and set where it is SQL of
        the developer's own, one expression. Rows that hold NULL are never filled. Raises
        RowsDoNotFitError where there are any, NotFoundError where there is no such table or
        column; nothing has changed then.
        """
        operations.invoke(cls(table_name, column_name, nullable, server_default, schema))


def _on_sqlite(operations: Operations, operation: SetNotNullOp) -> None:
    column, default = operation.column_name, operation.server_default
    connection = connected(operations)
    with stored_table(connection, operation.table_name, operation.schema) as table:
        if not create_table.has_column(table.text, column):
            raise NotFoundError("column", column, table.name)
        if not operation.nullable:
            table.refuse_rows_that(f"{table.quote(column)} IS NULL", "NOT NULL", column)
        text = create_table.with_nullable(table.text, column, operation.nullable)
        if default is False and table.can_alter:
            table.alter(f"ALTER COLUMN {table.quote(column)} {_set_or_drop(operation)} NOT NULL")
        elif default is False:
            table.edit(text)
        else:
            table.edit_default(create_table.with_default(text, column, default), column)


def _set_or_drop(operation: SetNotNullOp) -> str:
    return "DROP" if operation.nullable else "SET"


def _on_postgresql(operations: Operations, operation: SetNotNullOp) -> None:
    column: sa.ColumnClause[object] = sa.column(operation.column_name)
    table = sa.table(operation.table_name, schema=operation.schema)
    if not operations.migration_context.as_sql:
        connection = connected(operations)
        refuse_missing(connection, table, columns=[column.name])
        if not operation.nullable:
            refuse_rows_that(connection, table, column.is_(None), "NOT NULL", column.name)
    if operation.nullable:
        _alter(operations, operation)
    else:
        _prove(operations, table, column)
        _alter(operations, operation)
        operations.drop_constraint(operations.f(_PROOF), table.name, schema=table.schema)


def _prove(operations: Operations, table: sa.TableClause, column: sa.ColumnClause[object]) -> None:
    operations.create_check_constraint(
        operations.f(_PROOF),
        table.name,
        column.is_not(None),
        schema=table.schema,
        postgresql_not_valid=True,
    )
    operations.execute(Validation(table, _PROOF))


def _alter(operations: Operations, operation: SetNotNullOp) -> None:
    default = operation.server_default
    operations.alter_column(
        operation.table_name,
        operation.column_name,
        nullable=operation.nullable,
        server_default=sa.literal_column(default) if isinstance(default, str) else default,
        schema=operation.schema,
    )


def _on_mariadb(operations: Operations, operation: SetNotNullOp) -> None:
    column: sa.ColumnClause[object] = sa.column(operation.column_name)
    table = sa.table(operation.table_name, schema=operation.schema)
    connection = connected(operations)
    refuse_missing(connection, table, columns=[column.name])
    if not operation.nullable:
        refuse_rows_that(connection, table, column.is_(None), "NOT NULL", column.name)
    found = definition_of(connection, table, column.name).with_nullable(operation.nullable)
    operations.execute(Modification(table, found.with_default(operation.server_default)))


_IMPLEMENTATIONS = {"sqlite": _on_sqlite, "postgresql": _on_postgresql, "mariadb": _on_mariadb}


@Operations.implementation_for(SetNotNullOp)
def _set(operations: Operations, operation: SetNotNullOp) -> None:
    change = chosen(operations, _IMPLEMENTATIONS)
    if isinstance(operation.server_default, str):
        one_expression(operation.server_default, operations.migration_context.dialect.name)
    with in_words(operation.table_name):
        change(operations, operation)
