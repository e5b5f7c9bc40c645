"""Names of the model as SQL spells them."""

from __future__ import annotations

from sqlalchemy import Connection


def quoted(name: str) -> str:
    """An identifier in double quotes, whatever characters it holds."""
    return '"' + name.replace('"', '""') + '"'


def quoted_table(connection: Connection, name: str) -> str:
    """A table of the model, quoted for a statement on this connection.

    On PostgreSQL what stands before the first dot is the schema; on SQLite a dot is a letter like
    any other.
    """
    if connection.dialect.name == "sqlite":
        return quoted(name)
    return ".".join(quoted(part) for part in name.split(".", 1))
