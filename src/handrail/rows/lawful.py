"""Rows for one hazard that run into no other: what else the far side asks for is heeded."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from handrail.model import ForeignKey, Hazard, HazardKind, Schema, Table, Unique
from handrail.rows.keys import keys_of
from handrail.rows.vocabulary import counterpart


def lawful(near: Schema, far: Schema, hazards: Collection[Hazard], dialect: str) -> Schema:
    """The near side as if it held rows already to the references and the keys of the far side.

    But for those that the hazards are about; CHECKs are heeded where values are chosen.
    """
    tables = {}
    for name, table in near.tables.items():
        own = [hazard for hazard in hazards if hazard.table == name]
        beyond = counterpart(near, far, name)
        tables[name] = _held(near, table, beyond, own, dialect) if beyond else table
    return replace(near, tables=tables)


def _held(
    near: Schema, table: Table, far: Table, hazards: Collection[Hazard], dialect: str
) -> Table:
    free = {(hazard.kind, hazard.columns) for hazard in hazards}
    references = [
        key
        for key in _references(near, table, far)
        if (HazardKind.FOREIGN_KEY, key.columns) not in free
    ]
    keys = [
        key for key in _keys(table, far, dialect) if (HazardKind.UNIQUE, key.columns) not in free
    ]
    return replace(
        table,
        foreign_keys=(*table.foreign_keys, *references),
        uniques=(*table.uniques, *keys),
    )


def _references(near: Schema, table: Table, far: Table) -> Iterator[ForeignKey]:
    """What refers to another table there, and to nothing yet."""
    known = {name for key in table.foreign_keys for name in key.columns}
    for key in far.foreign_keys:
        other = near.tables.get(key.referred_table)
        if other is None or other is table or not known.isdisjoint(key.columns):
            continue
        referred = key.referred_columns or other.primary_key
        if set(key.columns) <= set(table.column_names) and set(referred) <= set(other.column_names):
            yield key


def _keys(table: Table, far: Table, dialect: str) -> Iterator[Unique]:
    """What must differ there, over plain columns, and need not yet."""
    known = {key.columns for key in keys_of(table, dialect)}
    for key in keys_of(far, dialect):
        whole = key.where is None and not key.computes
        if whole and key.columns not in known and set(key.columns) <= set(table.column_names):
            yield Unique(key.name, key.columns)
