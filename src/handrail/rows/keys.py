"""What must differ between two rows of a table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from handrail.model import Index, Table
from handrail.rows.conditions import columns_of


@dataclass(frozen=True, slots=True)
class Key:
    """Columns of which no two rows may agree in all; ``where`` limits a partial index to some rows.

    Of an index over expressions the columns in them are taken.
    """

    name: str
    columns: tuple[str, ...]
    where: str | None = None


def keys_of(table: Table, dialect: str) -> tuple[Key, ...]:
    """Every key of a table: primary key, UNIQUE constraints, unique indexes; each set once."""
    found = [Key("the primary key", table.primary_key)] if table.primary_key else []
    found += [
        Key(unique.name or f"UNIQUE ({', '.join(unique.columns)})", unique.columns)
        for unique in table.uniques
    ]
    found += [
        Key(index.name, _columns(table, index, dialect), index.where)
        for index in table.indexes
        if index.unique
    ]
    return tuple({(key.columns, key.where): key for key in reversed(found)}.values())[::-1]


def key_columns(keys: Iterable[Key]) -> frozenset[str]:
    """All columns that are part of some key."""
    return frozenset(column for key in keys for column in key.columns)


def _columns(table: Table, index: Index, dialect: str) -> tuple[str, ...]:
    parts = ((part,) if table.column(part) else columns_of(part, dialect) for part in index.parts)
    return tuple(dict.fromkeys(column for part in parts for column in part))
