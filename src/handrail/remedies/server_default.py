"""``op.set_server_default``: another DEFAULT for a column, in place."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa
from alembic.operations import MigrateOperation, Operations

from handrail.remedies import create_table
from handrail.remedies.column_definition import Modification, definition_of
from handrail.remedies.dialects import chosen, connected, in_words
from handrail.remedies.errors import NotFoundError
from handrail.remedies.expression import one_expression
from handrail.remedies.stored_schema import stored_table
from handrail.remedies.tables import refuse_missing


@Operations.register_operation("set_server_default")
@dataclass
class SetServerDefaultOp(MigrateOperation):
    """The column is to have that default, or none."""

    table_name: str
    column_name: str
    default: str | None
    schema: str | None

    @classmethod
    def set_server_default(
        cls,
        operations: Operations,
        table_name: str,
        column_name: str,
        default: str | None,
        *,
        schema: str | None = None,
    ) -> None:
        """New rows get this default (SQL, one expression; None: no default); old ones are kept.

        What a row shows stays as it is, also on SQLite, where a row that is older than its column
        shows the default without storing it: such rows, and no others, are written out first.
        Raises NotFoundError where there is no such table or column, RemedyError where such a row
        stands on a table with triggers; nothing has changed then.
        """
        operations.invoke(cls(table_name, column_name, default, schema))


def _on_sqlite(operations: Operations, operation: SetServerDefaultOp) -> None:
    column = operation.column_name
    connection = connected(operations)
    with stored_table(connection, operation.table_name, operation.schema) as table:
        if not create_table.has_column(table.text, column):
            raise NotFoundError("column", column, table.name)
        text = create_table.with_default(table.text, column, operation.default)
        table.edit_default(text, column)


def _on_postgresql(operations: Operations, operation: SetServerDefaultOp) -> None:
    default, schema = operation.default, operation.schema
    if not operations.migration_context.as_sql:
        table = sa.table(operation.table_name, schema=schema)
        refuse_missing(connected(operations), table, columns=[operation.column_name])
    operations.alter_column(
        operation.table_name,
        operation.column_name,
        server_default=sa.literal_column(default) if default is not None else None,
        schema=schema,
    )


def _on_mariadb(operations: Operations, operation: SetServerDefaultOp) -> None:
    table, column = sa.table(operation.table_name, schema=operation.schema), operation.column_name
    connection = connected(operations)
    refuse_missing(connection, table, columns=[column])
    found = definition_of(connection, table, column).with_default(operation.default)
    operations.execute(Modification(table, found))


_IMPLEMENTATIONS = {"sqlite": _on_sqlite, "postgresql": _on_postgresql, "mariadb": _on_mariadb}


@Operations.implementation_for(SetServerDefaultOp)
def _set(operations: Operations, operation: SetServerDefaultOp) -> None:
    change = chosen(operations, _IMPLEMENTATIONS)
    if operation.default is not None:
        one_expression(operation.default, operations.migration_context.dialect.name)
    with in_words(operation.table_name):
        change(operations, operation)
