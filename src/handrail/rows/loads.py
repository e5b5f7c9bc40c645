"""The sets of rows that are put in before a step."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import partial
from itertools import islice, product

from handrail.model import Hazard, Load, Phase, Row, Schema
from handrail.rows.aiming import aim, twin
from handrail.rows.hierarchy import like_parent, upward
from handrail.rows.lawful import lawful
from handrail.rows.literals import labels, literals_in_source
from handrail.rows.making import ALONE, FULL, SPARSE, Maker, Style
from handrail.rows.reach import relevant_tables
from handrail.rows.vocabulary import Vocabulary
from handrail.stopwatch import timed

_MOST_TWINS = 8
"""Ways in which the twins of one table differ."""
_CHOICES = 1000
"""How many choices of a column from each key are looked at for them."""
_DEEP = 12
"""Rows in a deep chain, its root included."""


@timed(Phase.ROWS)
def loads(
    near: Schema,
    far: Schema,
    hazards: Collection[Hazard],
    dialect: str,
    touched: Collection[str] = (),
    source: str = "",
    *,
    seed: int = 0,
) -> tuple[Load, ...]:
    """What to put in before a step, each load by itself: the plain kinds, then each hazard.

    The plain kinds fill the :func:`relevant_tables` with a full row each, with a row of NULLs,
    with two rows and more through every literal, with twins, and with families of children; where
    a step leaves every table as it is, there is none. A hazard's load is the row that runs into it
    and what that row needs. ``source`` is the migration's own text, whose literals are used. The
    same call gives the same rows; another ``seed`` other legal values.
    """
    words = Vocabulary(near, far, dialect, literals_in_source(source), seed)
    order = relevant_tables(near, far, touched)
    plain = [Load(title, _made(words, make)) for title, make in _kinds(order)]
    aimed = [Load(hazard.title, _aimed(words, [hazard]), (hazard,)) for hazard in hazards]
    return (*_different(plain), *aimed)


@timed(Phase.ROWS)
def together(
    near: Schema,
    far: Schema,
    dialect: str,
    touched: Collection[str] = (),
    source: str = "",
    *,
    seed: int = 0,
) -> Load:
    """The plain kinds of rows all in one load, for a step to which each may be harmless.

    What a step does to it says nothing of the kinds by themselves unless it comes to no harm.
    """
    maker = Maker(Vocabulary(near, far, dialect, literals_in_source(source), seed))
    for _, make in _kinds(relevant_tables(near, far, touched)):
        make(maker)
    return Load("the plain kinds together", tuple(maker.rows))


@timed(Phase.ROWS)
def bundle(
    near: Schema,
    far: Schema,
    hazards: Collection[Hazard],
    dialect: str,
    source: str = "",
    *,
    seed: int = 0,
) -> Load:
    """The rows of several hazards in one load, for a step to which all may be harmless.

    It has no rows where those of one hazard are in the way of another's.
    """
    words = Vocabulary(near, far, dialect, literals_in_source(source), seed)
    return Load("several hazards together", _aimed(words, hazards), tuple(hazards))


@timed(Phase.ROWS)
def many(near: Schema, table: str, count: int, dialect: str) -> Load:
    """A load of ``count`` plain rows in one table, each below the one before it where it can be.

    Of several references to the table itself those named for a parent are filled, else all. Every
    other row leaves NULL what may be NULL. For seeing whether the statements of a step grow with
    the rows.
    """
    maker = Maker(Vocabulary(near, near, dialect))
    links = upward(near.tables[table])
    links = [link for link in links if like_parent(link[0])] or links
    for number in range(count):
        above = maker.made(table)[:1]
        given = {here: row.values[there] for row in above for here, there in links}
        maker.row(table, given, SPARSE if number % 2 else ALONE)
    return Load(f"{count} rows", tuple(maker.rows))


def _kinds(order: Collection[str]) -> list[tuple[str, Callable[[Maker], None]]]:
    """What the plain kinds are called, and what makes them; each of them more rows than before."""
    return [
        ("one full row", partial(_each, order=order, style=FULL)),
        ("every nullable column NULL", partial(_each, order=order, style=SPARSE)),
        ("every literal", partial(_through_literals, order=order)),
        ("twins", partial(_all_twins, order=order)),
        ("children of children", partial(_families, order=order)),
    ]


def _different(found: list[Load]) -> Iterator[Load]:
    """The loads without those whose rows another has."""
    for number, load in enumerate(found):
        if load.rows and all(load.rows != other.rows for other in found[:number]):
            yield load


def _made(words: Vocabulary, make: Callable[[Maker], None]) -> tuple[Row, ...]:
    maker = Maker(words)
    make(maker)
    return tuple(maker.rows)


def _aimed(words: Vocabulary, hazards: Collection[Hazard]) -> tuple[Row, ...]:
    """The rows of all hazards; none where not every hazard gets its own.

    They run into nothing else, if there can be such rows.
    """
    near = lawful(words.near, words.far, hazards, words.dialect)
    strict = Vocabulary(near, words.far, words.dialect, words.source, words.seed)
    for held in (strict, words):
        maker = Maker(held)
        if all(aim(maker, hazard) for hazard in hazards):
            return tuple(maker.rows)
    return ()


def _each(maker: Maker, order: Collection[str], style: Style) -> None:
    """One row in each table; a table that meanwhile got one as a parent keeps that."""
    before = {name: len(maker.made(name)) for name in order}
    for name in order:
        if len(maker.made(name)) == before[name]:
            maker.row(name, style=style)


def _through_literals(maker: Maker, order: Collection[str]) -> None:
    """As many rows in each table as its longest list of literals is long."""
    for name in order:
        for turn in range(max(2, _literals(maker.words, name))):
            maker.row(name, style=Style(turn=turn))


def _literals(words: Vocabulary, name: str) -> int:
    table = words.near.tables[name]
    checked = (len(words.literals(name)[column]) for column in table.column_names)
    labelled = (len(labels(words.near, column.type) or ()) for column in table.columns)
    return max((*checked, *labelled), default=0)


def _all_twins(maker: Maker, order: Collection[str]) -> None:
    """In each table a row and copies of it, which differ in one column of each key alone."""
    for name in order:
        keys = maker.words.keys(name)
        choices = islice(product(*(key.columns for key in keys)), _CHOICES)
        ways = list(dict.fromkeys(frozenset(choice) for choice in choices))
        maker.row(name)
        for base in maker.made(name)[:1]:
            for changed in ways[:_MOST_TWINS]:
                twin(maker, base, changed)


def _families(maker: Maker, order: Collection[str]) -> None:
    """Two rows below each of two rows of another table, then three generations of one table."""
    for name in order:
        table = maker.words.near.tables[name]
        above = (key for key in table.foreign_keys if key.referred_table in {*order} - {name})
        key = next(above, None)
        parents = maker.made(key.referred_table)[:2] if key else []
        given = [maker.referring(key, parent.values) for parent in parents if key]
        for values in (given or [{}]) * 2:
            maker.row(name, values)
        for link in upward(table):
            for _ in range(2):
                _below(maker, name, link)


def _below(maker: Maker, name: str, link: tuple[str, str]) -> None:
    """One row below each of the two rows of a table that were made last."""
    here, there = link
    for row in maker.made(name)[:2]:
        maker.row(name, {here: row.values[there]})
