"""What a database's catalog says, in one shape for every database.

Texts (types, defaults, expressions) are as the database itself prints them. Tables of the
connection's default schema are named plainly; others as ``schema.table`` (as is, on PostgreSQL, a
table whose own name holds a dot).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

_INLINE = re.compile(r"(enum|set)\((.*)\)", re.DOTALL)
"""A type of MariaDB that brings its labels along."""
_LABEL = re.compile(r"'((?:[^']|'')*)'")


@dataclass(frozen=True, slots=True)
class Column:
    """One column, in the words of the catalog."""

    name: str
    type: str
    nullable: bool = True
    default: str | None = None
    generated: str | None = None
    """The expression of a generated column: nobody may insert into it."""
    identity: bool = False
    """The database fills it (identity, serial, SQLite's rowid alias) when it is left out."""
    collation: str | None = None
    """Its collation where it is not the default one."""


@dataclass(frozen=True, slots=True)
class Check:
    """A CHECK constraint; ``text`` is its condition without the word CHECK and its brackets."""

    name: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Unique:
    """A UNIQUE constraint (a unique index that no constraint owns is an Index)."""

    name: str | None
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """A foreign key of the table that holds it."""

    name: str | None
    columns: tuple[str, ...]
    referred_table: str
    referred_columns: tuple[str, ...]
    on_delete: str = "NO ACTION"
    on_update: str = "NO ACTION"
    timing: str = ""
    """``DEFERRABLE``, ``DEFERRABLE INITIALLY DEFERRED``, or empty where it cannot wait."""


@dataclass(frozen=True, slots=True)
class Index:
    """An index that is not the work of a constraint; ``parts`` are columns or expressions."""

    name: str
    parts: tuple[str, ...]
    unique: bool = False
    where: str | None = None
    definition: str = ""
    """What stands behind ON and the table's name: method, parts, order, predicate."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger with the text that made it."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table with everything that restricts its rows. Columns keep their order."""

    name: str
    columns: tuple[Column, ...]
    primary_key: tuple[str, ...] = ()
    checks: tuple[Check, ...] = ()
    uniques: tuple[Unique, ...] = ()
    foreign_keys: tuple[ForeignKey, ...] = ()
    indexes: tuple[Index, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    options: str = ""
    """What stands behind its columns: WITHOUT ROWID, STRICT, PARTITION BY ..., USING fts5 ..."""
    holds_rows: bool = True
    """False where the database keeps the rows elsewhere: virtual tables, partitions' parents."""

    def column(self, name: str) -> Column | None:
        """The column of that name, or None."""
        return next((column for column in self.columns if column.name == name), None)

    @property
    def column_names(self) -> tuple[str, ...]:
        """The names of all columns, in order."""
        return tuple(column.name for column in self.columns)


@dataclass(frozen=True, slots=True)
class EnumType:
    """A named enumeration (PostgreSQL's CREATE TYPE ... AS ENUM)."""

    name: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class View:
    """A view with its query."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Schema:
    """Everything in a database but its rows; the ledger's own table is left out."""

    tables: Mapping[str, Table] = field(default_factory=lambda: MappingProxyType({}))
    enums: Mapping[str, EnumType] = field(default_factory=lambda: MappingProxyType({}))
    views: Mapping[str, View] = field(default_factory=lambda: MappingProxyType({}))
    sequences: tuple[str, ...] = ()
    """Sequences that no column owns."""
    others: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Functions, domains, extensions, triggers of views: ``domain postcode`` and its text."""

    def labels(self, type_text: str) -> tuple[str, ...] | None:
        """The labels of the enumeration that a type names or is, or of a set; else None."""
        if inline := _INLINE.fullmatch(type_text):
            return tuple(label.replace("''", "'") for label in _LABEL.findall(inline[2]))
        enum = self.enums.get(type_text) or self.enums.get(type_text.replace('"', ""))
        return enum.values if enum else None
