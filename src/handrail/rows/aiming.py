"""The fewest rows that run into a hazard."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from handrail.model import Hazard, HazardKind, Row, Value
from handrail.rows.conditions import columns_of
from handrail.rows.hierarchy import A_DEEP_CHAIN, A_SELF_LOOP, A_TWO_CYCLE, AN_ORPHAN, upward
from handrail.rows.making import ALONE, NOTHING, Maker

_DEEP = 12
"""Rows in a deep chain, its root included."""
_TWO = (HazardKind.UNIQUE, HazardKind.EXCLUSION)
"""What only two rows together run into."""


def aim(maker: Maker, hazard: Hazard) -> bool:
    """Makes the rows that run into a hazard, and the parents without which they cannot be.

    Whether all of them could be made.
    """
    if hazard.kind is HazardKind.HIERARCHY:
        links = upward(maker.words.near.tables[hazard.table])
        return all(_shape(maker, hazard, link) for link in links)
    _parents(maker, hazard)
    base = maker.row(hazard.table, hazard.values, ALONE)
    if base is None or hazard.kind not in _TWO:
        return base is not None
    return _second(maker, hazard, base)


def twin(
    maker: Maker, base: Row, changed: Collection[str], given: Mapping[str, Value] = NOTHING
) -> Row | None:
    """Makes a copy of a row but for some columns; what these refer to is another row too.

    ``given`` are the values of columns that are laid down. None where there can be no such row.
    """
    table = maker.words.near.tables[base.table]
    kept = {name: value for name, value in base.values.items() if name not in changed}
    kept |= given
    for key in table.foreign_keys:
        if not set(key.columns).isdisjoint(changed) and key.referred_table != table.name:
            maker.row(key.referred_table, maker.referred(key, kept), ALONE)
    return maker.row(base.table, kept)


def _parents(maker: Maker, hazard: Hazard) -> None:
    """What the foreign keys of today want to find for the values that the hazard lays down."""
    for key in maker.words.near.tables[hazard.table].foreign_keys:
        laid_down = [hazard.values.get(name) for name in key.columns]
        if None not in laid_down and key.referred_table in maker.words.near.tables:
            maker.row(key.referred_table, maker.referred(key, hazard.values), ALONE)


def _second(maker: Maker, hazard: Hazard, base: Row) -> bool:
    """A row that agrees in the key to come and differs where the keys of today force it to."""
    forced = set(hazard.second)
    for key in maker.words.keys(hazard.table):
        asked = columns_of(key.where, maker.words.dialect) if key.where else ()
        free = (name for name in (*key.columns, *asked) if name not in hazard.columns)
        forced.add(next((name for name in free if name not in hazard.values), ""))
    return twin(maker, base, forced, hazard.second) is not None


def _shape(maker: Maker, hazard: Hazard, link: tuple[str, str]) -> bool:
    """Rows by the place of the row that each refers to; the first of a chain refers to none."""
    here, there = link
    above: list[int | None] = {
        A_DEEP_CHAIN: [None, *range(_DEEP - 1)],
        A_SELF_LOOP: [0],
        A_TWO_CYCLE: [1, 0],
        AN_ORPHAN: [1],
    }[hazard.shape]
    places = {*range(len(above)), *above} - {None}
    keys = [maker.fresh(hazard.table, there) for _ in places]
    rows = []
    for key, place in zip(keys, above, strict=False):
        refers = {} if place is None else {here: keys[place]}
        rows.append(maker.row(hazard.table, {there: key, **refers}, ALONE))
    return None not in rows
