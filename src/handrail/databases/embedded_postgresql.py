"""PostgreSQL databases of a server that is started with the first of them."""

from __future__ import annotations

from handrail.databases.postgresql import PostgreSQLProvider
from handrail.databases.server import EmbeddedServer


class EmbeddedPostgreSQLProvider(PostgreSQLProvider):
    """Gives databases of one server, which starts with the first one and stops on closing."""

    def __init__(self) -> None:
        super().__init__(self.name, EmbeddedServer)
