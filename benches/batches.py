"""Many rows at once: one statement and one JSON document, whatever the database and the number."""

# ruff: noqa: S608 - tables and columns are named by whoever makes a batch, in the project itself.
from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows to put into a table, or, with a ``key``, new values for rows that are there.

    Every row names the same columns.
    """

    table: str
    rows: Sequence[Mapping[str, object]]
    key: str = ""

    def put(self, connection: sa.Connection) -> None:
        """The rows are in, or hold the values, by one statement; not committed."""
        if self.rows:
            columns = list(self.rows[0])
            source = _source(connection.dialect.name, self.table, columns)
            statement = f"{self._beginning(columns)} FROM {source}{self._end()}"
            connection.execute(sa.text(statement), {"rows": json.dumps(self.rows)})

    def _beginning(self, columns: Sequence[str]) -> str:
        if self.key:
            values = [f"{name} = given.{name}" for name in columns if name != self.key]
            return f"UPDATE {self.table} SET {', '.join(values)}"
        return f"INSERT INTO {self.table} ({', '.join(columns)}) SELECT {', '.join(columns)}"

    def _end(self) -> str:
        return f" WHERE given.{self.key} = {self.table}.{self.key}" if self.key else ""


def _source(dialect: str, table: str, columns: Sequence[str]) -> str:
    """The rows of the parameter ``rows``, a JSON document, as a table named ``given``."""
    if dialect == "sqlite":
        values = [f"json_extract(value, '$.{name}') AS {name}" for name in columns]
        return f"(SELECT {', '.join(values)} FROM json_each(:rows)) AS given"
    return f"json_populate_recordset(CAST(NULL AS {table}), CAST(:rows AS json)) AS given"
