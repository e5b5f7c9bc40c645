"""SQLite databases: files in a scratch folder, in memory where the machine has such a place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event

from handrail.databases.account import Account
from handrail.databases.protocol import Capabilities
from handrail.databases.scratch import ScratchFolder
from handrail.databases.sqlite_module import USUAL, driver_of


class SQLiteDatabase:
    """One file, and what SQLite puts beside it."""

    dialect = "sqlite"

    def __init__(self, provider: SQLiteProvider, file: Path) -> None:
        self._provider = provider
        self._file = file
        self._engine = _engine(self.url)
        file.touch()

    @property
    def name(self) -> str:
        """The file's name without its suffix."""
        return self._file.stem

    @property
    def url(self) -> URL:
        """The file."""
        return URL.create(self._provider.driver, database=str(self._file))

    @contextmanager
    def connect(self) -> Iterator[Connection]:
        """A new connection; DDL belongs to its transaction, as with any other statement."""
        with self._engine.connect() as connection:
            yield connection

    def clone(self) -> SQLiteDatabase:
        """A copy made by SQLite's backup.

        Copying the file would be quicker by some milliseconds, but wrong where a write-ahead log
        or the journal of a killed writer lies beside it. Raises the module's OperationalError where
        somebody has the database locked.
        """
        copy = self._provider.make()
        connect = self._provider.connect
        with closing(connect(self._file)) as source:
            # A lock that is in the way is an error here; backup() would wait for ever.
            source.execute("BEGIN")
            source.execute("SELECT 1 FROM sqlite_master")
            with closing(connect(copy._file)) as target:
                target.execute("PRAGMA journal_mode = off")
                target.execute("PRAGMA synchronous = off")
                source.backup(target)
        return copy

    def drop(self) -> None:
        """The file is gone, with its journal or write-ahead log."""
        self._engine.dispose()
        for suffix in ("", "-wal", "-shm", "-journal"):
            self._file.with_name(self._file.name + suffix).unlink(missing_ok=True)


class SQLiteProvider:
    """Gives SQLite files; the folder for them is made with the first one.

    ``module`` is what SQLite they are for: one that is used as Python's own is. Raises TargetError
    where there is none of that name.
    """

    name = "sqlite"
    capabilities = Capabilities(
        transactional_ddl=True, enforces_foreign_keys=False, named_enums=False
    )

    def __init__(self, module: str = "sqlite3") -> None:
        self.driver = driver_of(module)
        self.asked = self.name if self.driver == USUAL else f"{self.name}:{module}"
        self.connect = import_module(module).connect
        self._folder: ScratchFolder | None = None
        self._numbers = count(1)

    def make(self) -> SQLiteDatabase:
        """A new, empty file. Raises NoDatabaseError where there is no place for it."""
        if self._folder is None:
            self._folder = ScratchFolder(Account())
            self._folder.keep()
        name = f"handrail_{self._folder.run}_{next(self._numbers)}.sqlite"
        return SQLiteDatabase(self, self._folder.path / name)

    def close(self) -> None:
        """All its files are gone; closing twice is no error."""
        if self._folder is not None:
            self._folder.remove()
            self._folder = None


def _engine(url: URL) -> Engine:
    """An engine that holds no connection back and begins its transactions itself.

    The sqlite3 module would begin one only before INSERT, UPDATE or DELETE, which leaves DDL
    outside of it. Source: SQLAlchemy's pages on the pysqlite dialect, on transactions.
    """
    engine = create_engine(url, poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def _hand_over(connection: Any, _record: object) -> None:
        connection.isolation_level = None

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine
