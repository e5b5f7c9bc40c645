"""Names of the model as SQL spells them, and whose SQL it is."""

from __future__ import annotations

from sqlalchemy import Connection

_QUOTES = {"mariadb": "`"}


def dialect_of(connection: Connection) -> str:
    """What kind of database a connection leads to, whatever its driver."""
    return dialect_named(connection.dialect.name)


def dialect_named(database: str) -> str:
    """Whose SQL a kind of database speaks, as reports call that: MySQL is MariaDB here."""
    return "mariadb" if database == "mysql" else database


def quoted(name: str, dialect: str = "sqlite") -> str:
    """An identifier in the quotes of that kind of database, whatever characters it holds."""
    mark = _QUOTES.get(dialect, '"')
    return mark + name.replace(mark, mark * 2) + mark


def quoted_table(connection: Connection, name: str) -> str:
    """A table of the model, quoted for a statement on this connection.

    On PostgreSQL what stands before the first dot is the schema; elsewhere a dot is a letter like
    any other.
    """
    dialect = dialect_of(connection)
    parts = name.split(".", 1) if dialect == "postgresql" else [name]
    return ".".join(quoted(part, dialect) for part in parts)
