"""PostgreSQL databases of one server, whoever has started it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Protocol

from handrail.databases import served
from handrail.databases.connecting import CONNECTING, Engines
from handrail.databases.protocol import Capabilities


class Server(served.Server, Protocol):
    """A server, and how a database is made there."""

    def create(self, database: str, template: str) -> None:
        """A new database, copied from another one, whose sessions are ended first."""


class PostgreSQLDatabase(served.ServedDatabase):
    """One database of a server."""

    dialect = "postgresql"

    def __init__(self, provider: PostgreSQLProvider, server: Server, name: str) -> None:
        super().__init__(provider.engines, server, name)
        self._provider = provider

    def clone(self) -> PostgreSQLDatabase:
        """A copy; who is connected meanwhile loses the connection, as the server demands."""
        return self._provider.copy(self._name)


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
