"""Where rows live: scratch databases that Handrail made, and nothing else."""

from __future__ import annotations

from handrail.databases import docker_names
from handrail.databases.protocol import Capabilities, Database, Provider
from handrail.errors import TargetError

__all__ = [
    "DRIVERS",
    "PROVIDERS",
    "USUAL",
    "Capabilities",
    "Database",
    "Provider",
    "kind",
    "provider",
]

USUAL = ("sqlite", "postgresql")
"""What nobody has to ask for and nothing has to be installed for, the quicker one first."""
PROVIDERS = (*USUAL, "mariadb")
"""The names that ``provider`` knows."""
DRIVERS = {
    "sqlite": "sqlite+pysqlite",
    "postgresql": "postgresql+psycopg",
    "mariadb": "mariadb+pymysql",
    "mysql": "mysql+pymysql",
}
"""What each kind of database is reached with, as SQLAlchemy names it."""


def provider(name: str, *, keep: bool = False) -> Provider:
    """What ``--database`` names, new and idle: nothing is started before the first ``make()``.

    Whoever wants one server for many databases keeps the provider. With ``keep`` databases on a
    server that a URL names are left there. Raises TargetError for a name that nobody gave.
    """
    if docker_names.is_image(name) and kind(name) == "postgresql":
        from handrail.databases.docker_postgresql import DockerPostgreSQLProvider

        return DockerPostgreSQLProvider(name)
    if ":" in name and kind(name) == "postgresql":
        from handrail.databases.postgresql_server import PostgreSQLServerProvider

        return PostgreSQLServerProvider(name, keep=keep)
    if name == "sqlite":
        from handrail.databases.sqlite import SQLiteProvider

        return SQLiteProvider()
    if name == "postgresql":
        from handrail.databases.embedded_postgresql import EmbeddedPostgreSQLProvider

        return EmbeddedPostgreSQLProvider()
    if name == "mariadb":
        from handrail.databases.mariadb import InstalledMariaDBProvider

        return InstalledMariaDBProvider()
    raise TargetError(
        f"no provider gives {kind(name)!r} databases",
        where="--database",
        then=f"known: {', '.join(PROVIDERS)}, postgresql://USER@HOST/NAME, docker:IMAGE",
    )


def kind(name: str) -> str:
    """What kind of database ``--database`` names, as reports call it; nothing else of a URL."""
    if docker_names.is_image(name):
        return docker_names.kind_of(name)
    scheme, colon, _ = name.partition(":")
    plain = scheme.partition("+")[0]
    if colon and plain == "postgres":
        return "postgresql"
    return plain if colon else name
