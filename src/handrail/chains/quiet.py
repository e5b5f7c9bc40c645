"""Statements that outlive the step that has sent them.

SQLite's end with their process, and PostgreSQL soon finds out that nobody waits any more. MariaDB
goes on to the end: what an UPDATE did that nobody waits for would still be seen, or come into the
way of what is next.
"""

from __future__ import annotations

import time
from contextlib import suppress

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from handrail.databases import Database

_OTHERS = text("""
    SELECT id FROM information_schema.processlist
    WHERE db = database() AND id <> connection_id() AND command <> 'Sleep' ORDER BY id""")
"""Who only listens is Handrail itself; of who has died the server finds out at once."""
_PATIENCE = 30.0
"""Seconds that the server gets to take back what was not committed."""


def make_quiet(database: Database) -> None:
    """Nobody is at work in the database any more; what was not committed is taken back."""
    if database.dialect != "mariadb":
        return
    until = time.monotonic() + _PATIENCE
    with database.connect() as connection:
        while (others := connection.scalars(_OTHERS).all()) and time.monotonic() < until:
            for number in others:
                with suppress(DBAPIError):  # it has just left by itself
                    connection.execute(text(f"KILL {number:d}"))
            time.sleep(0.005)
