"""Keys, exclusions and foreign keys of the far side that rows legal here can violate."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import combinations

from handrail.model import Column, Hazard, HazardKind, Table, Value
from handrail.rows.conditions import columns_of, holds, outcome
from handrail.rows.declared import admits, declared
from handrail.rows.keys import Key, keys_of
from handrail.rows.literals import constant, literals_of
from handrail.rows.phrasing import hazard_of
from handrail.rows.settling import variations
from handrail.rows.vocabulary import Vocabulary

_COMBINATIONS = 200
"""How many rows are tried in mind to find one that an index takes, or two that it mixes up."""
_STRAY = 909
"""The serial number of keys that no row bears."""
_OPERATORS = re.compile(r" WITH (\S+?)(?=[,)]|$)")
_FEW = 4
"""Values of a column that are varied."""


def uniques(words: Vocabulary, near: Table, far: Table) -> Iterator[Hazard]:
    """A key of the far side which no key of the near side already implies."""
    known = words.keys(near.name)
    for beyond in keys_of(far, words.dialect):
        key = _in_terms_of(near, far, beyond, words.dialect)
        if key and not any(each.implies(key, words.dialect) or each == key for each in known):
            yield from _twins(words, near, key)


def exclusions(words: Vocabulary, near: Table, far: Table) -> Iterator[Hazard]:
    """An exclusion constraint that is new: two rows that agree wherever it asks for a clash."""
    known = {index.definition for index in near.indexes}
    for index in far.indexes:
        operators = _OPERATORS.findall(index.definition)
        spoken = [_spoken_of(near, part, words.dialect) for part in index.parts]
        if index.definition in known or not operators or not all(spoken):
            continue
        same, other = dict[str, Value](), dict[str, Value]()
        for columns, operator in zip(spoken, operators, strict=False):
            same |= _one_after_the_other(words, near, columns)
            if operator == "<>":
                other |= {name: words.options(near.name, name, 2)[0] for name in columns}
        held = {**_asked_for(words, near, index.where), **same}
        title = f"{near.name}: two rows that {index.name} keeps apart"
        yield Hazard(
            HazardKind.EXCLUSION, near.name, tuple(same), index.name, title, held, second=other
        )


def foreign_keys(words: Vocabulary, near: Table, far: Table) -> Iterator[Hazard]:
    """A reference that is free here and bound there, or bound there to another table of today."""
    known = {(key.columns, key.referred_table) for key in near.foreign_keys}
    bound = {key.columns for key in near.foreign_keys}
    for key in far.foreign_keys:
        told = set(key.columns) <= set(near.column_names)
        moves = key.columns in bound and key.referred_table not in words.near.tables
        if told and not moves and (key.columns, key.referred_table) not in known:
            orphan = {name: words.options(near.name, name, _STRAY)[0] for name in key.columns}
            against = f"the foreign key to {key.referred_table}"
            yield hazard_of(HazardKind.FOREIGN_KEY, near, orphan, key.name or against, against)


def _in_terms_of(near: Table, far: Table, key: Key, dialect: str) -> Key | None:
    """The key as one over columns of the near side.

    A generated column stands for its expression, and one that every row gets the same value in for
    nothing. None where each row gets a value of its own.
    """
    columns: dict[str, None] = {}
    known = set(near.column_names)
    parts = [part for part in key.parts if {*columns_of(part, dialect)} <= known]
    for name in key.columns:
        column = far.column(name)
        if near.column(name) or column is None:
            columns[name] = None
        elif column.generated:
            parts.append(column.generated)
            columns |= dict.fromkeys(columns_of(column.generated, dialect))
        elif not _is_the_same_in_all(column, dialect):
            return None
    told = set(columns) <= known
    return replace(key, columns=tuple(columns), parts=tuple(parts)) if told else None


def _is_the_same_in_all(column: Column, dialect: str) -> bool:
    if column.identity or (column.default and constant(column.default, dialect) is None):
        return False
    return column.default is not None or not column.nullable


def _twins(words: Vocabulary, near: Table, key: Key) -> Iterator[Hazard]:
    """Two rows that agree in the key; those of a partial index hold what it asks for.

    Where a key of today forbids two that are alike, they differ in what the key to come folds into
    one, such as capitals; there are none where it is seen to fold nothing.
    """
    held = _asked_for(words, near, key.where)
    first, second = dict[str, Value](), dict[str, Value]()
    same = ", ".join(key.columns)
    known = (each for each in words.keys(near.name) if each.where is None)
    if any(set(each.columns) <= set(key.columns) for each in known):
        same = ", ".join([*sorted(key.plain(words.dialect)), *key.parts])
        pair = _folded_into_one(words, near, key)
        if pair is not None and not pair:
            return
        first, second = pair or (first, second)
    alike = f"two rows with the same {same}" if same else "two rows"
    title = f"{near.name}: {alike} against {key.name}"
    values = {**held, **first}
    yield Hazard(HazardKind.UNIQUE, near.name, key.columns, key.name, title, values, second=second)


def _folded_into_one(
    words: Vocabulary, near: Table, key: Key
) -> tuple[dict[str, Value], dict[str, Value]] | tuple[()] | None:
    """Values that differ and come to the same; none where none do, None where nobody can tell."""
    computed = [name for part in key.parts for name in columns_of(part, words.dialect)]
    columns = list(dict.fromkeys(computed))
    rows = list(variations({}, columns, partial(_variants, words, near), _COMBINATIONS))
    found = [(row, [outcome(part, row, words.dialect) for part in key.parts]) for row in rows]
    if any(None in come_to for _, come_to in found):
        return None
    told = [(row, come_to) for row, come_to in found if (None,) not in come_to]
    pairs = ((one, other) for (one, this), (other, that) in combinations(told, 2) if this == that)
    return next((pair for pair in pairs if not _is_one_today(words, near, *pair)), ())


def _is_one_today(
    words: Vocabulary, near: Table, one: Mapping[str, Value], other: Mapping[str, Value]
) -> bool:
    """Whether a key of today over these columns takes both for the same as well."""
    keys = (key for key in words.keys(near.name) if key.parts and {*key.columns} <= {*one})
    return any(
        all(
            outcome(part, one, words.dialect) == outcome(part, other, words.dialect)
            for part in key.parts
        )
        and all(one[name] == other[name] for name in key.plain(words.dialect))
        for key in keys
    )


def _variants(words: Vocabulary, near: Table, name: str) -> Sequence[Value]:
    """Values of a column, and others that look much like the first of them."""
    values = words.options(near.name, name)[:_FEW]
    first = values[0]
    alike: tuple[Value, ...] = ()
    if isinstance(first, str):
        # MariaDB takes no blank at the end for a difference.
        end = "!" if words.dialect == "mariadb" else " "
        alike = (first.upper(), f"{first}{end}", f" {first}", f"{first[:10]} 23:59:59")
    elif isinstance(first, int | float):
        alike = (-first, first + 0.5)
    column = near.column(name)
    kind = declared(column.type if column else "", name)
    legal = (v for v in alike if admits(kind, v) and words.legal(near.name, {name: v}))
    return (first, *legal, *values[1:])


def _asked_for(words: Vocabulary, near: Table, where: str | None) -> Mapping[str, Value]:
    """What rows hold that a partial index takes in."""
    if where is None:
        return {}
    names = [name for name in columns_of(where, words.dialect) if near.column(name)]
    rows = variations({}, names, partial(_choices, words, near, where), _COMBINATIONS)
    return next((row for row in rows if holds(where, row, words.dialect)), {})


def _choices(words: Vocabulary, near: Table, where: str, name: str) -> tuple[Value, ...]:
    """What a column may hold, and what a condition names for it."""
    named = [item.value for item in literals_of(where, words.dialect) if item.column == name]
    legal = [value for value in named if words.legal(near.name, {name: value})]
    return (*words.options(near.name, name), *legal)


def _spoken_of(near: Table, part: str, dialect: str) -> tuple[str, ...]:
    """The columns in one part of an index; none where the near side lacks any of them."""
    columns = (part,) if near.column(part) else columns_of(part, dialect)
    return columns if all(near.column(name) for name in columns) else ()


def _one_after_the_other(
    words: Vocabulary, near: Table, columns: tuple[str, ...]
) -> dict[str, Value]:
    """Values for columns of one expression, each later than the one before: no range is empty."""
    return {
        name: words.options(near.name, name, 1 + 10 * place)[0]
        for place, name in enumerate(columns)
    }
