"""MariaDB and MySQL databases of one server, whoever has started it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import TYPE_CHECKING, Protocol

from handrail.databases import served
from handrail.databases.connecting import Engines
from handrail.databases.mysql_copying import copy_contents
from handrail.databases.protocol import Capabilities

if TYPE_CHECKING:
    from handrail.databases.mysql_session import Session


class Server(served.Server, Protocol):
    """A server, and how a database is made there."""

    session: Session

    def create(self, database: str, like: str | None) -> None:
        """A new, empty database; it spells and sorts as the database ``like`` does."""


class MySQLDatabase(served.ServedDatabase):
    """One database of a server: what MySQL calls a schema."""

    dialect = "mariadb"

    def __init__(self, provider: MySQLProvider, server: Server, name: str) -> None:
        super().__init__(provider.engines, server, name)
        self._provider = provider
        self._session = server.session

    def clone(self) -> MySQLDatabase:
        """A copy, table by table, since the server has no copy of whole databases."""
        copy = self._provider.new(like=self._name)
        copy_contents(self._session, self._name, copy.name)
        return copy


class MySQLProvider:
    """Gives databases of one server, which is had with the first one and left on closing."""

    capabilities = Capabilities(
        transactional_ddl=False, enforces_foreign_keys=True, named_enums=False
    )

    def __init__(self, name: str, asked: str, have: Callable[[], Server]) -> None:
        self.name = name
        self.asked = asked
        self.engines = Engines()
        self._have = have
        self._server: Server | None = None
        self._numbers = count(1)

    def make(self) -> MySQLDatabase:
        """A new, empty database, on a new server where the last one was lost.

        Raises NoDatabaseError where no server can be had.
        """
        if self._server and self._server.is_lost:
            self.close()
        return self.new(like=None)

    def new(self, *, like: str | None) -> MySQLDatabase:
        """An empty database with the character set and collation of another one."""
        self._server = self._server or self._have()
        name = f"handrail_{self._server.run}_{next(self._numbers)}"
        self._server.create(name, like)
        return MySQLDatabase(self, self._server, name)

    def close(self) -> None:
        """Its databases are gone, and the server that was started for them; twice is no error."""
        if self._server is not None:
            self._server.close()
            self._server = None
