"""Rows that refer to rows that are not there."""

# ruff: noqa: S608 - every name in a statement has been quoted.
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from handrail.model import ForeignKey, Schema, Table
from handrail.snapshots.naming import dialect_of, quoted, quoted_table


@dataclass(frozen=True, slots=True)
class Dangling:
    """How many rows of a table refer through one foreign key to nothing."""

    table: str
    key: ForeignKey
    rows: int

    def __str__(self) -> str:
        columns = ", ".join(self.key.columns)
        row, refers = ("row", "refers") if self.rows == 1 else ("rows", "refer")
        return (
            f"table {self.table}: {self.rows} {row} {refers} through {columns} "
            f"to {self.key.referred_table}, where nothing answers"
        )


def foreign_key_violations(connection: Connection, schema: Schema) -> tuple[Dangling, ...]:
    """The foreign keys of the schema that some rows break, enforced by the database or not.

    Every key is looked at, also one that was never validated, that was switched off while rows went
    in, or whose referred table does not exist. A reference with a NULL in it refers to nothing.
    """
    return tuple(_found(connection, schema))


def _found(connection: Connection, schema: Schema) -> Iterator[Dangling]:
    for table in schema.tables.values():
        for key in table.foreign_keys:
            # Only SQLite lets a key refer to what does not exist.
            answers = connection.dialect.name != "sqlite" or _exists(schema, key)
            statement = _statement(connection, table, key, answers)
            options = {"no_parameters": True}
            rows = connection.exec_driver_sql(statement, execution_options=options).scalar_one()
            if rows:
                yield Dangling(table.name, key, rows)


def _exists(schema: Schema, key: ForeignKey) -> bool:
    referred = schema.tables.get(key.referred_table)
    there = {name.lower() for name in referred.column_names} if referred else set()
    wanted = [name.lower() for name in key.referred_columns]
    return len(wanted) == len(key.columns) and there.issuperset(wanted)


def _statement(connection: Connection, table: Table, key: ForeignKey, answers: bool) -> str:
    dialect = dialect_of(connection)
    here = [f"child.{quoted(column, dialect)}" for column in key.columns]
    filled = " AND ".join(f"{column} IS NOT NULL" for column in here)
    statement = f"SELECT count(*) FROM {quoted_table(connection, table.name)} child WHERE {filled}"
    if not answers:
        return statement
    there = [f"parent.{quoted(column, dialect)}" for column in key.referred_columns]
    # The referred column stands first, since its collation decides.
    same = " AND ".join(f"{one} = {other}" for one, other in zip(there, here, strict=True))
    referred = quoted_table(connection, key.referred_table)
    return f"{statement} AND NOT EXISTS (SELECT 1 FROM {referred} parent WHERE {same})"
