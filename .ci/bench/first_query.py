"""The server that comes along, from the first call to the first query; prints JSON.

The second database is one of the same run: whether another server was started for it is told.
"""

from __future__ import annotations

import json
import time
from contextlib import closing

import sqlalchemy as sa

from handrail.databases import Provider, provider

FIRST, SECOND = "first call to first query", "first query of a second database"
STARTS = "servers started for a second database"


def main() -> None:
    """Two databases, one after the other."""
    began = time.perf_counter()
    with closing(provider("postgresql")) as databases:
        first = _started(databases)
        between = time.perf_counter()
        second = _started(databases)
        ended = time.perf_counter()
    took = {FIRST: [between - began], SECOND: [ended - between], STARTS: [int(first != second)]}
    print(json.dumps(took))


def _started(databases: Provider) -> object:
    """When the server of a new database was started, as it says itself."""
    with databases.make().connect() as connection:
        return connection.execute(sa.text("SELECT pg_postmaster_start_time()")).scalar_one()


if __name__ == "__main__":
    main()
