"""The fewest rows that run into a hazard."""

from __future__ import annotations

from collections.abc import Collection

from handrail.model import Hazard, HazardKind, Row
from handrail.rows.hierarchy import A_DEEP_CHAIN, A_SELF_LOOP, A_TWO_CYCLE, AN_ORPHAN, upward
from handrail.rows.making import ALONE, Maker

_DEEP = 12
"""Rows in a deep chain, its root included."""


def aim(maker: Maker, hazard: Hazard) -> None:
    """Makes the rows that run into a hazard, and the parents without which they cannot be."""
    if hazard.kind is HazardKind.HIERARCHY:
        for link in upward(maker.words.near.tables[hazard.table]):
            _shape(maker, hazard, link)
    elif hazard.kind is HazardKind.UNIQUE:
        _twins(maker, hazard)
    else:
        maker.row(hazard.table, hazard.values, ALONE)


def twin(maker: Maker, base: Row, changed: Collection[str]) -> None:
    """Makes a copy of a row but for some columns; what these refer to is another row too."""
    table = maker.words.near.tables[base.table]
    kept = {name: value for name, value in base.values.items() if name not in changed}
    for key in table.foreign_keys:
        if not set(key.columns).isdisjoint(changed) and key.referred_table != table.name:
            maker.row(key.referred_table, maker.referred(key, kept), ALONE)
    maker.row(base.table, kept)


def _twins(maker: Maker, hazard: Hazard) -> None:
    """Two rows that agree in the key to come and differ where the keys of today force them to."""
    maker.row(hazard.table, hazard.values, ALONE)
    keys = maker.words.keys(hazard.table)
    forced = {next((c for c in key.columns if c not in hazard.columns), "") for key in keys}
    for base in maker.made(hazard.table)[:1]:
        twin(maker, base, forced)


def _shape(maker: Maker, hazard: Hazard, link: tuple[str, str]) -> None:
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
    for key, place in zip(keys, above, strict=False):
        refers = {} if place is None else {here: keys[place]}
        maker.row(hazard.table, {there: key, **refers}, ALONE)
