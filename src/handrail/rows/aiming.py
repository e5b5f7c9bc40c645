"""The fewest rows that run into a hazard."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from handrail.model import Hazard, HazardKind, Row, Value
from handrail.rows.hierarchy import upward
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
    base = maker.row(hazard.table, hazard.values, ALONE)
    keys = maker.words.keys(hazard.table)
    forced = {next((c for c in key.columns if c not in hazard.columns), "") for key in keys}
    if base:
        twin(maker, base, forced)


def _shape(maker: Maker, hazard: Hazard, link: tuple[str, str]) -> None:
    here, there = link
    fresh: list[Value] = [maker.fresh(hazard.table, there) for _ in range(_DEEP)]
    pairs: list[tuple[Value, Value]] = {
        "a deep chain": [(fresh[0], None), *((key, above) for above, key in pairwise(fresh))],
        "a self-loop": [(fresh[0], fresh[0])],
        "a two-cycle": [(fresh[0], fresh[1]), (fresh[1], fresh[0])],
        "an orphan": [(fresh[0], fresh[1])],
    }[hazard.shape]
    for key, above in pairs:
        maker.row(hazard.table, {there: key, here: above}, ALONE)
