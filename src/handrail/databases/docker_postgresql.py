"""PostgreSQL databases in a container that lives as long as the run."""

from __future__ import annotations

from contextlib import ExitStack
from itertools import chain

import psycopg

from handrail.databases.addresses import address
from handrail.databases.docker_container import ServerKind
from handrail.databases.docker_server import ServerInContainer, demand_image
from handrail.databases.postgresql import PostgreSQLProvider
from handrail.databases.postgresql_server import GivenServer

_USER = "handrail"
_CALL = 5
"""Seconds that one call may take."""
_SETTINGS = {
    # Nothing needs to survive the machine.
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    # The same each time, as in the embedded server.
    "autovacuum": "off",
    "jit": "off",
    "max_parallel_workers": "0",
    "max_locks_per_transaction": "256",
    "TimeZone": "UTC",
    "log_timezone": "UTC",
}


def _why_silent(url: str) -> str:
    try:
        psycopg.connect(url, hostaddr="", options="", connect_timeout=_CALL).close()
    except psycopg.OperationalError as error:
        return str(error)
    return ""


POSTGRESQL = ServerKind(
    name="postgresql",
    port=5432,
    url=f"postgresql://{_USER}:{{password}}@{{host}}:{{port}}/postgres",
    settings=tuple(chain.from_iterable(("-c", f"{key}={to}") for key, to in _SETTINGS.items())),
    environment={
        "POSTGRES_USER": _USER,
        "POSTGRES_PASSWORD": "{password}",
        "POSTGRES_DB": "postgres",
        "POSTGRES_INITDB_ARGS": "--encoding=UTF8 --no-sync",
    },
    telling=-1,  # after those of callers that came too early
    why_silent=_why_silent,
)


class ContainerServer(GivenServer):
    """The server of a container, which goes with it."""

    def __init__(self, asked: str) -> None:
        with ExitStack() as undo:
            self._container = ServerInContainer(asked, POSTGRESQL)
            undo.callback(self._container.close)
            super().__init__(address(self._container.url))
            undo.pop_all()

    def close(self) -> None:
        """The container is gone; closing twice is no error."""
        super().close()
        self._container.close()


class DockerPostgreSQLProvider(PostgreSQLProvider):
    """Gives databases of a server in a container, which is started with the first of them."""

    def __init__(self, asked: str) -> None:
        demand_image(asked)
        super().__init__(asked, lambda: ContainerServer(asked))
