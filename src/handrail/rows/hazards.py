"""What legal rows on this side of a step can run into on the far side."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import partial

from handrail.model import Check, Column, Hazard, HazardKind, Schema, Table, Value
from handrail.rows.conditions import columns_of, holds
from handrail.rows.declared import Family, declared
from handrail.rows.hierarchy import hierarchies
from handrail.rows.keys import Key, keys_of
from handrail.rows.literals import constant, labels, literals_in_source, literals_of
from handrail.rows.settling import variations
from handrail.rows.vocabulary import Vocabulary, counterpart

_COMBINATIONS = 200
"""How many rows are tried in mind to find one that a condition over several columns lets in."""


def hazards(
    near: Schema, far: Schema, dialect: str, touched: Collection[str] = (), source: str = ""
) -> tuple[Hazard, ...]:
    """Every constraint on the far side that rows legal on the near side can violate.

    Compared are the tables that exist on both sides. A CHECK gives one hazard for each literal
    that it shuts out; literals that the migration's ``source`` names count. Tables that differ,
    and those among ``touched``, give a hazard for each shape of hierarchy that their references to
    themselves allow. What cannot be told without the database (a CHECK that calls functions of
    its own) gives none.
    """
    words = Vocabulary(near, far, dialect, literals_in_source(source))
    found: list[Hazard] = []
    for table in (table for table in near.tables.values() if table.holds_rows):
        beyond = counterpart(near, far, table.name)
        differs = table != beyond
        if beyond and (differs or near.enums != far.enums):
            found += _between(words, table, beyond)
        if differs or table.name in touched:
            found += hierarchies(table, dialect)
    return tuple(found)


def _between(words: Vocabulary, near: Table, far: Table) -> Iterator[Hazard]:
    for check in far.checks:
        if check.text not in {known.text for known in near.checks}:
            yield from _shut_out(words, near, far, check)
    for column in near.columns:
        beyond = far.column(column.name)
        if beyond is not None:
            yield from _not_null(near, column, beyond)
            yield from _labels(words, near, column, beyond)
            yield from _lengths(words, near, column, beyond)
    yield from _unique(words, near, far)
    yield from _foreign_keys(words, near, far)


def _hazard(
    kind: HazardKind, table: Table, values: Mapping[str, Value], constraint: str, against: str
) -> Hazard:
    said = ", ".join(f"{name} {_shown(value)}" for name, value in values.items())
    title = f"{table.name}: {said} against {against}"
    return Hazard(kind, table.name, tuple(values), constraint, title, dict(values))


def _shown(value: Value) -> str:
    if value is None:
        return "NULL"
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:20]}... ({len(str(value))} characters)"


def _shut_out(words: Vocabulary, near: Table, far: Table, check: Check) -> Iterator[Hazard]:
    """One hazard for each value that turns a row which the far CHECK admits into one it forbids."""
    columns = [name for name in columns_of(check.text, words.dialect) if near.column(name)]
    filled = {
        column.name: constant(column.default, words.dialect)
        for column in far.columns
        if near.column(column.name) is None
    }
    each = max(2, int(_COMBINATIONS ** (1 / max(1, len(columns)))))
    rows = variations(
        {}, columns, lambda name: words.options(near.name, name)[:each], _COMBINATIONS
    )
    legal = [row for row in rows if words.legal(near.name, row)]
    forbidden = [row for row in legal if holds(check.text, filled | row, words.dialect) is False]
    admitted = next((row for row in legal if row not in forbidden), None)
    name = check.name or check.text
    for row in _telling(forbidden, admitted, _exact(words, near, far)):
        yield _hazard(HazardKind.CHECK, near, row, name, name)


def _telling(
    forbidden: list[dict[str, Value]],
    admitted: dict[str, Value] | None,
    exact: set[tuple[str, Value]],
) -> Iterator[dict[str, Value]]:
    """Of the forbidden rows one for each literal, and one for each column without a literal."""
    if admitted is None:
        yield from forbidden[:1]
        return
    for column in admitted:
        changed = [
            row
            for row in forbidden
            if row[column] != admitted[column]
            and all(row[other] == admitted[other] for other in admitted if other != column)
        ]
        literal = [row for row in changed if (column, row[column]) in exact]
        yield from literal or changed[:1]


def _exact(words: Vocabulary, near: Table, far: Table) -> set[tuple[str, Value]]:
    """The values written out for each column, boundaries aside."""
    checks = (*near.checks, *far.checks)
    found = (item for check in checks for item in literals_of(check.text, words.dialect))
    sourced = ((name, value) for name, values in words.source.items() for value in values)
    return {(item.column, item.value) for item in found if item.exact} | set(sourced)


def _not_null(near: Table, column: Column, far: Column) -> Iterator[Hazard]:
    if column.nullable and not far.nullable and column.name not in near.primary_key:
        against = f"NOT NULL of {column.name}"
        yield _hazard(HazardKind.NOT_NULL, near, {column.name: None}, against, against)


def _labels(words: Vocabulary, near: Table, column: Column, far: Column) -> Iterator[Hazard]:
    """Values here that are no label of the enumeration there."""
    beyond = labels(words.far, far.type)
    if beyond is None:
        return
    strange = [
        value
        for value in words.options(near.name, column.name)
        if value is not None and value not in beyond
    ]
    known = labels(words.near, column.type) is not None or words.literals(near.name)[column.name]
    for value in strange if known else strange[:1]:
        against = f"the labels of {far.type}"
        yield _hazard(HazardKind.ENUM, near, {column.name: value}, far.type, against)


def _lengths(words: Vocabulary, near: Table, column: Column, far: Column) -> Iterator[Hazard]:
    """The shortest text, or the smallest number, that is too long for the far side."""
    here, there = declared(column.type, column.name), declared(far.type, far.name)
    if words.dialect == "sqlite" or there.room is None or here.family is not there.family:
        return
    too_long: dict[Family, Value] = {
        Family.TEXT: "x" * (there.room + 1),
        Family.INTEGER: 2 ** (there.room - 1),
        Family.NUMBER: 10**there.room,
    }
    values = {column.name: too_long.get(here.family)}
    narrower = here.room is None or here.room > there.room
    if narrower and here.family in too_long and words.legal(near.name, values):
        yield _hazard(HazardKind.LENGTH, near, values, far.type, far.type)


def _unique(words: Vocabulary, near: Table, far: Table) -> Iterator[Hazard]:
    """A key of the far side which no key of the near side already implies."""
    known = [set(key.columns) for key in words.keys(near.name) if key.where is None]
    same = {(key.columns, key.where) for key in words.keys(near.name)}
    for key in keys_of(far, words.dialect):
        new = (key.columns, key.where) not in same
        told = set(key.columns) <= set(near.column_names)
        if new and told and not any(columns <= set(key.columns) for columns in known):
            yield _twins(words, near, key)


def _twins(words: Vocabulary, near: Table, key: Key) -> Hazard:
    """Two rows that agree in the key; those of a partial index hold what it asks for."""
    held: Mapping[str, Value] = {}
    if key.where is not None:
        names = [name for name in columns_of(key.where, words.dialect) if near.column(name)]
        rows = variations({}, names, partial(_choices, words, near, key.where), _COMBINATIONS)
        held = next((row for row in rows if holds(key.where, row, words.dialect)), {})
    same = ", ".join(key.columns)
    title = f"{near.name}: two rows with the same {same} against {key.name}"
    return Hazard(HazardKind.UNIQUE, near.name, key.columns, key.name, title, held)


def _choices(words: Vocabulary, near: Table, where: str, name: str) -> tuple[Value, ...]:
    """What a column may hold, and what a condition names for it."""
    named = [item.value for item in literals_of(where, words.dialect) if item.column == name]
    legal = [value for value in named if words.legal(near.name, {name: value})]
    return (*words.options(near.name, name), *legal)


def _foreign_keys(words: Vocabulary, near: Table, far: Table) -> Iterator[Hazard]:
    """A reference that is free here and bound there; one that is bound here only moves."""
    known = {key.columns for key in near.foreign_keys}
    for key in far.foreign_keys:
        told = set(key.columns) <= set(near.column_names)
        if told and key.columns not in known:
            orphan = {name: words.options(near.name, name, _STRAY)[0] for name in key.columns}
            against = f"the foreign key to {key.referred_table}"
            yield _hazard(HazardKind.FOREIGN_KEY, near, orphan, key.name or against, against)


_STRAY = 909
"""The serial number of keys that no row bears."""
