"""How connections to servers are made, beside what a URL says."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from typing import Any

from sqlalchemy import URL, Dialect, Engine, NullPool, create_engine
from sqlalchemy.engine.interfaces import DBAPIConnection

NOWHERE_ELSE: dict[str, Any] = {"hostaddr": "", "options": "", "password": ""}
"""Lest the environment (PGHOSTADDR, PGOPTIONS, PGPASSWORD) leads elsewhere; a URL may say more."""
CONNECTING: dict[str, Any] = {
    **NOWHERE_ELSE,
    # A held connection would stumble over statements prepared for a table that has changed.
    "prepare_threshold": None,
}
"""The same for Handrail's own connections."""


class Engines:
    """Makes engines for the databases of one server; ``options`` go to each connection."""

    def __init__(self, options: Mapping[str, Any] | None = None) -> None:
        self._options = options or {}
        self._dialect: Dialect | None = None

    def of(self, url: URL) -> Engine:
        """An engine for one database; only the first asks the server who it is.

        SQLAlchemy asks that of each new engine, with four statements that take longer on a new
        connection than most of what is asked afterwards.
        """
        more = {key: value for key, value in self._options.items() if key not in url.query}
        if self._dialect is None:
            first = create_engine(url, poolclass=NullPool, connect_args=more)
            first.connect().close()
            self._dialect = first.dialect
        dialect = copy(self._dialect)
        if dialect.name in ("mariadb", "mysql"):
            dialect.default_schema_name = url.database
        where, options = dialect.create_connect_args(url)

        def connect() -> DBAPIConnection:
            return dialect.connect(*where, **{**options, **more})

        return Engine(NullPool(connect, dialect=dialect), dialect, url)
