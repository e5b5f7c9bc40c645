"""What must differ between two rows of a table."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from handrail.model import Index, Table
from handrail.rows.conditions import columns_of

_TEXT = re.compile(r"^(var)?char|text$")
"""What MariaDB compares by a collation."""


@dataclass(frozen=True, slots=True)
class Key:
    """Columns of which no two rows may agree in all; ``where`` limits a partial index to some rows.

    Of an index over expressions the columns in them are taken, and ``parts`` are the expressions.
    """

    name: str
    columns: tuple[str, ...]
    where: str | None = None
    parts: tuple[str, ...] = ()
    computes: bool = False
    """Whether an expression is among them, and not merely a column compared in its own way."""

    def plain(self, dialect: str) -> set[str]:
        """The columns that it takes as they are."""
        computed = {name for part in self.parts for name in columns_of(part, dialect)}
        return set(self.columns) - computed

    def implies(self, other: Key, dialect: str) -> bool:
        """Whether rows that agree in the other key always agree in this one too."""
        same = other.plain(dialect)
        return (
            self.where is None
            and self.plain(dialect) <= same
            and all(p in other.parts or {*columns_of(p, dialect)} <= same for p in self.parts)
        )


def keys_of(table: Table, dialect: str) -> tuple[Key, ...]:
    """Every key of a table: primary key, UNIQUE constraints, unique indexes; each set once."""
    found = (
        [_key(table, "the primary key", table.primary_key, dialect)] if table.primary_key else []
    )
    found += [
        _key(table, each.name or f"UNIQUE ({', '.join(each.columns)})", each.columns, dialect)
        for each in table.uniques
    ]
    found += [_index(table, index, dialect) for index in table.indexes if index.unique]
    return tuple({(k.columns, k.where, k.parts): k for k in reversed(found)}.values())[::-1]


def key_columns(keys: Iterable[Key]) -> frozenset[str]:
    """All columns that are part of some key."""
    return frozenset(column for key in keys for column in key.columns)


def _key(table: Table, name: str, columns: tuple[str, ...], dialect: str) -> Key:
    folded = (part for column in columns if (part := _folded(table, column, dialect)))
    return Key(name, columns, parts=tuple(folded))


def _index(table: Table, index: Index, dialect: str) -> Key:
    columns: dict[str, None] = {}
    parts = []
    for part in index.parts:
        if not table.column(part):
            parts.append(part)
            columns |= dict.fromkeys(columns_of(part, dialect))
            continue
        columns[part] = None
        if folded := _folded(table, part, dialect, index.definition):
            parts.append(folded)
    computes = any(not table.column(part) for part in index.parts)
    return Key(index.name, tuple(columns), index.where, tuple(parts), computes)


def _folded(table: Table, name: str, dialect: str, definition: str = "") -> str | None:
    """What a column is compared by, where the database makes no difference between capitals there.

    SQLite is told so; MariaDB does it wherever no collation is told.
    """
    column = table.column(name)
    assert column, "a key is over columns of its table"
    if dialect == "mariadb":
        alike = not column.collation or column.collation.endswith("_ci")
        return f"lower(`{name}`)" if alike and _TEXT.search(column.type) else None
    return f'lower("{name}")' if "NOCASE" in f"{column.collation} {definition}".upper() else None
