"""PostgreSQL databases of a server that Handrail starts."""

from __future__ import annotations

from handrail.databases.protocol import Capabilities, Database
from handrail.errors import NoDatabaseError


class EmbeddedPostgreSQLProvider:
    """Being built."""

    name = "postgresql"
    capabilities = Capabilities(
        transactional_ddl=True, enforces_foreign_keys=True, named_enums=True
    )

    def make(self) -> Database:
        raise NoDatabaseError("the embedded PostgreSQL is still being built")

    def close(self) -> None:
        return None
