"""A table of many rows, read plainly and summed up in turns; prints what each took, as JSON.

Called with a URL, a number of rows and a number of turns; the database is empty.
"""

from __future__ import annotations

import json
import sys
import time
from collections import defaultdict

import sqlalchemy as sa

from handrail.model import Table
from handrail.snapshots import checksum, schema_of

TABLE = """CREATE TABLE plans (
  id varchar(26) PRIMARY KEY, name varchar(50), kind varchar(20), parent varchar(26), note text,
  made timestamp, amount double precision, position integer
)"""
FILL = {
    "sqlite": """WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {rows})
        INSERT INTO plans SELECT printf('01HZ%022d', i), 'plan ' || i, 'kind ' || i % 7,
        printf('01HZ%022d', i / 3), 'a note of plan ' || i, '2026-11-20 10:00:00', i / 7.0, i % 100
        FROM n""",
    "postgresql": """INSERT INTO plans SELECT '01HZ' || lpad(i::text, 22, '0'), 'plan ' || i,
        'kind ' || mod(i, 7), '01HZ' || lpad((i / 3)::text, 22, '0'), 'a note of plan ' || i,
        timestamp '2026-11-20 10:00:00', i / 7.0, mod(i, 100) FROM generate_series(1, {rows}) i""",
}
PLAIN, SUMMED = "plain full read", "schema and checksum"


def main(url: str, rows: str, turns: str) -> None:
    """Fill the table, then take turns."""
    took: dict[str, list[float]] = defaultdict(list)
    with sa.create_engine(url, poolclass=sa.NullPool).connect() as connection:
        connection.exec_driver_sql(TABLE)
        connection.exec_driver_sql(FILL[connection.dialect.name].format(rows=int(rows)))
        connection.commit()
        table = schema_of(connection).tables["plans"]
        for _ in range(int(turns)):
            for what, measured in ((PLAIN, _read), (SUMMED, _sum)):
                began = time.perf_counter()
                measured(connection, table)
                took[what].append(time.perf_counter() - began)
    print(json.dumps(took))


def _read(connection: sa.Connection, table: Table) -> None:
    """Every row to the process on SQLite; a server looks at every column by itself."""
    cursor = connection.connection.cursor()
    if connection.dialect.name == "sqlite":
        cursor.execute("SELECT * FROM plans")
        for _ in cursor:
            pass
    else:
        counts = ", ".join(f"count({column})" for column in table.column_names)
        cursor.execute(f"SELECT count(*), {counts} FROM plans")  # noqa: S608 - names of ours
        cursor.fetchone()
    cursor.close()


def _sum(connection: sa.Connection, _: Table) -> None:
    checksum(connection, schema_of(connection).tables["plans"])


if __name__ == "__main__":
    main(*sys.argv[1:])
