"""PostgreSQL databases of one server, whoever has started it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from typing import Protocol

from sqlalchemy import URL, Connection

from handrail.databases.connecting import CONNECTING, Engines
from handrail.databases.lost import connected
from handrail.databases.protocol import Capabilities
from handrail.errors import NoDatabaseError


class Server(Protocol):
    """Where databases are; every method raises NoDatabaseError where it cannot be reached."""

    @property
    def run(self) -> str:
        """Letters, digits and underscores that no other living run has."""

    def url(self, database: str) -> URL:
        """What another process needs to reach the database, driver included; no password."""

    def create(self, database: str, template: str) -> None:
        """A new database, copied from another one, whose sessions are ended first."""

    def drop(self, database: str) -> None:
        """The database is gone, with its sessions; no error where it is gone already.

        Where the server is found to be gone, that is told once.
        """

    @property
    def is_lost(self) -> bool:
        """Whether it was found to be gone."""

    def loss(self) -> NoDatabaseError | None:
        """What to raise where it is gone, which is found out: ServerLostError, or why it ended."""

    def close(self) -> None:
        """The databases that it made are gone; closing twice is no error."""


class PostgreSQLDatabase:
    """One database of a server."""

    dialect = "postgresql"

    def __init__(self, provider: PostgreSQLProvider, server: Server, name: str) -> None:
        self._provider = provider
        self._server = server
        self._name = name
        self._engine = provider.engines.of(self.url)

    @property
    def name(self) -> str:
        """What the server calls it."""
        return self._name

    @property
    def url(self) -> URL:
        """Where the server is; no password."""
        return self._server.url(self._name)

    @contextmanager
    def connect(self) -> Iterator[Connection]:
        """A new connection of the user that made it."""
        with connected(self._engine, self._server.loss) as connection:
            yield connection

    def clone(self) -> PostgreSQLDatabase:
        """A copy; who is connected meanwhile loses the connection, as the server demands."""
        return self._provider.copy(self._name)

    def drop(self) -> None:
        """The server has it no more, or is gone itself."""
        self._engine.dispose()
        self._server.drop(self._name)


class PostgreSQLProvider:
    """Gives databases of one server, which is had with the first one and left on closing."""

    name = "postgresql"
    capabilities = Capabilities(
        transactional_ddl=True, enforces_foreign_keys=True, named_enums=True
    )

    def __init__(self, asked: str, have: Callable[[], Server]) -> None:
        self.asked = asked
        self._have = have
        self._server: Server | None = None
        self._numbers = count(1)
        self.engines = Engines(CONNECTING)

    def make(self) -> PostgreSQLDatabase:
        """A new, empty database, on a new server where the last one was lost.

        Raises NoDatabaseError where no server can be had.
        """
        if self._server and self._server.is_lost:
            self.close()
        return self.copy("template0")

    def copy(self, template: str) -> PostgreSQLDatabase:
        """A copy of the database ``template``. Raises ServerLostError where that is lost."""
        self._server = self._server or self._have()
        name = f"handrail_{self._server.run}_{next(self._numbers)}"
        self._server.create(name, template)
        return PostgreSQLDatabase(self, self._server, name)

    def close(self) -> None:
        """Its databases are gone, and the server that was started for them; twice is no error."""
        if self._server is not None:
            self._server.close()
            self._server = None
