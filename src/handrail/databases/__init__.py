"""Where rows live: scratch databases that Handrail made, and nothing else."""

from __future__ import annotations

from contextlib import AbstractContextManager

from handrail.databases import docker_names
from handrail.databases.protocol import (
    Capabilities,
    Database,
    KeepingProvider,
    Provider,
    ServerSession,
)
from handrail.errors import TargetError

__all__ = [
    "DRIVERS",
    "PROVIDERS",
    "USUAL",
    "Capabilities",
    "Database",
    "KeepingProvider",
    "Provider",
    "ServerSession",
    "driver",
    "kind",
    "provider",
    "session",
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
_OF_MYSQL = ("mariadb", "mysql")


def provider(name: str, *, keep: bool = False) -> Provider:
    """What ``--database`` names, new and idle: nothing is started before the first ``make()``.

    Whoever wants one server for many databases keeps the provider. With ``keep`` databases on a
    server that a URL names are left there. Raises TargetError for a name that nobody gave.
    """
    if docker_names.is_image(name):
        return _in_container(name)
    if ":" in name and kind(name) == "postgresql":
        from handrail.databases.postgresql_server import PostgreSQLServerProvider

        return PostgreSQLServerProvider(name, keep=keep)
    if ":" in name and kind(name) in _OF_MYSQL:
        from handrail.databases.mysql_server import MySQLServerProvider

        return MySQLServerProvider(name, keep=keep)
    if kind(name) == "sqlite" and "/" not in name:
        from handrail.databases.sqlite import SQLiteProvider

        return SQLiteProvider(*name.split(":")[1:])
    if name == "postgresql":
        from handrail.databases.embedded_postgresql import EmbeddedPostgreSQLProvider

        return EmbeddedPostgreSQLProvider()
    if name == "mariadb":
        from handrail.databases.mariadb import InstalledMariaDBProvider

        return InstalledMariaDBProvider()
    raise TargetError(
        f"no provider gives {kind(name)!r} databases",
        where="--database",
        then=f"known: {', '.join(PROVIDERS)}, postgresql://USER@HOST/NAME,"
        " mysql://USER@HOST, docker:IMAGE",
    )


def session(url: str) -> AbstractContextManager[ServerSession]:
    """A session on the server that ``--database`` names, closed on leaving.

    Raises TargetError for what is no URL of a server, NoDatabaseError where nobody answers.
    """
    if docker_names.is_image(url):
        raise TargetError(
            "containers of dead runs are removed by the next run that has one", where=url
        )
    if kind(url) in _OF_MYSQL:
        from handrail.databases.mysql_server import session as of_mysql

        return of_mysql(url)
    from handrail.databases.postgresql_server import session as of_postgresql

    return of_postgresql(url)


def _in_container(name: str) -> Provider:
    if kind(name) in _OF_MYSQL:
        from handrail.databases.docker_mariadb import DockerMySQLProvider

        return DockerMySQLProvider(name)
    from handrail.databases.docker_postgresql import DockerPostgreSQLProvider

    return DockerPostgreSQLProvider(name)


def kind(name: str) -> str:
    """What kind of database ``--database`` names, as reports call it; nothing else of a URL."""
    if docker_names.is_image(name):
        return docker_names.kind_of(name)
    scheme, colon, _ = name.partition(":")
    plain = scheme.partition("+")[0]
    if colon and plain == "postgres":
        return "postgresql"
    return plain if colon else name


def driver(name: str) -> str:
    """What SQLAlchemy reaches databases with that ``--database`` names so."""
    backend, _, module = name.partition(":")
    return f"{backend}+{module}" if backend == "sqlite" and module else DRIVERS[kind(name)]
