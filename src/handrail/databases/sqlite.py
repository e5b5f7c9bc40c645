"""SQLite databases: files in a private scratch folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event

from handrail.databases.protocol import Capabilities


class SQLiteDatabase:
    """One file."""

    dialect = "sqlite"

    def __init__(self, provider: SQLiteProvider, path: Path) -> None:
        self._provider = provider
        self._path = path
        self._engine = _engine(self.url)

    @property
    def name(self) -> str:
        return self._path.stem

    @property
    def url(self) -> URL:
        return URL.create("sqlite+pysqlite", database=str(self._path))

    @contextmanager
    def connect(self) -> Iterator[Connection]:
        with self._engine.connect() as connection:
            yield connection

    def clone(self) -> SQLiteDatabase:
        copy = self._provider.make()
        if self._path.exists():
            copy._path.write_bytes(self._path.read_bytes())
        return copy

    def drop(self) -> None:
        self._path.unlink(missing_ok=True)


class SQLiteProvider:
    """Gives SQLite files."""

    name = "sqlite"
    capabilities = Capabilities(
        transactional_ddl=True, enforces_foreign_keys=False, named_enums=False
    )

    def __init__(self) -> None:
        self._folder = TemporaryDirectory(prefix="handrail_")
        self._numbers = count(1)

    def make(self) -> SQLiteDatabase:
        name = f"handrail_{next(self._numbers)}.sqlite"
        return SQLiteDatabase(self, Path(self._folder.name) / name)

    def close(self) -> None:
        self._folder.cleanup()


def _engine(url: URL) -> Engine:
    engine = create_engine(url, poolclass=NullPool)
    event.listen(engine, "connect", lambda dbapi, _: setattr(dbapi, "isolation_level", None))
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    return engine
