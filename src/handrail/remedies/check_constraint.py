"""``op.replace_check_constraint``: another condition for a CHECK, in place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from alembic.operations import MigrateOperation, Operations
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.schema import DDLElement
from sqlalchemy.sql.compiler import DDLCompiler

from handrail.remedies import create_table
from handrail.remedies.dialects import chosen, connected, in_words
from handrail.remedies.errors import NotFoundError, RemedyError
from handrail.remedies.expression import one_expression
from handrail.remedies.stored_schema import StoredTable, stored_table
from handrail.remedies.tables import breaking, refuse_missing, refuse_rows_that
from handrail.remedies.validation import Validation


@Operations.register_operation("replace_check_constraint")
@dataclass
class ReplaceCheckConstraintOp(MigrateOperation):
    """The CHECK of that name is to have that condition."""

    constraint_name: str
    table_name: str
    condition: str
    schema: str | None = None

    @classmethod
    def replace_check_constraint(
        cls,
        operations: Operations,
        constraint_name: str,
        table_name: str,
        condition: str,
        *,
        schema: str | None = None,
    ) -> None:
        """The CHECK constraint of that name has that condition; no row is rewritten.

        ``condition`` is SQL of the developer's own, one expression. Rows that are there are
        checked first. Raises RowsDoNotFitError where it is false for any of them, NotFoundError
        where there is no such table or constraint, RemedyError where the condition is not one
        expression or the database rejects it; nothing has changed then.
        """
        operations.invoke(cls(constraint_name, table_name, condition, schema))


class _Replacement(DDLElement):
    """Both halves as one statement: there is no moment without the constraint."""

    def __init__(self, table: sa.TableClause, name: str, condition: str) -> None:
        self.table = table
        self.name = name
        self.condition = condition


@compiles(_Replacement)
def _compile(element: _Replacement, compiler: DDLCompiler, **_: Any) -> str:
    preparer = compiler.preparer
    table, name = preparer.format_table(element.table), preparer.quote(element.name)
    condition = compiler.sql_compiler.process(sa.literal_column(element.condition))
    return f"ALTER TABLE {table} DROP CONSTRAINT {name}, ADD CONSTRAINT {name} CHECK ({condition})"


@compiles(_Replacement, "postgresql")
def _compile_unvalidated(element: _Replacement, compiler: DDLCompiler, **_: Any) -> str:
    return f"{_compile(element, compiler)} NOT VALID"


def _on_sqlite(operations: Operations, operation: ReplaceCheckConstraintOp) -> None:
    connection = connected(operations)
    with stored_table(connection, operation.table_name, operation.schema) as table:
        _refuse_other_than_one(table, operation.constraint_name)
        table.refuse_rows_that(f"NOT ({operation.condition})", operation.constraint_name)
        if _can_alter(table, operation.condition):
            _alter(table, operation.constraint_name, operation.condition)
        else:
            table.edit(
                create_table.with_condition(
                    table.text, operation.constraint_name, operation.condition
                )
            )


def _refuse_other_than_one(table: StoredTable, name: str) -> None:
    found = create_table.count_checks(table.text, name)
    if found == 0:
        raise NotFoundError("CHECK constraint", name, table.name)
    if found > 1:
        raise RemedyError(
            f"{found} CHECK constraints have the name {name!r}",
            where=table.name,
            then="nothing was changed",
        )


def _can_alter(table: StoredTable, condition: str) -> bool:
    """Whether SQLite itself puts that condition on the rows that are there.

    Before 3.54.1 it rejects those for which the condition is NULL, which a CHECK admits.
    """
    return table.can_alter and not table.rows_that(f"({condition}) IS NULL")


def _alter(table: StoredTable, name: str, condition: str) -> None:
    quoted = table.quote(name)
    table.alter(f"DROP CONSTRAINT {quoted}", f"ADD CONSTRAINT {quoted} CHECK ({condition})")


def _on_mariadb(operations: Operations, operation: ReplaceCheckConstraintOp) -> None:
    name, condition = operation.constraint_name, operation.condition
    table = sa.table(operation.table_name, schema=operation.schema)
    if not operations.migration_context.as_sql:
        connection = connected(operations)
        refuse_missing(connection, table, check=name)
        refuse_rows_that(connection, table, breaking(condition), name)
    operations.execute(_Replacement(table, name, condition))


def _on_postgresql(operations: Operations, operation: ReplaceCheckConstraintOp) -> None:
    _on_mariadb(operations, operation)
    table = sa.table(operation.table_name, schema=operation.schema)
    operations.execute(Validation(table, operation.constraint_name))


_IMPLEMENTATIONS = {
    "sqlite": _on_sqlite,
    "postgresql": _on_postgresql,
    "mariadb": _on_mariadb,
}


@Operations.implementation_for(ReplaceCheckConstraintOp)
def _replace(operations: Operations, operation: ReplaceCheckConstraintOp) -> None:
    replace = chosen(operations, _IMPLEMENTATIONS)
    one_expression(operation.condition, operations.migration_context.dialect.name)
    with in_words(operation.table_name):
        replace(operations, operation)
