"""``op.require``: say no, in words and before anything is touched, when rows stand in the way."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from alembic.operations import MigrateOperation, Operations
from sqlalchemy.dialects import postgresql

from handrail.remedies.dialects import OF_MYSQL, connected, in_words
from handrail.remedies.errors import Obstacle, Refused, RemedyError
from handrail.remedies.expression import columns_of, one_expression
from handrail.remedies.tables import breaking, count_rows_that, refuse_missing

_Standing = Mapping[str, sa.ColumnElement[Any]]
"""For each column what is true for the rows whose value there stands in the way."""


@Operations.register_operation("require")
@dataclass
class RequireOp(MigrateOperation):
    """Every row of the table is to satisfy a predicate, or to hold allowed values only."""

    table_name: str
    predicate: str | None
    message: str | None
    allowed: Mapping[str, Collection[str]]
    examples: int
    columns: Sequence[str]
    schema: str | None

    @classmethod
    def require(
        cls,
        operations: Operations,
        table_name: str,
        predicate: str | None = None,
        message: str | None = None,
        *,
        allowed: Mapping[str, Collection[str]] | None = None,
        examples: int = 3,
        columns: Sequence[str] = (),
        schema: str | None = None,
    ) -> None:
        """No row stands in the way of what comes next; else Refused is raised.

        Either ``predicate``, SQL of the developer's own and one expression, or ``allowed``, for
        each column the values that it may hold. A row stands in the way where the predicate is
        false or a value is not allowed; as with any CHECK, one for which that is NULL does not.
        Values are compared as text.

        Refused says which values stand in the way in how many rows, by column with ``allowed``
        and, where they are given, by ``columns`` with ``predicate``, and shows the primary keys
        of up to ``examples`` rows. ``message`` closes it: what the reader can do. Nothing is ever
        written. Raises NotFoundError where there is no such table or column.

        Offline, PostgreSQL's script gets a block that raises the same refusal without counts.
        """
        operations.invoke(
            cls(table_name, predicate, message, allowed or {}, examples, columns, schema)
        )


@Operations.implementation_for(RequireOp)
def _require(operations: Operations, operation: RequireOp) -> None:
    context = operations.migration_context
    if (operation.predicate is None) == (not operation.allowed):
        raise RemedyError(
            "give either a predicate or allowed values", where=f"require {operation.table_name}"
        )
    table = sa.table(operation.table_name, schema=operation.schema)
    standing = _standing(operation, context.dialect.name)
    if context.as_sql and context.dialect.name == "postgresql":
        context.impl.static_output(_block(operation, table, standing))
        return
    with in_words(operation.table_name):
        _refuse(connected(operations), operation, table, standing)


def _standing(operation: RequireOp, dialect: str) -> _Standing:
    if operation.predicate is None:
        return {
            column: _as_text(column, dialect).not_in([str(value) for value in values])
            for column, values in operation.allowed.items()
        }
    broken = breaking(one_expression(operation.predicate, dialect))
    columns = operation.columns or [", ".join(columns_of(operation.predicate, dialect))]
    return dict.fromkeys(columns, broken)


def _as_text(column: str, dialect: str) -> sa.ColumnElement[Any]:
    """What can be compared with texts; MariaDB does so with any type, by the column's own rules."""
    plain: sa.ColumnClause[Any] = sa.column(column)
    return plain if dialect in OF_MYSQL else sa.cast(plain, sa.Text)


def _refuse(
    connection: sa.Connection, operation: RequireOp, table: sa.TableClause, standing: _Standing
) -> None:
    grouped = bool(operation.allowed or operation.columns)
    refuse_missing(connection, table, columns=list(standing) if grouped else ())
    anywhere = sa.or_(*standing.values())
    rows = count_rows_that(connection, table, anywhere)
    if rows == 0:
        return
    names = ", ".join(standing)
    raise Refused(
        table.name,
        rows,
        _by_value(connection, table, standing)
        if grouped
        else [Obstacle(table.name, names, None, rows)],
        examples=_examples(connection, table, anywhere, operation.examples),
        predicate=None if grouped else operation.predicate,
        message=operation.message,
    )


def _by_value(
    connection: sa.Connection, table: sa.TableClause, standing: _Standing
) -> list[Obstacle]:
    obstacles = []
    for name, broken in standing.items():
        column: sa.ColumnClause[Any] = sa.column(name)
        found = sa.select(column, sa.func.count()).select_from(table).where(broken)
        rows = connection.execute(found.group_by(column).order_by(column))
        obstacles += [Obstacle(table.name, name, value, count) for value, count in rows]
    return obstacles


def _examples(
    connection: sa.Connection, table: sa.TableClause, anywhere: sa.ColumnElement[Any], limit: int
) -> list[dict[str, Any]]:
    """The primary keys of the first rows; none where the table has no primary key."""
    key = sa.inspect(connection).get_pk_constraint(table.name, table.schema)
    columns: list[sa.ColumnClause[Any]] = (
        [sa.column(name) for name in key["constrained_columns"]] if key else []
    )
    if not columns:
        return []
    rows = sa.select(*columns).select_from(table).where(anywhere).order_by(*columns).limit(limit)
    return [dict(row) for row in connection.execute(rows).mappings()]


def _block(operation: RequireOp, table: sa.TableClause, standing: _Standing) -> str:
    """The refusal as a statement of PostgreSQL, for a script that runs without Alembic."""
    found = sa.select(sa.literal(1)).select_from(table).where(sa.or_(*standing.values()))
    names = ", ".join(standing)
    words = f"{table.name}: rows stand in the way: {names} ({operation.message or 'no change'})"
    body = (
        f"BEGIN IF EXISTS ({_text(found)}) THEN RAISE USING MESSAGE = {_text(words)}; END IF; END"
    )
    return f"DO {_text(body)};"


def _text(part: sa.Select[Any] | str) -> str:
    """SQL of PostgreSQL with every value written out; a string becomes a quoted one."""
    element = sa.literal(part, sa.String) if isinstance(part, str) else part
    named = postgresql.base.PGDialect(paramstyle="named")  # type: ignore[no-untyped-call]
    return str(element.compile(dialect=named, compile_kwargs={"literal_binds": True}))
