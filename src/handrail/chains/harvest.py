"""Which values a migration's own operations declare for a column that stores them as text.

An ``Enum`` is a plain VARCHAR on SQLite, and elsewhere when it is not native: the database would
take any word. What the migration declared is read from the constructs that it sends.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from alembic.ddl.base import AddColumn, AlterColumn, RenameTable
from sqlalchemy import Column, Enum
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
                yield _declaration(construct.element.name, column)
    elif isinstance(construct, AddColumn):
        yield _declaration(construct.table_name, construct.column)
    elif isinstance(construct, AlterColumn) and hasattr(construct, "type_"):
        yield Declaration(
            construct.table_name, str(construct.column_name), _labels(construct.type_)
        )
    elif isinstance(construct, RenameTable) and not construct.table_name.startswith(BATCH):
        yield Renaming(construct.table_name, str(construct.new_table_name))


def _declaration(table: str, column: Column[Any]) -> Declaration:
    return Declaration(table.removeprefix(BATCH), column.name, _labels(column.type))


def _merely_reflected(table: str, column: Column[Any]) -> bool:
    """Whether batch mode took the column as the database describes it, and nobody declared it.

    SQLAlchemy spells the types that it reads from a database in capitals.
    """
    return table.startswith(BATCH) and type(column.type).__name__.isupper()


def _labels(type_: TypeEngine[Any]) -> tuple[str, ...]:
    inner = type_.impl_instance if isinstance(type_, TypeDecorator) else type_
    return tuple(inner.enums) if isinstance(inner, Enum) else ()
