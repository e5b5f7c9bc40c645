"""The ledger of a folder of SQL files, as the layout's own runner would keep it."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    DateTime,
    Integer,
    MetaData,
    String,
    Table,
    delete,
    func,
    insert,
    select,
)
from sqlalchemy.schema import CreateTable

from handrail.chains.sql_files.layouts import Layout, SqlMigration

_PAIRS = Table(
    "schema_migrations",
    MetaData(),
    Column("version", String(255), primary_key=True),
    Column("applied_at", DateTime(timezone=True), nullable=False, server_default=func.now()),
)
_DBMATE = Table(
    "schema_migrations",
    MetaData(),
    Column("version", String(128), primary_key=True),
)
_FLYWAY = Table(
    "flyway_schema_history",
    MetaData(),
    Column("installed_rank", Integer, primary_key=True, autoincrement=False),
    Column("version", String(50)),
    Column("description", String(200), nullable=False),
    Column("type", String(20), nullable=False),
    Column("script", String(1000), nullable=False),
    Column("checksum", Integer),
    Column("installed_by", String(100), nullable=False),
    Column("installed_on", DateTime, nullable=False, server_default=func.now()),
    Column("execution_time", Integer, nullable=False),
    Column("success", Boolean, nullable=False),
)
_TABLES = {Layout.PAIRS: _PAIRS, Layout.DBMATE: _DBMATE, Layout.FLYWAY: _FLYWAY}
COLUMNS = {Layout.PAIRS: "version", Layout.DBMATE: "version", Layout.FLYWAY: "script"}
"""Which column of each ledger names the migration."""


class Ledger:
    """The ledger of one database; whoever calls has the transaction in hand."""

    def __init__(self, connection: Connection, layout: Layout) -> None:
        self._connection = connection
        self._table = _TABLES[layout]
        self.name = self._table.name
        self._named = self._table.c[COLUMNS[layout]]
        connection.execute(CreateTable(self._table, if_not_exists=True))

    def applied(self) -> set[str]:
        """What is recorded."""
        return set(self._connection.scalars(select(self._named)))

    def record(self, migration: SqlMigration) -> None:
        """The migration is applied. Raises IntegrityError where that stands there already."""
        values: dict[str, object] = {self._named.name: migration.recorded}
        if self._table is _FLYWAY:
            last = select(func.coalesce(func.max(self._table.c.installed_rank), 0))
            values |= {
                "installed_rank": last.scalar_subquery() + 1,
                "version": None if migration.repeatable else migration.version,
                "description": migration.name.replace("_", " "),
                "type": "SQL",
                "installed_by": "handrail",
                "execution_time": 0,
                "success": True,
            }
        self._connection.execute(insert(self._table).values(values))

    def forget(self, migration: SqlMigration) -> None:
        """The migration is not applied."""
        self._connection.execute(delete(self._table).where(self._named == migration.recorded))
