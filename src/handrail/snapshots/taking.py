"""A snapshot of a database: its schema, its rows, its ledger."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sqlalchemy import Connection

from handrail.model import Phase, Rows, Schema, Snapshot, Table
from handrail.snapshots import mariadb_catalog, postgresql_catalog, sqlite_catalog
from handrail.snapshots.catalog import Catalog
from handrail.snapshots.contents import contents
from handrail.snapshots.naming import dialect_of
from handrail.stopwatch import timed

_READERS: dict[str, Callable[[Connection], Catalog]] = {
    "sqlite": sqlite_catalog.read,
    "postgresql": postgresql_catalog.read,
    "mariadb": mariadb_catalog.read,
}


@timed(Phase.SNAPSHOT)
def take(
    connection: Connection,
    *,
    ledger_table: str = "alembic_version",
    ledger_column: str = "version_num",
    ledger_schema: str | None = None,
) -> Snapshot:
    """What stands in the database as this connection sees it, its open transaction included.

    Rows are read of every table that holds its own; the ledger's table is in neither schema nor
    rows, and the ledger is empty where that table does not exist. PostgreSQL prints names and
    expressions as the connection's search path demands, so snapshots compare where that is the
    same. Changes nothing. Raises KeyError where the ledger's table has no such column, and
    sqlalchemy.exc.DBAPIError where the transaction has already failed.
    """
    catalog = _READERS[dialect_of(connection)](connection)
    in_default_schema = ledger_schema in (None, catalog.default_schema)
    ledger = ledger_table if in_default_schema else f"{ledger_schema}.{ledger_table}"
    tables = dict(catalog.schema.tables)
    ledger_found = tables.pop(ledger, None)
    schema = replace(catalog.schema, tables=tables)
    return Snapshot(
        schema=schema,
        rows=_rows(connection, schema),
        ledger=_applied(connection, ledger_found, ledger_column) if ledger_found else (),
        storage={name: catalog.storage[name] for name in tables},
    )


@timed(Phase.SNAPSHOT)
def with_rows_of(connection: Connection, known: Snapshot) -> Snapshot:
    """The known snapshot with the rows that the connection sees now.

    For who knows that nothing but rows has changed, since reading them takes a fraction of what
    reading the catalog takes. Changes nothing.
    """
    return replace(known, rows=_rows(connection, known.schema))


def schema_of(connection: Connection, *, ledger_table: str = "alembic_version") -> Schema:
    """The schema alone, as ``take`` has it, without reading any row; the ledger is left out."""
    schema = _READERS[dialect_of(connection)](connection).schema
    tables = {name: table for name, table in schema.tables.items() if name != ledger_table}
    return replace(schema, tables=tables)


def _rows(connection: Connection, schema: Schema) -> dict[str, Rows]:
    return contents(connection, [table for table in schema.tables.values() if table.holds_rows])


def _applied(connection: Connection, ledger: Table, column: str) -> tuple[str, ...]:
    rows = contents(connection, [ledger])[ledger.name].as_dicts()
    return tuple(sorted(str(row[column]) for row in rows))
