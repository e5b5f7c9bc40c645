"""Snapshots as a database could give them: what has a name has one of its own, all in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from hypothesis import strategies as st

from handrail.model import (
    Check,
    Column,
    EnumType,
    ForeignKey,
    Index,
    Rows,
    Schema,
    Snapshot,
    Table,
    Trigger,
    Unique,
    View,
)

T = TypeVar("T")
_NAMES = st.sampled_from(("a", "b", "c"))
_FEW = st.lists(_NAMES, min_size=1, max_size=2, unique=True).map(tuple)
_TYPES = st.sampled_from(("INTEGER", "TEXT", "VARCHAR(9)"))
_DEFAULTS = st.sampled_from((None, None, "0", "'x'", "'X'", "1 + 1"))
_CONDITIONS = st.sampled_from(
    ("a > 0", "a >= 0", "a IN ('x', 'y')", "a IN ('x')", "a = 'X'", "a = 'x'", "a > 0 OR b > 0")
)
_QUERIES = st.sampled_from(("SELECT a FROM b", "SELECT 'a' FROM b", "SELECT a, b FROM c"))
_ACTIONS = st.sampled_from(("NO ACTION", "CASCADE"))
_BODIES = st.sampled_from(("BEGIN DELETE FROM a; END", "BEGIN DELETE FROM b; END"))
_VALUES = st.one_of(
    st.none(), st.integers(-1, 2), st.sampled_from(("", "x", "1", 1.5, b"x", b"", "NULL"))
)

_columns = st.builds(
    Column,
    name=_NAMES,
    type=_TYPES,
    nullable=st.booleans(),
    default=_DEFAULTS,
    generated=st.sampled_from((None, None, None, "a * 2", "a * 3")),
    identity=st.booleans(),
    collation=st.sampled_from((None, None, "NOCASE", "RTRIM")),
)
_checks = st.builds(Check, st.one_of(st.none(), _NAMES), _CONDITIONS)
_uniques = st.builds(Unique, st.one_of(st.none(), _NAMES), _FEW)
_foreign_keys = st.builds(
    ForeignKey,
    name=_NAMES,
    columns=_FEW,
    referred_table=_NAMES,
    referred_columns=_FEW,
    on_delete=_ACTIONS,
    on_update=_ACTIONS,
    timing=st.sampled_from(("", "DEFERRABLE")),
)


@st.composite
def _indexes(draw: Any) -> Index:
    parts, where = draw(_FEW), draw(st.sampled_from((None, "a > 0")))
    said = f"({', '.join(parts)})" + (f" WHERE {where}" if where else "")
    return Index(draw(_NAMES), parts, draw(st.booleans()), where, said)


def _own(things: st.SearchStrategy[T], known_by: Callable[[T], object]) -> Any:
    """Two of them at most, each known by something else, in one order."""
    listed = st.lists(things, max_size=2, unique_by=known_by)
    return listed.map(lambda found: tuple(sorted(found, key=repr)))


@st.composite
def tables(draw: Any, name: str) -> Table:
    """A table of that name."""
    columns = draw(st.lists(_columns, min_size=1, max_size=3, unique_by=lambda each: each.name))
    there = st.sampled_from([each.name for each in columns])
    return Table(
        name,
        tuple(columns),
        draw(st.lists(there, max_size=2, unique=True).map(tuple)),
        draw(_own(_checks, lambda each: each.name or each.text)),
        draw(_own(_uniques, lambda each: each.name or each.columns)),
        draw(_own(_foreign_keys, lambda each: each.name)),
        draw(_own(_indexes(), lambda each: each.name)),
        draw(_own(st.builds(Trigger, _NAMES, _BODIES), lambda each: each.name)),
        draw(st.sampled_from(("", "", "WITHOUT ROWID", "STRICT"))),
    )


@st.composite
def rows_of(draw: Any, table: Table) -> Rows:
    """Rows of that table; no two have the same key, but for a NULL in it."""
    row = st.tuples(*[_VALUES for _ in table.columns])
    keys = [table.column_names.index(name) for name in table.primary_key]
    seen: dict[object, tuple[Any, ...]] = {}
    for number, values in enumerate(draw(st.lists(row, max_size=4))):
        key = tuple(values[at] for at in keys)
        seen.setdefault(number if None in key or not key else key, values)
    return Rows(table.column_names, tuple(sorted(seen.values(), key=repr)))


@st.composite
def snapshots(draw: Any) -> Snapshot:
    """A database with up to two tables."""
    names = draw(st.lists(_NAMES, max_size=2, unique=True))
    found = {name: draw(tables(name)) for name in names}
    enums = draw(st.dictionaries(_NAMES, _FEW, max_size=1))
    views = draw(st.dictionaries(_NAMES, _QUERIES, max_size=1))
    schema = Schema(
        found,
        {name: EnumType(name, values) for name, values in enums.items()},
        {name: View(name, text) for name, text in views.items()},
        draw(st.sampled_from(((), ("a",), ("a", "b")))),
        draw(st.dictionaries(_NAMES.map("domain {}".format), _CONDITIONS, max_size=1)),
    )
    rows = {name: draw(rows_of(table)) for name, table in found.items()}
    return Snapshot(schema, rows, draw(st.sampled_from(((), ("r1",), ("r2",), ("r1", "r2")))))


@st.composite
def pairs(draw: Any) -> tuple[Snapshot, Snapshot]:
    """Two snapshots: alike, one thing apart, or each for itself."""
    one = draw(snapshots())
    other = draw(st.one_of(st.just(one), _edited(one), _edited(one), snapshots()))
    return (one, other) if draw(st.booleans()) else (other, one)


@st.composite
def _edited(draw: Any, one: Snapshot) -> Snapshot:
    """The same with one of its tables made up anew in one respect, or all of its rows."""
    if not one.schema.tables:
        return replace(one, ledger=draw(st.sampled_from(((), ("r1",), ("r3",)))))
    name = draw(st.sampled_from(sorted(one.schema.tables)))
    table = one.schema.tables[name]
    if draw(st.booleans()):
        return replace(one, rows={**one.rows, name: draw(rows_of(table))})
    part = draw(st.sampled_from(_RESPECTS))
    if part == "columns":
        old = draw(st.sampled_from(table.columns))
        new = replace(draw(_columns), name=old.name)
        made: Any = tuple(new if each is old else each for each in table.columns)
    else:
        made = getattr(draw(tables(name)), part)
    edited = replace(table, **{part: made})
    return replace(one, schema=replace(one.schema, tables={**one.schema.tables, name: edited}))


_RESPECTS: Sequence[str] = (
    "columns",
    "checks",
    "uniques",
    "foreign_keys",
    "indexes",
    "triggers",
    "options",
)
"""What of a table may change without its rows."""


@st.composite
def respelt(draw: Any) -> tuple[Snapshot, Snapshot]:
    """A snapshot, and the same with every text spelt in another way."""
    one = draw(snapshots())
    spell = draw(st.sampled_from(_SPELLINGS))
    schema = replace(
        one.schema,
        tables={name: _table_respelt(each, spell) for name, each in one.schema.tables.items()},
        views={
            name: replace(each, text=_in_capitals(each.text))
            for name, each in one.schema.views.items()
        },
    )
    return one, replace(one, schema=schema)


def _table_respelt(table: Table, spell: Callable[[str], str]) -> Table:
    return replace(
        table,
        columns=tuple(_column_respelt(each, spell) for each in table.columns),
        checks=tuple(replace(each, text=spell(each.text)) for each in table.checks),
        triggers=tuple(replace(each, text=_in_capitals(each.text)) for each in table.triggers),
    )


def _column_respelt(column: Column, spell: Callable[[str], str]) -> Column:
    default, generated = (
        None if text is None else spell(text) for text in (column.default, column.generated)
    )
    return replace(column, type=column.type.lower(), default=default, generated=generated)


def _in_capitals(text: str) -> str:
    """All but what stands in quotes, and with more blanks."""
    pieces = text.split("'")
    pieces[::2] = [piece.upper().replace(" ", "  \n") for piece in pieces[::2]]
    return "'".join(pieces)


def _in_quotes(text: str) -> str:
    """The names a and b, where they stand alone."""
    words = ('"A"' if word == "a" else "[b]" if word == "b" else word for word in text.split(" "))
    return " ".join(words)


_SPELLINGS: Sequence[Callable[[str], str]] = (
    _in_capitals,
    _in_quotes,
    "({})".format,
    "{} /* as it was */".format,
    lambda text: f"(({_in_capitals(_in_quotes(text))}))",
)
