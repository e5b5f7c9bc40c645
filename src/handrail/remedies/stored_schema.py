"""The schema that SQLite stores as text, edited in place: no row is rewritten.

This is the procedure of https://www.sqlite.org/lang_altertable.html for changes that do not affect
what is stored on disk, within a savepoint: it works in the transaction that is open, and else in
one of its own. ``PRAGMA writable_schema = RESET`` makes this connection read the schema again, the
greater ``schema_version`` every other one (https://www.sqlite.org/pragma.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

import sqlalchemy as sa

from handrail.remedies.errors import NotFoundError, RemedyError, RowsDoNotFitError, counted

_ALTERS = (3, 53)
"""The first SQLite with ALTER TABLE ... DROP and ADD CONSTRAINT, SET and DROP NOT NULL."""
_SAVEPOINT = "handrail_remedy"


@dataclass(frozen=True, slots=True)
class StoredTable:
    """One ordinary table of an SQLite database and the text that describes it."""

    connection: sa.Connection
    schema: str
    name: str
    text: str

    def rows_that(self, condition: str) -> int:
        """How many rows the SQL condition, columns and all, is true for."""
        count = f"SELECT count(*) FROM {self.quoted} NOT INDEXED WHERE {condition}"  # noqa: S608
        return int(self.connection.exec_driver_sql(count).scalar_one())

    def refuse_rows_that(self, condition: str, constraint: str, column: str | None = None) -> None:
        """Raises RowsDoNotFitError where the SQL condition is true for any row."""
        if rows := self.rows_that(condition):
            raise RowsDoNotFitError(self.name, constraint, rows, column)

    @property
    def can_alter(self) -> bool:
        """Whether the SQLite that the connection belongs to changes constraints by itself."""
        return tuple(self.connection.dialect.server_version_info or ()) >= _ALTERS

    def alter(self, *changes: str) -> None:
        """SQLite makes the changes itself, and finds the table to hold; where it can."""
        for change in changes:
            self.connection.exec_driver_sql(f"ALTER TABLE {self.quoted} {change}")
        self._check()

    def edit(self, text: str) -> None:
        """The table is described by this text, which SQLite has read and found to hold."""
        self._write(text)
        self._check()

    def edit_default(self, text: str, column: str) -> None:
        """The same, for a text in which the default of the column is another.

        A row that is older than its column does not store a value for it: what is read there is
        the default. Such rows are given what they have shown until now, so that none of them
        changes. Triggers would see that, so RemedyError is raised where the table has any.
        """
        holds_default = f"{self.quote(column)} IS ({self._default(column)}) COLLATE BINARY"
        rows = self.rows_that(holds_default)
        self._write(text)
        unstored = rows - self.rows_that(holds_default)
        if unstored:
            self._write(self.text)
            self._refuse_triggers(column, unstored)
            same = f"{self.quote(column)} = {self.quote(column)}"
            self.connection.exec_driver_sql(
                f"UPDATE {self.quoted} SET {same} WHERE {holds_default}"  # noqa: S608
            )
            self._write(text)
        self._check()

    def quote(self, name: str) -> str:
        """The name as SQL, always in quotes."""
        return self.connection.dialect.identifier_preparer.quote_identifier(name)

    @property
    def quoted(self) -> str:
        """Schema and name as SQL."""
        return f"{self.quote(self.schema)}.{self.quote(self.name)}"

    def _write(self, text: str) -> None:
        run, schema = self.connection.exec_driver_sql, self.quote(self.schema)
        version = run(f"PRAGMA {schema}.schema_version").scalar_one()
        run("PRAGMA writable_schema = ON")
        run(
            f"UPDATE {schema}.sqlite_master SET sql = ? WHERE type = 'table' AND name = ?",  # noqa: S608
            (text, self.name),
        )
        run(f"PRAGMA {schema}.schema_version = {version + 1}")
        run("PRAGMA writable_schema = RESET")

    def _check(self) -> None:
        check = f"PRAGMA {self.quote(self.schema)}.integrity_check({self.quote(self.name)})"
        problems = dict.fromkeys(self.connection.exec_driver_sql(check).scalars())
        if list(problems) != ["ok"]:
            raise RemedyError(
                f"the integrity check says: {'; '.join(problems)}",
                where=self.name,
                then="nothing was changed",
            )

    def _default(self, column: str) -> str:
        defaults = self.connection.exec_driver_sql(
            "SELECT dflt_value FROM pragma_table_xinfo(?, ?) WHERE name = ? COLLATE NOCASE",
            (self.name, self.schema, column),
        )
        return defaults.scalar_one() or "NULL"

    def _refuse_triggers(self, column: str, unstored: int) -> None:
        triggers = self.connection.exec_driver_sql(
            f"SELECT count(*) FROM {self.quote(self.schema)}.sqlite_master"  # noqa: S608
            " WHERE type = 'trigger' AND tbl_name = ? COLLATE NOCASE",
            (self.name,),
        )
        if triggers.scalar_one():
            raise RemedyError(
                f"{counted(unstored)} older than the column {column!r} must be written out before"
                " its default is changed, and the triggers of the table would see that",
                where=self.name,
                then="nothing was changed: drop the triggers first, create them again afterwards",
            )


@contextmanager
def stored_table(connection: sa.Connection, name: str, schema: str | None) -> Iterator[StoredTable]:
    """The table, for a block that does all it does or nothing.

    Whatever the block raises, the database is afterwards as before. Raises NotFoundError where
    there is no such table (a view or a virtual table is none).
    """
    connection.exec_driver_sql(f"SAVEPOINT {_SAVEPOINT}")
    with ExitStack() as undo:
        undo.callback(_roll_back, connection)
        yield _find(connection, name, schema or "main")
        connection.exec_driver_sql(f"RELEASE {_SAVEPOINT}")
        undo.pop_all()


def _roll_back(connection: sa.Connection) -> None:
    connection.exec_driver_sql(f"ROLLBACK TO {_SAVEPOINT}")
    connection.exec_driver_sql(f"RELEASE {_SAVEPOINT}")
    connection.exec_driver_sql("PRAGMA writable_schema = RESET")


def _find(connection: sa.Connection, name: str, schema: str) -> StoredTable:
    quoted = connection.dialect.identifier_preparer.quote_identifier(schema)
    found = connection.exec_driver_sql(
        f"SELECT name, sql FROM {quoted}.sqlite_master"  # noqa: S608
        " WHERE type = 'table' AND rootpage > 0 AND name = ? COLLATE NOCASE",
        (name,),
    ).one_or_none()
    if found is None:
        raise NotFoundError("table", name, name)
    return StoredTable(connection, schema, found.name, found.sql)
