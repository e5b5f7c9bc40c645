"""Does a step that was run again end where it ends undisturbed? Pure, from snapshots."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from handrail.model import Rows, Schema, Snapshot
from handrail.snapshots import change_in_words, row_changes, schema_differences

_ANY = "…"
"""Stands for any value."""

Columns = Mapping[str, set[str]]
"""Names of columns by table."""


def elsewhere(end: Snapshot, usual: Snapshot, other: Snapshot) -> tuple[str, ...]:
    """What is not as it is at the usual end, a phrase each.

    Left out are values that nobody could expect twice: those of clocks and chance, since the other
    end of an undisturbed step does not share them, and numbers that the database itself gives out.
    """
    passing = _passing(usual, other)
    here, there = _without(usual, passing), _without(end, passing)
    schema = schema_differences(usual.schema, end.schema)
    return (
        *(str(change) for change in schema if not change.weak),
        *map(change_in_words, row_changes(here, there)),
    )


def _passing(usual: Snapshot, other: Snapshot) -> Columns:
    found = _numbered(usual.schema)
    for table, rows in usual.rows.items():
        for row, again in zip(rows.as_dicts(), other.rows[table].as_dicts(), strict=False):
            found[table] |= {name for name, value in row.items() if again[name] != value}
    return found


def _numbered(schema: Schema) -> dict[str, set[str]]:
    """Columns that the database fills, and what refers to them."""
    own = {
        name: {column.name for column in table.columns if column.identity}
        for name, table in schema.tables.items()
    }
    for name, table in schema.tables.items():
        for key in table.foreign_keys:
            if own.get(key.referred_table, set()) & set(key.referred_columns):
                own[name] |= set(key.columns)
    return own


def _without(snapshot: Snapshot, passing: Columns) -> Snapshot:
    """Only whether there is a value in them."""
    rows = {name: _blotted(rows, passing.get(name, set())) for name, rows in snapshot.rows.items()}
    return replace(snapshot, rows=rows)


def _blotted(rows: Rows, columns: set[str]) -> Rows:
    values = tuple(
        tuple(
            _ANY if name in columns and value is not None else value
            for name, value in zip(rows.columns, row, strict=True)
        )
        for row in rows.values
    )
    return Rows(rows.columns, values)
