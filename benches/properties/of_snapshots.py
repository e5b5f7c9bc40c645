"""Two snapshots, and what is said to be different."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from benches.properties.made_up_snapshots import pairs, respelt
from benches.properties.trying import tried
from handrail.model import (
    Change,
    Check,
    Column,
    ForeignKey,
    Index,
    Rows,
    Schema,
    Snapshot,
    Table,
    Trigger,
    Unique,
)
from handrail.snapshots import Difference, difference

_Pair = tuple[Snapshot, Snapshot]


def empty_exactly_for_equal_ones() -> None:
    """Nothing is different where both are equal, and something wherever they are not."""

    def holds(pair: _Pair) -> None:
        found = difference(*pair)
        assert found.is_empty == (pair[0] == pair[1]), f"it says {found.lines()}"
        assert found.is_empty != bool(found.lines()), f"it says {found.lines()}"

    tried(70, pairs(), holds)


def each_respect_counts() -> None:
    """A table with one thing apart, be it what it may, is another table, seen from either side."""
    cases = [(part, name, new) for part, found in _APART.items() for name, new in found.items()]

    def holds(case: tuple[str, str, Any]) -> None:
        part, name, new = case
        made: Any = replace(getattr(_WHOLE, part)[0], **{name: new}) if name else new
        parts: dict[str, Any] = {part: (made,) if name else made}
        edited = replace(_WHOLE, **parts)
        one, other = (Snapshot(Schema({"a": table})) for table in (_WHOLE, edited))
        assert difference(one, other).schema, f"{part} {name} {new!r} is none"
        assert difference(other, one).schema, f"{part} {name} {new!r} is none on the way back"

    tried(len(cases) + 1, st.sampled_from(cases), holds)


def the_same_the_other_way_round() -> None:
    """What is gone the one way is new the other way, and nothing else is said."""

    def holds(pair: _Pair) -> None:
        there, back = _turned(difference(*pair)), difference(*reversed(pair))
        for one, other in ((there.schema, back.schema), (there.rows, back.rows)):
            assert Counter(map(repr, one)) == Counter(map(repr, other)), f"{one}\nand\n{other}"
        assert there.ledger == back.ledger

    tried(50, pairs(), holds)


def spelling_is_no_difference() -> None:
    """Capitals, blanks, quotes, brackets and comments change nothing, in either order."""

    def holds(pair: _Pair) -> None:
        said = (*difference(*pair).lines(), *difference(*reversed(pair)).lines())
        assert not said, f"it says {said}"

    tried(40, respelt(), holds)


def changes_make_the_one_the_other() -> None:
    """The changes of rows, done to the rows before, leave the rows after."""

    def holds(pair: _Pair) -> None:
        before, after = pair
        for table in before.rows.keys() & after.rows.keys():
            here, there = before.rows[table], after.rows[table]
            if here.columns == there.columns:
                changes = [each for each in difference(*pair).rows if each.table == table]
                assert _done(here, changes) == _counted(there), f"{table} by {changes}"

    tried(40, pairs(), holds)


_WHOLE = Table(
    "a",
    (Column("a", "TEXT"),),
    ("a",),
    (Check("a", "a > 0"),),
    (Unique("a", ("a",)),),
    (ForeignKey("a", ("a",), "b", ("a",)),),
    (Index("a", ("a",), definition="(a)"),),
    (Trigger("a", "BEGIN DELETE FROM a; END"),),
    "STRICT",
)
_APART: dict[str, dict[str, Any]] = {
    "columns": {"name": "b", "type": "INTEGER", "nullable": False, "default": "0"}
    | {"generated": "a * 2", "identity": True, "collation": "NOCASE"},
    "primary_key": {"": ()},
    "checks": {"name": "b", "text": "a >= 0"},
    "uniques": {"name": "b", "columns": ("a", "b")},
    "foreign_keys": {"name": "b", "columns": ("b",), "referred_table": "c"}
    | {"referred_columns": ("b",), "on_delete": "CASCADE", "on_update": "CASCADE"}
    | {"timing": "DEFERRABLE"},
    "indexes": {"name": "b", "unique": True, "definition": "(a DESC)"},
    "triggers": {"name": "b", "text": "BEGIN DELETE FROM b; END"},
    "options": {"": ""},
}
"""Of each part of that table what may be otherwise."""


def _turned(found: Difference) -> Difference:
    """It said from the other side."""
    ledger = found.ledger
    return Difference(
        tuple(replace(each, before=each.after, after=each.before) for each in found.schema),
        tuple(replace(each, before=each.after, after=each.before) for each in found.rows),
        ledger and replace(ledger, before=ledger.after, after=ledger.before),
    )


def _counted(rows: Rows) -> Counter[str]:
    return Counter(repr(sorted(row.items())) for row in rows.as_dicts())


def _done(rows: Rows, changes: list[Change]) -> Counter[str]:
    left = _counted(rows)
    left.subtract(repr(sorted(each.before.items())) for each in changes if each.before)
    left.update(repr(sorted(each.after.items())) for each in changes if each.after)
    return +left
