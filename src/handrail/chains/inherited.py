"""The environment of the process that loads a chain and runs its steps (pure).

Programs that a step starts inherit it, and cannot be kept from what they find there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_SERVER = re.compile(
    r"(jdbc:)?(cockroachdb|mariadb|mssql|mysql2?|oracle|pgsql|postgis|postgres(ql)?|psql|redshift"
    r"|sqlserver)(\+\w+)?://",
    re.IGNORECASE,
)
_FILE = re.compile(r"(jdbc:)?sqlite(3?\+\w+|3?)://", re.IGNORECASE)
_OF_MYSQL = ("MYSQL_PWD", "MYSQL_TCP_PORT", "MYSQL_UNIX_PORT")
"""What MariaDB's clients fill in by themselves, beside MYSQL_HOST."""
_NOWHERE = "handrail.invalid/nowhere"
"""No server ever has that name (RFC 2606)."""


def environment(variables: Mapping[str, str], given: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What is inherited of the user's ``variables``, and over it those ``given`` for the target.

    Nothing leads libpq or MariaDB's clients to a server of the user's; what holds the address of a
    database is still there, since the target may ask for it, but leads nowhere; no bytecode is
    written.
    """
    harmless = {
        name: _leading_nowhere(name, value)
        for name, value in variables.items()
        if not name.startswith("PG") and name not in _OF_MYSQL
    }
    return {**harmless, **dict(given), "PYTHONDONTWRITEBYTECODE": "1"}


def _leading_nowhere(name: str, value: str) -> str:
    if name == "MYSQL_HOST":
        return _NOWHERE.partition("/")[0]
    server, file = _SERVER.match(value), _FILE.match(value)
    if server:
        return server.group() + _NOWHERE
    return file.group() if file else value
