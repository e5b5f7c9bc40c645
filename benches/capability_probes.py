"""For each capability that a provider can claim, a way to see it on a real, empty database."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy import Connection, Enum, ForeignKey, Integer, MetaData, inspect
from sqlalchemy.exc import IntegrityError
from sqlalchemy.schema import Column, Table


def _transactional_ddl(connection: Connection) -> bool:
    """A table that was made before a rollback is not there afterwards."""
    Table("made", MetaData(), Column("id", Integer)).create(connection)
    connection.rollback()
    return not inspect(connection).has_table("made")


def _enforces_foreign_keys(connection: Connection) -> bool:
    """A child without its parent is rejected."""
    tables = MetaData()
    Table("parent", tables, Column("id", Integer, primary_key=True))
    child = Table("child", tables, Column("parent", ForeignKey("parent.id")))
    tables.create_all(connection)
    try:
        connection.execute(child.insert().values(parent=1))
    except IntegrityError:
        return True
    return False


def _named_enums(connection: Connection) -> bool:
    """An enumeration that a table uses is found among the types of the database."""
    phase = Enum("strategy", "action", name="phase")
    Table("plans", MetaData(), Column("phase", phase)).create(connection)
    enums = getattr(inspect(connection), "get_enums", list)
    return [enum["name"] for enum in enums()] == ["phase"]


PROBES: Mapping[str, Callable[[Connection], bool]] = {
    "transactional_ddl": _transactional_ddl,
    "enforces_foreign_keys": _enforces_foreign_keys,
    "named_enums": _named_enums,
}
"""By the names of the fields of ``Capabilities``; the connection has no table yet."""
