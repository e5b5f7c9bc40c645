"""What rows refer to through foreign keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handrail.model import ForeignKey, Row, Schema, Value


@dataclass(frozen=True, slots=True)
class Target:
    """What a reference names: values in columns of a table."""

    table: str
    columns: tuple[str, ...]
    values: tuple[Value, ...]

    @property
    def held(self) -> dict[str, Value]:
        """What the row referred to holds."""
        return dict(zip(self.columns, self.values, strict=True))


@dataclass(frozen=True, slots=True)
class Link:
    """One reference of one row: through which columns, to what.

    ``optional`` are those of its columns that may be NULL instead; what is ``deferred`` may find
    its row as late as at the end of the transaction.
    """

    columns: tuple[str, ...]
    target: Target
    optional: tuple[str, ...]
    deferred: bool

    def to(self, target: Target) -> dict[str, Value]:
        """What the row holds in the columns when it refers to ``target``."""
        return dict(zip(self.columns, target.values, strict=True))


class Links:
    """The references that a schema lets rows make."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._referred: dict[str, set[tuple[str, ...]]] = {}
        for table in schema.tables.values():
            for key in table.foreign_keys:
                self._referred.setdefault(key.referred_table, set()).add(self._there(key))

    def of(self, row: Row) -> Iterator[Link]:
        """Every reference that a row makes to a row, itself perhaps, of a table that exists."""
        table = self._schema.tables[row.table]
        for key in table.foreign_keys:
            there = self._there(key)
            values = tuple(row.values.get(name) for name in key.columns)
            if key.referred_table in self._schema.tables and None not in values:
                may_be_null = (column.name for column in table.columns if column.nullable)
                optional = tuple(name for name in may_be_null if name in key.columns)
                target = Target(key.referred_table, there, values)
                yield Link(key.columns, target, optional, "DEFERRED" in key.timing)

    def answers(self, row: Row) -> Iterator[Target]:
        """What a reference to the row can name it by."""
        for columns in self._referred.get(row.table, ()):
            yield Target(row.table, columns, tuple(row.values.get(name) for name in columns))

    def _there(self, key: ForeignKey) -> tuple[str, ...]:
        other = self._schema.tables.get(key.referred_table)
        return key.referred_columns or (other.primary_key if other else ())
