"""What every provider and every database promises; the contract suite holds each to it."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import URL, Connection

    from handrail.databases.marks import Found


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a scenario may expect of a database."""

    transactional_ddl: bool
    """DDL that is rolled back leaves no trace."""
    enforces_foreign_keys: bool
    """A dangling reference is rejected without anybody asking for it."""
    named_enums: bool
    """Enumerations are types of their own."""


class Database(Protocol):
    """One scratch database that Handrail made and will drop."""

    @property
    def name(self) -> str:
        """Its own name: unique on the machine, with Handrail's prefix."""

    @property
    def dialect(self) -> str:
        """``sqlite`` or ``postgresql``."""

    @property
    def url(self) -> URL:
        """What another process needs to reach it, driver included."""

    def connect(self) -> AbstractContextManager[Connection]:
        """A new connection, closed on leaving; what was not committed is rolled back."""

    def clone(self) -> Database:
        """A copy of everything in it, isolated both ways.

        Nobody may be writing meanwhile, and who is connected may lose the connection.
        """

    def drop(self) -> None:
        """Gone, whoever is still connected; dropping twice is no error."""


class Provider(Protocol):
    """Gives databases of one kind, and removes them all when closed."""

    @property
    def name(self) -> str:
        """What kind of database it gives: what reports call it, wherever the databases are."""

    @property
    def asked(self) -> str:
        """What ``--database`` is told to have it again; no password."""

    @property
    def capabilities(self) -> Capabilities:
        """What its databases can do, told truthfully."""

    def make(self) -> Database:
        """A new, empty database. Raises NoDatabaseError where none can be had."""

    def close(self) -> None:
        """Every database it made is gone, every process ended; closing twice is no error."""


@runtime_checkable
class KeepingProvider(Provider, Protocol):
    """One that can leave its databases behind, on a server that is the user's."""

    @property
    def kept(self) -> tuple[str, ...]:
        """The databases that are left on the server when this is closed."""


class ServerSession(Protocol):
    """One session on a server that is the user's, for what runs have left there."""

    @property
    def shown(self) -> str:
        """Where the server is, without a password."""

    def found(self) -> Sequence[Found]:
        """Every database with Handrail's prefix that may be dropped here."""

    def drop(self, database: str) -> None:
        """It is gone. Raises NoDatabaseError where somebody is connected."""
