"""Databases of one server, whoever has started it and whatever it speaks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from sqlalchemy import URL, Connection

from handrail.databases.connecting import Engines
from handrail.databases.lost import connected
from handrail.errors import NoDatabaseError


class Server(Protocol):
    """Where databases are; every method raises NoDatabaseError where it cannot be reached."""

    @property
    def run(self) -> str:
        """Letters, digits and underscores that no other living run has."""

    def url(self, database: str) -> URL:
        """What another process needs to reach the database, driver included; no password."""

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


class ServedDatabase:
    """One database of a server."""

    def __init__(self, engines: Engines, server: Server, name: str) -> None:
        self._server = server
        self._name = name
        self._engine = engines.of(self.url)

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

    def drop(self) -> None:
        """The server has it no more, or is gone itself."""
        self._engine.dispose()
        self._server.drop(self._name)
