"""Scratch databases of one scenario, by the names that the scenario gives them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

from sqlalchemy import Connection, MetaData, String, TableClause, column, table
from sqlalchemy.exc import DBAPIError
from sqlalchemy.schema import Column, CreateTable, Table

from handrail.acceptance.capability_probes import PROBES
from handrail.databases import Database, Provider, provider
from handrail.errors import HandrailError

Rows = Sequence[Mapping[str, str]]
"""What a table of a scenario says: a mapping for each row, the same keys in all of them."""


class DatabasesBench:
    """Makes, fills, clones and drops databases, and drops them all in the end."""

    def __init__(self, provider: Provider) -> None:
        self.provider = provider
        self._made: list[Database] = []
        self._named: dict[str, Database] = {}
        self._held = ExitStack()
        self._seen: dict[str, bool] = {}
        self._said = ""

    def new(self) -> Database:
        """A new, empty database, dropped when the scenario ends."""
        return self._kept(self.provider.make())

    def make(self, name: str, rows: Rows = ()) -> None:
        """A new database goes by that name; with rows, its table "notes" holds them."""
        self._named[name] = self.new()
        if rows:
            self._create_notes(name, rows[0])
            self.add(name, rows)

    def clone(self, original: str, name: str) -> None:
        """A clone of the database ``original`` goes by that name."""
        self._named[name] = self._kept(self._named[original].clone())

    def drop(self, name: str) -> None:
        """The database was told to drop itself."""
        self._named[name].drop()

    def add(self, name: str, rows: Rows) -> None:
        """The rows were put into the table "notes", and committed."""
        with self._named[name].connect() as connection:
            connection.execute(_notes(rows[0]).insert(), [dict(row) for row in rows])
            connection.commit()

    def hold(self, name: str) -> Connection:
        """Somebody stays connected to the database, idle, to the end of the scenario."""
        connection = self._held.enter_context(self._named[name].connect())
        connection.exec_driver_sql("SELECT 1")
        connection.rollback()
        return connection

    def log_ahead(self, name: str) -> None:
        """SQLite writes ahead, and somebody stays connected, so that the log remains."""
        self.hold(name).connection.cursor().execute("PRAGMA journal_mode = wal")

    def hold_many(self, number: int) -> None:
        """As many databases, each with a note of its own, and somebody connected to each."""
        for name in map(str, range(number)):
            self.make(name, [{"note": name}])
            self.hold(name)

    def ask_for(self, kind: str) -> None:
        """Databases of that kind were asked for, and the error, if any, was kept."""
        try:
            provider(kind)
        except HandrailError as error:
            self._said = str(error)

    def try_capability(self, capability: str) -> None:
        """It was tried whether the databases really have the capability."""
        with self.new().connect() as connection:
            self._seen[capability] = PROBES[capability](connection)

    def should_hold(self, name: str, rows: Rows) -> None:
        """The table "notes" holds these rows, in any order, and no others."""
        with self._named[name].connect() as connection:
            found = connection.execute(_notes(rows[0]).select())
            actual = sorted(tuple(map(str, row)) for row in found)
        expected = sorted(tuple(row.values()) for row in rows)
        assert actual == expected, f"{name!r} holds {actual}, expected {expected}"

    def should_hold_own_notes(self) -> None:
        """Each of the many databases holds its own note and no other."""
        for name in self._named:
            self.should_hold(name, [{"note": name}])

    def should_be_gone(self, name: str) -> None:
        """The database cannot be read any more, and no file of it is left."""
        files = self._files(name)
        assert not files, f"left of {name!r}: {files}"
        try:
            self.should_hold(name, [{"note": "whatever"}])
        except DBAPIError:
            return
        raise AssertionError(f"{name!r} can still be read")

    def names_should_be_distinct(self, prefix: str) -> None:
        """No two databases share a name, and every name begins with the prefix."""
        names = [database.name for database in self._made]
        assert len(set(names)) == len(names), f"some share a name: {sorted(names)}"
        strangers = [name for name in names if not name.startswith(prefix)]
        assert not strangers, f"without {prefix!r}: {strangers}"

    def capability_should_be_as_told(self, capability: str) -> None:
        """What was seen when it was tried is what the provider says."""
        told, seen = getattr(self.provider.capabilities, capability), self._seen[capability]
        assert told == seen, f"{self.provider.name} says {capability} = {told}, but it is {seen}"

    def should_have_said(self, words: str) -> None:
        """The error was this line."""
        assert self._said == words, f"it said {self._said!r}, expected {words!r}"

    def close(self) -> None:
        """Drop what was made, the youngest first."""
        self._held.close()
        while self._made:
            self._made.pop().drop()

    def _kept(self, database: Database) -> Database:
        self._made.append(database)
        return database

    def _create_notes(self, name: str, columns: Iterable[str]) -> None:
        notes = Table("notes", MetaData(), *(Column(one, String(80)) for one in columns))
        with self._named[name].connect() as connection:
            connection.execute(CreateTable(notes))
            connection.commit()

    def _files(self, name: str) -> list[str]:
        database = Path(self._named[name].url.database or "")
        return sorted(file.name for file in database.parent.glob(f"{database.name}*"))


def _notes(columns: Iterable[str]) -> TableClause:
    return table("notes", *map(column, columns))
