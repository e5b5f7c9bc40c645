"""The rows of tables: read, counted, and summed up without being held in memory."""

# ruff: noqa: S608 - every name in a statement has been quoted.
from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import repeat
from marshal import dumps
from typing import Any

from sqlalchemy import Connection

from handrail.model import Column, Rows, Schema, Table
from handrail.snapshots.naming import dialect_of, quoted, quoted_table

_SUM_BITS = 64
_AT_ONCE = 100
"""Tables that one statement reads."""
_ROWS_AT_ONCE = 300
_BY_VALUE = 2
"""The newest format of marshal in which equal values of one type are equal bytes."""
_HASHED_AS_THEY_ARE = re.compile(
    "smallint|integer|bigint|boolean|date|uuid|timestamp (with|without) time zone"
)
"""Types of PostgreSQL whose equal values are the same, so that no text has to be made of them."""
_BYTES = re.compile(r"blob|binary|geometry|point|linestring|polygon")
"""Types of MariaDB whose values are no text."""


def contents(connection: Connection, tables: Sequence[Table]) -> dict[str, Rows]:
    """All rows of each table, generated columns included, ordered by primary key.

    A table without a primary key is ordered by all its columns. Values are native on SQLite and
    the server's own text form elsewhere, None for NULL; MariaDB's bytes are bytes, its bits a
    number. Changes nothing.
    """
    found = {table.name: Rows(table.column_names) for table in tables}
    filled = _filled(connection, tables)
    if dialect_of(connection) != "postgresql":
        return found | {table.name: _read(connection, table) for table in filled}
    for first in range(0, len(filled), _AT_ONCE):
        found |= _read_at_once(connection, filled[first : first + _AT_ONCE])
    return found


def _filled(connection: Connection, tables: Sequence[Table]) -> list[Table]:
    """Those that hold a row; most do not, and asking that of all takes one statement."""
    filled: list[Table] = []
    for first in range(0, len(tables), _AT_ONCE):
        asked = tables[first : first + _AT_ONCE]
        parts = (f"EXISTS(SELECT 1 FROM {quoted_table(connection, each.name)})" for each in asked)
        answers = _rows(connection, f"SELECT {', '.join(parts)}")[0]
        filled += [table for table, answer in zip(asked, answers, strict=True) if answer]
    return filled


def _read(connection: Connection, table: Table) -> Rows:
    dialect = dialect_of(connection)
    columns = _values(dialect, table.columns)
    # What a collation takes for the same has no order among its like.
    whole = columns if dialect == "sqlite" else [f"CAST({each} AS BINARY)" for each in columns]
    order = ", ".join(quoted(each, dialect) for each in table.primary_key) or ", ".join(whole)
    name = quoted_table(connection, table.name)
    statement = f"SELECT {', '.join(columns)} FROM {name} ORDER BY {order}"
    return Rows(table.column_names, tuple(tuple(row) for row in _rows(connection, statement)))


def _read_at_once(connection: Connection, tables: Sequence[Table]) -> dict[str, Rows]:
    """With one statement for all of them, since each takes a way to the server and back."""
    parts = []
    for number, table in enumerate(tables):
        values = _values("postgresql", table.columns)
        # Not every type has an order (json), but every text has one.
        key = (quoted(each, "postgresql") for each in table.primary_key)
        order = ", ".join(key) or ", ".join(values) or "1"
        parts.append(
            f"SELECT {number}, row_number() OVER (ORDER BY {order}), ARRAY[{', '.join(values)}]"
            f"::text[] FROM {quoted_table(connection, table.name)}"
        )
    rows: list[list[tuple[Any, ...]]] = [[] for _ in tables]
    for number, _, values in _rows(connection, f"{' UNION ALL '.join(parts)} ORDER BY 1, 2"):
        rows[number].append(tuple(values))
    return {
        table.name: Rows(table.column_names, tuple(found))
        for table, found in zip(tables, rows, strict=True)
    }


def count(connection: Connection, table: Table) -> int:
    """How many rows a table holds."""
    statement = f"SELECT count(*) FROM {quoted_table(connection, table.name)}"
    return int(_rows(connection, statement)[0][0])


def tables_with_rows(connection: Connection, schema: Schema) -> tuple[str, ...]:
    """The names of the tables that hold at least one row, in the order of the schema."""
    tables = [table for table in schema.tables.values() if table.holds_rows]
    return tuple(table.name for table in _filled(connection, tables))


def checksum(connection: Connection, table: Table) -> str:
    """The number of rows and a sum over them: the same for the same contents, in whatever order.

    Each row is hashed with its columns in the order of their names, and the hashes are added up
    modulo 2**64. Sums of two databases compare where both are of the same kind and the same process
    made them. Servers add up by themselves; the rows of SQLite are streamed, so that memory does
    not grow with them.
    """
    dialect = dialect_of(connection)
    columns = sorted(table.columns, key=lambda column: column.name)
    name = quoted_table(connection, table.name)
    if dialect == "sqlite":
        read = ", ".join(_values(dialect, columns))
        number, total = _streamed_sum(connection, f"SELECT {read} FROM {name}")
    else:
        hashed = _HASHES[dialect](columns)
        statement = f"SELECT count(*), coalesce(sum({hashed}), 0) FROM {name}"
        number, total = _rows(connection, statement)[0]
    return f"{number}:{int(total) % 2**_SUM_BITS:016x}"


def _hashed_by_postgresql(columns: Sequence[Column]) -> str:
    read = (
        quoted(each.name, "postgresql")
        if _HASHED_AS_THEY_ARE.fullmatch(each.type)
        else f'{text} COLLATE "C"'
        for each, text in zip(columns, _values("postgresql", columns), strict=True)
    )
    # The hash of a record is a plain sum of those of its values: without another one around it
    # two rows could exchange values.
    return f"hashint4extended(0, hash_record_extended(ROW({', '.join(read)}), 0))"


def _hashed_by_mariadb(columns: Sequence[Column]) -> str:
    written = ", ".join(f"quote(hex({each}))" for each in _values("mariadb", columns))
    return f"CAST(conv(left(md5(concat_ws(',', {written})), 16), 16, 10) AS UNSIGNED)"


_HASHES = {"postgresql": _hashed_by_postgresql, "mariadb": _hashed_by_mariadb}


def _streamed_sum(connection: Connection, statement: str) -> tuple[int, int]:
    """With no call of Python's own for a row: that would take longer than to read it."""
    number = total = 0
    cursor = connection.connection.cursor()
    cursor.execute(statement)
    while rows := cursor.fetchmany(_ROWS_AT_ONCE):
        number += len(rows)
        total += sum(map(hash, map(dumps, rows, repeat(_BY_VALUE))))
    cursor.close()
    return number, total


def _values(dialect: str, columns: Iterable[Column]) -> list[str]:
    read = _READ[dialect]
    return [read(quoted(column.name, dialect), column.type) for column in columns]


def _read_by_mariadb(name: str, type_text: str) -> str:
    """As text, but for what is none: bytes, and bits, which are a number."""
    if type_text.startswith("bit"):
        return f"{name} + 0"
    return name if _BYTES.search(type_text) else f"CAST({name} AS CHAR)"


_READ: Mapping[str, Callable[[str, str], str]] = {
    "sqlite": lambda name, _: name,
    "postgresql": lambda name, _: f"{name}::text",
    "mariadb": _read_by_mariadb,
}
"""How a column, by its name and its type, is read."""


def _rows(connection: Connection, statement: str) -> Sequence[Sequence[Any]]:
    """With the driver's own cursor, which takes a fraction of SQLAlchemy's time."""
    if not connection.in_transaction():
        connection.begin()
    # Without parameters a driver leaves the percent signs of names alone.
    cursor = connection.connection.cursor()
    cursor.execute(statement)
    rows: Sequence[Sequence[Any]] = cursor.fetchall()
    cursor.close()
    return rows
