"""Two databases counted and summed up, table by table, in the columns that both have."""

# ruff: noqa: S608 - names are quoted, and conditions are the database's own.
from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection

from handrail.model import Schema, Table
from handrail.snapshots import checksum, count, quoted, quoted_table


@dataclass(frozen=True, slots=True)
class Entry:
    """One table of both databases; ``before`` or ``after`` is empty where only the other has it.

    Each is the number of rows and, behind a colon, a sum over the columns that were ``compared``.
    """

    table: str
    before: str
    after: str
    compared: str

    @property
    def is_kept(self) -> bool:
        """The table is on one side only, or holds the same on both."""
        return not (self.before and self.after) or self.before == self.after


def census(
    before: tuple[Connection, Schema],
    after: tuple[Connection, Schema],
    renamed: Mapping[str, str],
    changed: Collection[str],
) -> Iterator[Entry]:
    """Every table of the two databases, by the name that it has in the second one.

    ``renamed`` gives the new name of a table for its old one, ``changed`` the columns to leave out,
    each as ``table.column``.
    """
    old = {renamed.get(name, name): table for name, table in before[1].tables.items()}
    for name in sorted(old.keys() | after[1].tables.keys()):
        was, now = old.get(name), after[1].tables.get(name)
        if was and now:
            common = set(was.column_names) & set(now.column_names)
            common -= {column for column in common if f"{name}.{column}" in changed}
            sums = checksum(before[0], _in(was, common)), checksum(after[0], _in(now, common))
            yield Entry(name, *sums, f"{len(common)} of {len(now.columns)} columns")
        elif was:
            yield Entry(name, str(count(before[0], was)), "", "the table is gone")
        else:
            assert now is not None
            yield Entry(name, "", str(count(after[0], now)), "the table is new")


def ledger_of(connection: Connection) -> tuple[str, ...]:
    """What Alembic reads from its own table, in order; nothing where that table is missing."""
    return tuple(sorted(MigrationContext.configure(connection).get_current_heads()))


def broken_checks(connection: Connection, schema: Schema) -> Iterator[str]:
    """The CHECKs that are stored and that some rows break, tried again on every row."""
    for table in schema.tables.values():
        for check in table.checks:
            rows = f"FROM {quoted_table(connection, table.name)} WHERE NOT ({check.text})"
            options = {"no_parameters": True}
            count_them = f"SELECT count(*) {rows}"
            number = connection.exec_driver_sql(count_them, execution_options=options).scalar_one()
            if number:
                yield f"table {table.name}: {number} rows break {check.name}: {check.text}"


def dull_columns(connection: Connection, schema: Schema) -> Iterator[str]:
    """The columns that hold the same in every row, or are NULL in none though they may be."""
    for table in schema.tables.values():
        sums = [f"count(DISTINCT {quoted(n)}), count({quoted(n)})" for n in table.column_names]
        statement = (
            f"SELECT count(*), {', '.join(sums)} FROM {quoted_table(connection, table.name)}"
        )
        rows, *counts = connection.exec_driver_sql(statement).one()
        for column, different, filled in zip(table.columns, counts[::2], counts[1::2], strict=True):
            empty = rows - filled
            if different + bool(empty) < 2 or (column.nullable and not empty):
                yield f"{table.name}.{column.name}: {different} values, {empty} NULL"


def values_of(connection: Connection, table: str, key: str, column: str) -> dict[str, str | None]:
    """What a column holds, by a column that is the table's key."""
    statement = f"SELECT {quoted(key)}, {quoted(column)} FROM {quoted(table)}"
    return {row[0]: row[1] for row in connection.exec_driver_sql(statement)}


def _in(table: Table, columns: Collection[str]) -> Table:
    return replace(table, columns=tuple(each for each in table.columns if each.name in columns))
