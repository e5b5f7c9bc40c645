"""Every name that a database's own catalog lists, read past Handrail's readers of schemas."""

from __future__ import annotations

from sqlalchemy import Connection

_STATEMENTS = {
    "sqlite": """
        SELECT type || ' ' || name || ' of ' || tbl_name FROM sqlite_master
    """,
    "postgresql": """
        WITH own (oid) AS (
            SELECT oid FROM pg_namespace
            WHERE nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
        )
        SELECT 'namespace ' || nspname FROM pg_namespace
        UNION ALL SELECT 'relation ' || relname FROM pg_class JOIN own ON own.oid = relnamespace
        UNION ALL SELECT 'type ' || typname FROM pg_type JOIN own ON own.oid = typnamespace
        UNION ALL SELECT 'function ' || proname FROM pg_proc JOIN own ON own.oid = pronamespace
        UNION ALL SELECT 'constraint ' || conname FROM pg_constraint
            JOIN own ON own.oid = connamespace
        UNION ALL SELECT 'trigger ' || tgname FROM pg_trigger WHERE NOT tgisinternal
    """,
}


def catalog_names(connection: Connection) -> frozenset[str]:
    """Tables, indexes, types, constraints and whatever else has a name, temporary ones included.

    Names of the ledger's table are left out: it stays when the last revision is gone.
    """
    found = connection.exec_driver_sql(_STATEMENTS[connection.dialect.name]).scalars()
    return frozenset(name for name in found if "alembic_version" not in name)
