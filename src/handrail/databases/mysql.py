"""MariaDB and MySQL databases of one server, whoever has started it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING, Protocol

from sqlalchemy import URL, Connection

from handrail.databases.connecting import Engines
from handrail.databases.lost import connected
from handrail.databases.mysql_copying import copy_contents
from handrail.databases.protocol import Capabilities
from handrail.errors import NoDatabaseError

if TYPE_CHECKING:
    from handrail.databases.mysql_session import Session


class Server(Protocol):
    """Where databases are; every method raises NoDatabaseError where it cannot be reached."""

    session: Session

    @property
    def run(self) -> str:
        """Letters, digits and underscores that no other living run has."""

    def url(self, database: str) -> URL:
        """What another process needs to reach the database, driver included; no password."""

    def create(self, database: str, like: str | None) -> None:
        """A new, empty database; it spells and sorts as the database ``like`` does."""

    def drop(self, database: str) -> None:
        """The database is gone, with its sessions; no error where it, or the server, is gone."""

    @property
    def is_lost(self) -> bool:
        """Whether it was found to be gone."""

    def loss(self) -> NoDatabaseError | None:
        """What to raise where it is gone, which is found out: ServerLostError, or why it ended."""

    def close(self) -> None:
        """The databases that it made are gone; closing twice is no error."""


class MySQLDatabase:
    """One database of a server: what MySQL calls a schema."""

    dialect = "mariadb"

    def __init__(self, provider: MySQLProvider, server: Server, name: str) -> None:
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

    def clone(self) -> MySQLDatabase:
        """A copy, table by table, since the server has no copy of whole databases."""
        copy = self._provider.new(like=self._name)
        copy_contents(self._server.session, self._name, copy.name)
        return copy

    def drop(self) -> None:
        """The server has it no more, or is gone itself."""
        self._engine.dispose()
        self._server.drop(self._name)


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
