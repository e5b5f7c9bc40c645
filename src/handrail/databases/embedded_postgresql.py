"""PostgreSQL databases of a server that is started with the first of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

from sqlalchemy import URL, Connection, Dialect, Engine, NullPool, create_engine
from sqlalchemy.engine.interfaces import DBAPIConnection

from handrail.databases.protocol import Capabilities
from handrail.databases.server import CONNECTING, Server


class PostgreSQLDatabase:
    """One database of the embedded server."""

    dialect = "postgresql"

    def __init__(self, provider: EmbeddedPostgreSQLProvider, server: Server, name: str) -> None:
        self._provider = provider
        self._server = server
        self._name = name
        self._engine = provider.engine(self.url)

    @property
    def name(self) -> str:
        """What the server calls it."""
        return self._name

    @property
    def url(self) -> URL:
        """A socket in the server's folder; no password."""
        return self._server.url(self._name)

    @contextmanager
    def connect(self) -> Iterator[Connection]:
        """A new connection of the server's superuser."""
        with self._engine.connect() as connection:
            yield connection

    def clone(self) -> PostgreSQLDatabase:
        """A copy; who is connected meanwhile loses the connection, as the server demands."""
        return self._provider.copy(self._name)

    def drop(self) -> None:
        """The server has it no more, or is gone itself."""
        self._engine.dispose()
        self._server.drop(self._name)


class EmbeddedPostgreSQLProvider:
    """Gives databases of one server, which starts with the first one and stops on closing."""

    name = "postgresql"
    capabilities = Capabilities(
        transactional_ddl=True, enforces_foreign_keys=True, named_enums=True
    )

    def __init__(self) -> None:
        self._server: Server | None = None
        self._numbers = count(1)
        self._dialect: Dialect | None = None

    def make(self) -> PostgreSQLDatabase:
        """A new, empty database. Raises NoDatabaseError where no server can be had."""
        return self.copy("template0")

    def copy(self, template: str) -> PostgreSQLDatabase:
        """A copy of the database ``template``."""
        self._server = self._server or Server()
        name = f"handrail_{self._server.run}_{next(self._numbers)}"
        self._server.create(name, template)
        return PostgreSQLDatabase(self, self._server, name)

    def engine(self, url: URL) -> Engine:
        """An engine for one database; only the first asks the server who it is.

        SQLAlchemy asks that of each new engine, with four statements that take longer on a new
        connection than most of what is asked afterwards.
        """
        if self._dialect is None:
            first = create_engine(url, poolclass=NullPool, connect_args=CONNECTING)
            first.connect().close()
            self._dialect = first.dialect
        dialect = self._dialect
        where, options = dialect.create_connect_args(url)

        def connect() -> DBAPIConnection:
            return dialect.connect(*where, **{**options, **CONNECTING})

        return Engine(NullPool(connect, dialect=dialect), dialect, url)

    def close(self) -> None:
        """The server is gone, and its databases with it; closing twice is no error."""
        if self._server is not None:
            self._server.close()
            self._server = None
