"""MariaDB and MySQL databases in a container that lives as long as the run."""

from __future__ import annotations

from contextlib import ExitStack

from handrail.databases.docker_container import ServerKind
from handrail.databases.docker_names import kind_of
from handrail.databases.docker_server import ServerInContainer, demand_image
from handrail.databases.mysql import MySQLProvider
from handrail.databases.mysql_addresses import address
from handrail.databases.mysql_server import GivenServer
from handrail.databases.mysql_session import Session
from handrail.errors import NoDatabaseError

_SETTINGS = (
    # Nothing needs to survive the machine.
    "--innodb-flush-log-at-trx-commit=0",
    "--innodb-doublewrite=OFF",
    "--loose-sync-frm=OFF",  # which MySQL has not
    "--skip-log-bin",
    # The same each time, as in the server that the machine has installed.
    "--performance-schema=OFF",
    "--character-set-server=utf8mb4",
    "--collation-server=utf8mb4_general_ci",
    "--default-time-zone=+00:00",
    "--event-scheduler=OFF",
    "--innodb-stats-auto-recalc=OFF",
    "--skip-name-resolve",
)


def _why_silent(url: str) -> str:
    try:
        place = address(url)
        Session(place.shown, place.parameters).close()
    except NoDatabaseError as error:
        return error.what
    return ""


_QUERIES = {"mysql": "?ssl_check_hostname=false"}
"""MySQL hears passwords over TLS alone, whoever has signed its certificate."""


def _server(kind: str) -> ServerKind:
    return ServerKind(
        name=kind,
        port=3306,
        url=f"{kind}://root:{{password}}@{{host}}:{{port}}/{_QUERIES.get(kind, '')}",
        settings=_SETTINGS,
        environment={f"{kind.upper()}_ROOT_PASSWORD": "{password}"},
        telling=0,
        why_silent=_why_silent,
    )


class ContainerServer(GivenServer):
    """The server of a container, which goes with it."""

    def __init__(self, asked: str) -> None:
        with ExitStack() as undo:
            self._container = ServerInContainer(asked, _server(kind_of(asked)))
            undo.callback(self._container.close)
            super().__init__(address(self._container.url))
            undo.pop_all()

    def close(self) -> None:
        """The container is gone; closing twice is no error."""
        super().close()
        self._container.close()


class DockerMySQLProvider(MySQLProvider):
    """Gives databases of a server in a container, which is started with the first of them."""

    def __init__(self, asked: str) -> None:
        demand_image(asked)
        super().__init__(kind_of(asked), asked, lambda: ContainerServer(asked))
