"""Which values a migration's own operations declare for a column that stores them as text.

An ``Enum`` is a plain VARCHAR on SQLite, and elsewhere when it is not native: the database would
take any word; a ``PickleType`` is any bytes to it. What the migration declared is read from the
constructs that it sends.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from alembic.ddl.base import AddColumn, AlterColumn, RenameTable
from sqlalchemy import JSON, Column, Enum, PickleType, Uuid
from sqlalchemy.schema import CreateTable
from sqlalchemy.types import TypeDecorator, TypeEngine

from handrail.model import Declaration, Renaming

BATCH = "_alembic_tmp_"
"""What Alembic's batch mode puts before the name of the table that it will rename."""


def declared_by(construct: Any) -> Iterator[Declaration | Renaming]:
    """What one construct declares; nothing for plain SQL, whose types the catalog shows."""
    if isinstance(construct, CreateTable):
        for column in construct.element.columns:
            if not _merely_reflected(construct.element.name, column):
                yield _declaration(construct.element.name, column.name, column.type)
    elif isinstance(construct, AddColumn):
        yield _declaration(construct.table_name, construct.column.name, construct.column.type)
    elif isinstance(construct, AlterColumn) and hasattr(construct, "type_"):
        yield _declaration(construct.table_name, str(construct.column_name), construct.type_)
    elif isinstance(construct, RenameTable) and not construct.table_name.startswith(BATCH):
        yield Renaming(construct.table_name, str(construct.new_table_name))


def _declaration(table: str, column: str, type_: TypeEngine[Any]) -> Declaration:
    return Declaration(table.removeprefix(BATCH), column, _labels(type_), _meant(type_))


def _merely_reflected(table: str, column: Column[Any]) -> bool:
    """Whether batch mode took the column as the database describes it, and nobody declared it.

    SQLAlchemy spells the types that it reads from a database in capitals.
    """
    return table.startswith(BATCH) and type(column.type).__name__.isupper()


def _labels(type_: TypeEngine[Any]) -> tuple[str, ...]:
    inner = _inner(type_)
    return tuple(inner.enums) if isinstance(inner, Enum) else ()


def _meant(type_: TypeEngine[Any]) -> str:
    """What a type keeps of which the database may see text or bytes; empty for all others.

    A type of the project's own is known by its name: one called JSON keeps JSON.
    """
    inner = _inner(type_)
    if isinstance(inner, JSON) or "json" in type(type_).__name__.lower():
        return "JSON"
    if isinstance(type_, PickleType):
        return "PICKLE"
    return "CHAR(32)" if isinstance(inner, Uuid) and not inner.native_uuid else ""


def _inner(type_: TypeEngine[Any]) -> TypeEngine[Any]:
    return type_.impl_instance if isinstance(type_, TypeDecorator) else type_
