"""Scratch databases of one scenario, by the names that the scenario gives them."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from sqlalchemy import Connection, MetaData, NullPool, String, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.schema import Column, Table

from benches.capability_probes import PROBES
from handrail.acceptance.tables import Record, assert_same
from handrail.databases import Database, Provider, provider
from handrail.errors import HandrailError, ServerLostError

_NOTES = Table("notes", MetaData(), Column("note", String(80)))

_WRITER = """
import os, signal, sqlite3, sys
file, journal, note = sys.argv[1:]
connection = sqlite3.connect(file, isolation_level=None)
connection.execute(f"PRAGMA journal_mode = {journal}")
connection.execute("PRAGMA cache_size = 5")
connection.execute("INSERT INTO notes VALUES (?)", [note])
connection.execute("CREATE TABLE others (note)")
connection.execute("BEGIN")
connection.executemany("INSERT INTO others VALUES (?)", [["other"]] * 10000)
connection.execute("COMMIT")
connection.execute("BEGIN")
connection.execute("UPDATE notes SET note = 'lost'")
connection.execute("UPDATE others SET note = 'lost'")  # its pages take the place of the first one
os.kill(os.getpid(), signal.SIGKILL)
"""


class DatabasesBench:
    """Makes, fills, clones and drops databases, and drops them all in the end.

    Named databases have one table of one column, "note".
    """

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

    def named(self, name: str) -> Database:
        """The database of that name."""
        return self._named[name]

    def make(self, name: str, rows: Sequence[Record] = ()) -> None:
        """A new database goes by that name, and holds these notes."""
        self._named[name] = self.new()
        with self._named[name].connect() as connection:
            _NOTES.create(connection)
            connection.commit()
        self.add(name, rows)

    def clone(self, original: str, name: str) -> None:
        """A clone of the database ``original`` goes by that name."""
        self._named[name] = self._kept(self._named[original].clone())

    def drop(self, name: str) -> None:
        """The database was told to drop itself."""
        self._named[name].drop()

    def close_provider(self) -> None:
        """The provider was told to close."""
        self.provider.close()

    def add(self, name: str, rows: Sequence[Record], *, commit: bool = True) -> None:
        """The notes were added; unless they are to be committed, that was all."""
        with self._named[name].connect() as connection:
            for row in rows:
                connection.execute(_NOTES.insert(), dict(row))
            (connection.commit if commit else connection.close)()

    def hold(self, name: str) -> Connection:
        """Somebody stays connected to the database, idle, to the end of the scenario."""
        connection = self._held.enter_context(self._named[name].connect())
        connection.exec_driver_sql("SELECT 1")
        connection.rollback()
        # Its database may have been dropped by then, or its server may be gone.
        self._held.callback(connection.invalidate)
        return connection

    def log_ahead(self, name: str) -> None:
        """SQLite writes ahead, and somebody stays connected, so that the log remains."""
        cursor = self.hold(name).connection.cursor()
        cursor.execute("PRAGMA journal_mode = wal")
        cursor.execute("SELECT * FROM notes")  # only who has read holds the log
        cursor.fetchall()

    def kill_writer(self, name: str, journal: str, note: str) -> None:
        """Somebody has added the note, and died while changing all of them; a log lies there."""
        file = str(self._named[name].url.database)
        ended = subprocess.run([sys.executable, "-c", _WRITER, file, journal, note], check=False)
        assert ended.returncode == -signal.SIGKILL, f"the writer ended with {ended.returncode}"
        assert len(self._files(name)) > 1, "no log is left"

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

    def should_hold(self, name: str, rows: Sequence[Record]) -> None:
        """The database holds these notes, in any order, and no others."""
        with self._named[name].connect() as connection:
            assert_same(rows, _notes(connection), f"the notes of {name!r}")

    def should_be_reached_by_url(self, name: str, rows: Sequence[Record]) -> None:
        """Who has but the text of the URL, as another process has, finds these notes."""
        url = self._named[name].url.render_as_string(hide_password=False)
        with create_engine(url, poolclass=NullPool).connect() as connection:
            assert_same(rows, _notes(connection), f"the notes at {url}")

    def should_hold_own_notes(self) -> None:
        """Each of the many databases holds its own note and no other."""
        for name in self._named:
            self.should_hold(name, [{"note": name}])

    def should_be_gone(self, name: str) -> None:
        """The database cannot be read any more, and no file of it is left."""
        files = self._files(name)
        assert not files, f"left of {name!r}: {files}"
        try:
            with self._named[name].connect() as connection:
                found = _notes(connection)
        except (DBAPIError, ServerLostError):
            return
        raise AssertionError(f"{name!r} can still be read: {found}")

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

    def _files(self, name: str) -> list[str]:
        database = Path(self._named[name].url.database or "")
        return sorted(file.name for file in database.parent.glob(f"{database.name}*"))


def _notes(connection: Connection) -> list[Record]:
    return [{"note": str(note)} for note in connection.execute(_NOTES.select()).scalars()]
