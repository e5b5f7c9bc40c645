"""A database at one moment: schema, rows, ledger."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from handrail.model.schema import Schema

Value = int | float | str | bytes | None
"""One stored value: native on SQLite, PostgreSQL's own text form there."""


@dataclass(frozen=True, slots=True)
class Rows:
    """All rows of one table, ordered by primary key (by every column where there is none)."""

    columns: tuple[str, ...]
    values: tuple[tuple[Value, ...], ...] = ()

    def as_dicts(self) -> tuple[dict[str, Value], ...]:
        """Each row as a mapping from column to value."""
        return tuple(dict(zip(self.columns, row, strict=True)) for row in self.values)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Schema, rows and ledger of one database at one moment.

    ``storage`` names the object behind each table (root page on SQLite, table and file node on
    PostgreSQL): another value under the same name means that the table was built anew. It is no
    part of equality, since two databases never share it.
    """

    schema: Schema
    rows: Mapping[str, Rows] = field(default_factory=lambda: MappingProxyType({}))
    ledger: tuple[str, ...] = ()
    storage: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}), compare=False)
