"""What a migration declares about columns beyond what the database keeps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from handrail.model.schema import Check, Schema, Table


@dataclass(frozen=True, slots=True)
class Declaration:
    """A column was declared to hold these labels; where there are none, anything of its type."""

    table: str
    column: str
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Renaming:
    """A table goes on under another name, with what was declared for it."""

    table: str
    new: str


Declared = Mapping[tuple[str, str], tuple[str, ...]]
"""The labels of each column, by table and column."""


def declared_after(before: Declared, said: Iterable[Declaration | Renaming]) -> Declared:
    """What is declared once a step has said its part, in the order in which it said it."""
    known = dict(before)
    for each in said:
        if isinstance(each, Declaration):
            known[each.table, each.column] = each.labels
        else:
            for table, column in [key for key in known if key[0] == each.table]:
                known[each.new, column] = known.pop((table, column))
    return known


def with_declared(schema: Schema, declared: Declared) -> Schema:
    """The schema as if the database held the columns to what was declared for them.

    Columns whose type is an enumeration of the database's own are held to it already.
    """
    tables = {name: _held(schema, table, declared) for name, table in schema.tables.items()}
    return replace(schema, tables=tables)


def _held(schema: Schema, table: Table, declared: Declared) -> Table:
    checks = tuple(
        Check(f"the values declared for {column.name}", _condition(column.name, labels))
        for column in table.columns
        if (labels := declared.get((table.name, column.name))) and column.type not in schema.enums
    )
    return replace(table, checks=(*table.checks, *checks))


def _condition(column: str, labels: Iterable[str]) -> str:
    words = ", ".join("'" + label.replace("'", "''") + "'" for label in labels)
    return f'"{column}" IN ({words})'
