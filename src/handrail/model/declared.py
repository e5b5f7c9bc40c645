"""What a migration declares about columns beyond what the database keeps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from handrail.model.schema import Check, Schema, Table

_VALUES = "the values declared for "
_MERE = re.compile("char|text|clob|blob|bytea|binary")
"""Types that say nothing of what is kept in them."""


@dataclass(frozen=True, slots=True)
class Declaration:
    """A column was declared to hold these labels; where there are none, anything of its type.

    ``type`` is the type, such as JSON, where the database may keep mere text or bytes for it.
    """

    table: str
    column: str
    labels: tuple[str, ...]
    type: str = ""


@dataclass(frozen=True, slots=True)
class Renaming:
    """A table goes on under another name, with what was declared for it."""

    table: str
    new: str


Declared = Mapping[tuple[str, str], Declaration]
"""What each column was declared last, by table and column."""


def declared_after(before: Declared, said: Iterable[Declaration | Renaming]) -> Declared:
    """What is declared once a step has said its part, in the order in which it said it."""
    known = dict(before)
    for each in said:
        if isinstance(each, Declaration):
            known[each.table, each.column] = each
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


def declared_label(check: Check) -> bool:
    """Whether a CHECK is none of the database's own but what was declared for a column."""
    return (check.name or "").startswith(_VALUES)


def _held(schema: Schema, table: Table, declared: Declared) -> Table:
    said = {
        column.name: found
        for column in table.columns
        if (found := declared.get((table.name, column.name))) and schema.labels(column.type) is None
    }
    checks = tuple(
        Check(f"{_VALUES}{name}", _condition(name, found.labels))
        for name, found in said.items()
        if found.labels
    )
    columns = tuple(
        replace(column, type=said[column.name].type)
        if column.name in said and said[column.name].type and _MERE.search(column.type.lower())
        else column
        for column in table.columns
    )
    return replace(table, columns=columns, checks=(*table.checks, *checks))


def _condition(column: str, labels: Iterable[str]) -> str:
    words = ", ".join("'" + label.replace("'", "''") + "'" for label in labels)
    return f'"{column}" IN ({words})'
