"""The things of a schema, each known by what it does and not by its name; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handrail.model import Column, ForeignKey, Index, Schema, Table
from handrail.snapshots import canonical
from handrail.snapshots.families import Family, family_of
from handrail.snapshots.schema_difference import in_words

_BEGINNING = re.compile(r"substr\(`(.+)`, 1, \d+\)")

Key = tuple[str, str, str]
"""The kind, the table, and what tells it from others of the kind; names in small letters."""


@dataclass(frozen=True, slots=True)
class Side:
    """A schema, and the kind of database that it was seen on."""

    schema: Schema
    dialect: str


@dataclass(frozen=True, slots=True)
class Thing:
    """A table, column, key, CHECK or index; ``printed`` as its own database prints it.

    ``columns`` are those of its table that it speaks of, ``label`` is its name where it has one. An
    implied one is no constraint of its own: the type of the column admits nothing else.
    """

    key: Key
    printed: str = ""
    columns: frozenset[str] = frozenset()
    label: str | None = None
    implied: bool = False

    def __str__(self) -> str:
        kind, table, name = self.key
        if kind == "column":
            return f"column {table}.{name}"
        return f"{kind} {self.printed} of {table}" if name else f"{kind} {table}"


def things_of(side: Side) -> dict[Key, Thing]:
    """Everything of a schema, tables and views first."""
    schema = side.schema
    found = [Thing(("table", name.lower(), "")) for name in schema.tables]
    found += [Thing(("view", name.lower(), "")) for name in schema.views]
    for table in schema.tables.values():
        found += _of_table(table, side)
    return {thing.key: thing for thing in reversed(found)}


def _of_table(table: Table, side: Side) -> Iterator[Thing]:
    for column in table.columns:
        name = column.name.lower()
        key = ("column", table.name.lower(), name)
        yield Thing(key, in_words(column), frozenset({name}))
        yield from _implied(table, column, side)
    if table.primary_key:
        yield _set_of("primary key", table, table.primary_key)
    for unique in table.uniques:
        yield _set_of("unique key", table, unique.columns, unique.name)
    for each in table.foreign_keys:
        yield _foreign_key(table, each)
    for index in table.indexes:
        yield _index(table, index, side.dialect)
    for check in table.checks:
        columns = canonical.columns_of(check.text, side.dialect)
        form = canonical.condition(check.text, side.dialect)
        key = ("check", table.name.lower(), form)
        yield Thing(key, f"({check.text})", frozenset(columns), check.name)


def _set_of(kind: str, table: Table, columns: Sequence[str], label: str | None = None) -> Thing:
    names = sorted(name.lower() for name in columns)
    key = (kind, table.name.lower(), ", ".join(names))
    return Thing(key, f"({', '.join(columns)})", frozenset(names), label)


def _foreign_key(table: Table, key: ForeignKey) -> Thing:
    referred = f"{key.referred_table} ({', '.join(key.referred_columns)})"
    printed = f"({', '.join(key.columns)}) to {referred}"
    printed += f" ON DELETE {key.on_delete} ON UPDATE {key.on_update}"
    identity = ("foreign key", table.name.lower(), printed.lower())
    return Thing(identity, printed, frozenset(map(str.lower, key.columns)), key.name)


def _index(table: Table, index: Index, dialect: str) -> Thing:
    """An index, or the unique key that it is."""
    named = index.parts if index.unique else tuple(map(_whole, index.parts))
    plain = all(table.column(part) for part in named)
    if index.unique and plain and index.where is None:
        return _set_of("unique key", table, index.parts, index.name)
    parts = [part if plain else canonical.condition(part, dialect) for part in named]
    spoken = [canonical.columns_of(part, dialect) for part in (*named, index.where or "")]
    where = f" where {canonical.condition(index.where, dialect)}" if index.where else ""
    words = f"{'unique ' * index.unique}({', '.join(parts).lower()}){where}"
    printed = f"{index.name} {'UNIQUE ' * index.unique}({', '.join(index.parts)})"
    printed += f" WHERE {index.where}" if index.where else ""
    columns = frozenset(name for names in spoken for name in names)
    return Thing(("index", table.name.lower(), words), printed, columns, index.name)


def _whole(part: str) -> str:
    """The column whose beginning MariaDB's index of a text holds: it finds the same rows."""
    beginning = _BEGINNING.fullmatch(part)
    return beginning[1] if beginning else part


def _implied(table: Table, column: Column, side: Side) -> Iterator[Thing]:
    """What a type admits, as the CHECK that another database would need for it."""
    family = family_of(column.type, side.dialect, side.schema.enums)
    named = side.schema.labels(column.type) or ()
    values = ("'" + value.replace("'", "''") + "'" for value in named)
    texts = {
        Family.BOOLEAN: f"{column.name} IN (0, 1)",
        Family.JSON: f"json_valid({column.name})",
        Family.ENUM: f"{column.name} IN ({', '.join(values)})",
    }
    if family in texts:
        name = column.name.lower()
        form = canonical.condition(texts[family], "sqlite")
        key = ("check", table.name.lower(), form)
        yield Thing(key, f"({texts[family]})", frozenset({name}), implied=True)
