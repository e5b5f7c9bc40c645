"""Where rows live: scratch databases that Handrail made, and nothing else."""

from __future__ import annotations

from handrail.databases.protocol import Capabilities, Database, Provider
from handrail.errors import TargetError

__all__ = ["DRIVERS", "PROVIDERS", "Capabilities", "Database", "Provider", "provider"]

PROVIDERS = ("sqlite", "postgresql")
"""The names that ``provider`` knows, the quicker one first."""
DRIVERS = {"sqlite": "sqlite+pysqlite", "postgresql": "postgresql+psycopg"}
"""What each kind of database is reached with, as SQLAlchemy names it."""


def provider(name: str) -> Provider:
    """The provider of that name, new and idle: nothing is started before the first ``make()``.

    Whoever wants one server for many databases keeps the provider. Raises TargetError for a
    name that nobody gave.
    """
    if name == "sqlite":
        from handrail.databases.sqlite import SQLiteProvider

        return SQLiteProvider()
    if name == "postgresql":
        from handrail.databases.embedded_postgresql import EmbeddedPostgreSQLProvider

        return EmbeddedPostgreSQLProvider()
    raise TargetError(
        f"no provider gives {name!r} databases",
        where="--database",
        then=f"known: {', '.join(PROVIDERS)}",
    )
