"""Database objects of names that have to be quoted, and what is seen of them."""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    Connection,
    ForeignKeyConstraint,
    Integer,
    MetaData,
    String,
    Table,
    UniqueConstraint,
    column,
)
from sqlalchemy.schema import CreateSchema

from handrail.model import Snapshot

PARENT = 'it\'s "here"; --'
CHILD = "Größe ✓ 表"
_SCHEMA = 'so `to` "say"'
_KEY, _WORD, _SIZE = "select", "100% :of \\ it", "größe 表"
_UNIQUE, _CHECK, _FOREIGN = 'group "by"', "Prüfung it's", "from `parent`"


def make(connection: Connection) -> None:
    """Two tables, the second of which refers to the first, with a row each."""
    schema = _SCHEMA if connection.dialect.name == "postgresql" else None
    if schema:
        connection.execute(CreateSchema(schema))
    tables = MetaData()
    parent = Table(
        PARENT,
        tables,
        Column(_KEY, Integer, primary_key=True, autoincrement=False),
        Column(_WORD, String(20)),
        UniqueConstraint(_WORD, name=_UNIQUE),
        CheckConstraint(column(_KEY) > 0, name=_CHECK),
        schema=schema,
    )
    child = Table(
        CHILD,
        tables,
        Column(_KEY, Integer, primary_key=True, autoincrement=False),
        Column(_SIZE, Integer),
        ForeignKeyConstraint([_SIZE], [parent.c[_KEY]], name=_FOREIGN),
        schema=schema,
    )
    tables.create_all(connection)
    connection.execute(parent.insert(), {_KEY: 1, _WORD: "O'Neill; ✓"})
    connection.execute(child.insert(), {_KEY: 2, _SIZE: 1})
    connection.commit()


def should_be_in(seen: Snapshot) -> None:
    """A snapshot shows both tables with all their names, and the row of each."""
    tables = {name.removeprefix(f"{_SCHEMA}."): table for name, table in seen.schema.tables.items()}
    parent, child = tables[PARENT], tables[CHILD]
    (unique,), (check,), (foreign,) = parent.uniques, parent.checks, child.foreign_keys
    named = (unique.name, check.name, foreign.name)
    assert named == (_UNIQUE, _CHECK, _FOREIGN), f"seen are {named}"
    assert parent.column_names == (_KEY, _WORD), f"seen are {parent.column_names}"
    assert child.column_names == (_KEY, _SIZE), f"seen are {child.column_names}"
    for table in (parent, child):
        assert len(seen.rows[table.name].values) == 1, f"rows of {table.name}: {seen.rows}"
