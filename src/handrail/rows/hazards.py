"""What legal rows on this side of a step can run into on the far side."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from handrail.model import Check, Column, Hazard, HazardKind, Phase, Schema, Table, Value
from handrail.rows.conditions import columns_of, holds
from handrail.rows.hierarchy import hierarchies
from handrail.rows.key_hazards import exclusions, foreign_keys, uniques
from handrail.rows.literals import constant, labels, literals_in_source, literals_of
from handrail.rows.phrasing import hazard_of
from handrail.rows.settling import variations
from handrail.rows.trigger_hazards import under_triggers
from handrail.rows.type_hazards import narrowed, retyped
from handrail.rows.vocabulary import Vocabulary, counterpart
from handrail.stopwatch import timed

_COMBINATIONS = 200
"""How many rows are tried in mind to find one that a condition over several columns lets in."""


@timed(Phase.ROWS)
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
            found += under_triggers(words, table)
    return tuple(found)


def _between(words: Vocabulary, near: Table, far: Table) -> Iterator[Hazard]:
    for check in far.checks:
        if check.text not in {known.text for known in near.checks}:
            yield from _shut_out(words, near, far, check)
    for column in near.columns:
        beyond = far.column(column.name)
        if beyond is not None and beyond.generated is None:
            yield from _not_null(near, column, beyond)
            yield from _labels(words, near, column, beyond)
            yield from _types(words, near, column, beyond)
    yield from _new_columns(words, near, far)
    yield from uniques(words, near, far)
    yield from exclusions(words, near, far)
    yield from foreign_keys(words, near, far)


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
        yield hazard_of(HazardKind.CHECK, near, row, name, name)


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
        yield hazard_of(HazardKind.NOT_NULL, near, {column.name: None}, against, against)


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
        yield hazard_of(HazardKind.ENUM, near, {column.name: value}, far.type, against)


def _types(words: Vocabulary, near: Table, column: Column, far: Column) -> Iterator[Hazard]:
    """Values that the far type has no room for, or that are none of it."""
    named = labels(words.near, column.type), labels(words.far, far.type)
    if column.generated is not None or any(label is not None for label in named):
        return
    found = [(HazardKind.LENGTH, value) for value in narrowed(column, far, words.dialect)]
    found += [(HazardKind.TYPE, value) for value in retyped(column, far, words.dialect)]
    for kind, value in found:
        values = {column.name: value}
        if words.legal(near.name, values):
            yield hazard_of(kind, near, values, far.type, far.type)


def _new_columns(words: Vocabulary, near: Table, far: Table) -> Iterator[Hazard]:
    """Columns that must hold something there and are not here: every row is in their way.

    A generated one is filled from others, and stays empty where these are NULL.
    """
    new = [c for c in far.columns if not c.nullable and not c.identity and not near.column(c.name)]
    bare = [column.name for column in new if column.default is None and column.generated is None]
    if bare:
        against = f"the new NOT NULL of {', '.join(bare)}"
        every_row = hazard_of(HazardKind.NOT_NULL, near, {}, against, against)
        yield replace(every_row, columns=tuple(bare))
    for column in new:
        sources = columns_of(column.generated or "", words.dialect)
        empty: dict[str, Value] = {
            source.name: None
            for source in near.columns
            if source.name in sources and source.nullable
        }
        if empty:
            against = f"the new NOT NULL of {column.name}"
            yield hazard_of(HazardKind.NOT_NULL, near, empty, against, against)
