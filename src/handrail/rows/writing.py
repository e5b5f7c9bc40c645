"""The statements that put rows in, on any database, whatever their names hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from sqlalchemy import Connection, CursorResult
from sqlalchemy.exc import DBAPIError

from handrail.databases.room import demand_room
from handrail.databases.spoken import said
from handrail.model import Table, Value
from handrail.snapshots.naming import dialect_of, quoted, quoted_table

_SAME = {"sqlite": "IS", "postgresql": "IS NOT DISTINCT FROM", "mariadb": "<=>"}
"""What compares two values of which one may be NULL."""
_AS_GIVEN = (
    "SET SESSION sql_mode = "
    "concat_ws(',', @@sql_mode, 'STRICT_ALL_TABLES', 'NO_AUTO_VALUE_ON_ZERO')"
)
"""MariaDB takes a value as it is or not at all, whatever else the server is set to."""


class Writer:
    """Writes and looks for single rows; each is written in a savepoint of its own.

    On PostgreSQL values go out as untyped text, as a literal in quotes would.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._dialect = dialect_of(connection)
        self._untyped = self._dialect == "postgresql"
        self._mark = "?" if self._dialect == "sqlite" else "%s"
        if self._dialect == "mariadb":
            self._run(_AS_GIVEN)

    def insert(self, table: str, values: Mapping[str, Value]) -> str | None:
        """Puts a row in; what the database said if it would not, and then nothing is changed."""
        return self._told(self._insertion(table, [values]), values.values())

    def insert_together(self, table: str, rows: Sequence[Mapping[str, Value]]) -> None:
        """Puts rows of the same columns in at once, so that they may refer to each other.

        Raises DBAPIError where the database would not have them.
        """
        self._run(self._insertion(table, rows), chain.from_iterable(each.values() for each in rows))

    def replace(self, table: str, column: str, old: Value, new: Value) -> int:
        """Puts one value in place of another in all rows; gives their number. Raises DBAPIError."""
        place, same = self._column(column), _SAME[self._dialect]
        words = f"UPDATE {self._name(table)} SET {place} = {self._mark} WHERE {place} {same} "  # noqa: S608
        return self._run(words + self._mark, (new, old)).rowcount

    def update(
        self, table: Table, row: Mapping[str, Value], changed: Mapping[str, Value]
    ) -> str | None:
        """Changes the row with that key; what the database said if it would not."""
        key = {name: row[name] for name in table.primary_key or row}
        places = ", ".join(f"{self._column(name)} = {self._mark}" for name in changed)
        statement = f"UPDATE {self._name(table.name)} SET {places} WHERE {self._all(key)}"  # noqa: S608
        return self._told(statement, (*changed.values(), *key.values()))

    def exists(self, table: str, values: Mapping[str, Value]) -> bool:
        """Whether some row holds these values."""
        statement = f"SELECT 1 FROM {self._name(table)} WHERE {self._all(values)}"  # noqa: S608
        return self._run(statement, values.values()).first() is not None

    def count(self, table: str) -> int:
        """How many rows a table holds."""
        statement = f"SELECT count(*) FROM {self._name(table)}"  # noqa: S608
        counted: int = self._run(statement).scalar_one()
        return counted

    def advance(self, table: Table) -> None:
        """Lets the sequences behind a table's columns go on after the greatest value put in."""
        for column in table.columns if self._untyped else ():
            if column.identity:
                greatest = (
                    f"(SELECT max({self._column(column.name)}) FROM {self._name(table.name)})"  # noqa: S608
                )
                statement = f"SELECT setval(pg_get_serial_sequence(%s, %s), {greatest})"
                named = quoted_table(self._connection, table.name)
                self._run(statement, (named, column.name))

    def _insertion(self, table: str, rows: Sequence[Mapping[str, Value]]) -> str:
        columns = ", ".join(self._column(name) for name in rows[0])
        places = f"({', '.join(self._mark for _ in rows[0])})"
        # PostgreSQL takes a value for GENERATED ALWAYS AS IDENTITY only with these words.
        own = "OVERRIDING SYSTEM VALUE " if self._untyped else ""
        into = f"INSERT INTO {self._name(table)} ({columns}) {own}"
        return f"{into}VALUES {', '.join(places for _ in rows)}"

    def _name(self, table: str) -> str:
        return self._escaped(quoted_table(self._connection, table))

    def _column(self, name: str) -> str:
        return self._escaped(quoted(name, self._dialect))

    def _escaped(self, name: str) -> str:
        return name if self._mark == "?" else name.replace("%", "%%")

    def _all(self, values: Mapping[str, Value]) -> str:
        return " AND ".join(f"{self._column(name)} = {self._mark}" for name in values)

    def _told(self, statement: str, values: Iterable[Value]) -> str | None:
        try:
            with self._connection.begin_nested():
                self._run(statement, values)
        except DBAPIError as refusal:
            demand_room(refusal)
            return said(refusal.orig or refusal).strip()
        return None

    def _run(self, statement: str, values: Iterable[Value] = ()) -> CursorResult[Any]:
        if self._untyped:
            values = [_text(value) for value in values]
        return self._connection.exec_driver_sql(statement, tuple(values))


def _text(value: Value) -> str | bytes | None:
    if value is None or isinstance(value, bytes):
        return value
    return str(value).lower() if isinstance(value, bool) else str(value)
