"""Rows that refer to rows of their own table, in every shape that a walk over them can meet."""

from __future__ import annotations

from collections.abc import Iterator

from handrail.model import Column, Hazard, HazardKind, Table
from handrail.rows.declared import declared

A_DEEP_CHAIN = "a deep chain"
A_SELF_LOOP = "a self-loop"
A_TWO_CYCLE = "a two-cycle"
AN_ORPHAN = "an orphan"
SHAPES = (A_DEEP_CHAIN, A_SELF_LOOP, A_TWO_CYCLE, AN_ORPHAN)
"""The first row of the deep chain is a root."""


def upward(table: Table) -> list[tuple[str, str]]:
    """Each column that refers to the table's own rows, with the column that it refers to.

    That is every foreign key of one column to the table itself, and, in a table with a primary
    key of one column, a column named for a parent that no foreign key holds and that has the
    kind of type of that key. Columns that must hold something count only where no other is there.
    """
    own = [
        (key.columns[0], (*key.referred_columns, *table.primary_key)[0])
        for key in table.foreign_keys
        if key.referred_table == table.name and len(key.columns) == 1
    ]
    held = {name for key in table.foreign_keys for name in key.columns}
    key = table.column(table.primary_key[0]) if len(table.primary_key) == 1 else None
    named = [
        (column.name, key.name)
        for column in table.columns
        if key and column.name not in held and like_parent(column.name) and _alike(column, key)
    ]
    links = [*own, *named]
    return [link for link in links if _optional(table, link[0])] or links


def hierarchies(table: Table, dialect: str) -> Iterator[Hazard]:
    """One hazard for each shape; an orphan only where no foreign key is enforced against it."""
    links = upward(table)
    columns = tuple(name for name, _ in links)
    held = {name for key in table.foreign_keys for name in key.columns}
    free = dialect == "sqlite" or not held.issuperset(columns)
    for shape in SHAPES if links else ():
        if shape != AN_ORPHAN or free:
            names = " and ".join(columns)
            title = f"{table.name}: {shape} through {names}"
            yield Hazard(HazardKind.HIERARCHY, table.name, columns, names, title, shape=shape)


def like_parent(name: str) -> bool:
    """Whether a column is named for a parent, as ``parent_id`` and ``plan_parent`` are."""
    return "parent" in name.lower().split("_")


def _alike(one: Column, other: Column) -> bool:
    return declared(one.type).family is declared(other.type).family


def _optional(table: Table, name: str) -> bool:
    column = table.column(name)
    return column is not None and column.nullable
