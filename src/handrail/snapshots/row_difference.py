"""Rows that are gone, new or changed; pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from handrail.model import Change, Rows, Snapshot, Value

_Row = dict[str, Value]
_Cells = tuple[Value, ...]


def row_changes(before: Snapshot, after: Snapshot) -> tuple[Change, ...]:
    """Every row that is not the same on both sides, table by table.

    A row that is gone has no ``after``, a new one no ``before``. Both mappings show all columns of
    their side, although only those that both sides have are compared.
    """
    return tuple(
        change
        for change in row_pairs(before, after)
        if change.before is None or change.after is None or _differ(change.before, change.after)
    )


def row_pairs(before: Snapshot, after: Snapshot) -> tuple[Change, ...]:
    """Every row of the tables that are not the same on both sides, changed or not.

    That is so too where a table merely has a column more, whose values are new.
    """
    return tuple(_pairs(before, after))


def change_in_words(change: Change) -> str:
    """One line for one change."""
    if change.after is None:
        return f"table {change.table}: row {_in_words(change.before)} is gone"
    if change.before is None:
        return f"table {change.table}: row {_in_words(change.after)} is new"
    now = {
        name: value
        for name, value in change.after.items()
        if name in change.before and change.before[name] != value
    }
    return f"table {change.table}: row {_in_words(change.before)} now has {_in_words(now)}"


def _differ(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Whether a column that both sides have holds another value."""
    return any(name in after and after[name] != value for name, value in before.items())


def _in_words(values: Mapping[str, Any] | None) -> str:
    return ", ".join(
        f"{name}={'NULL' if value is None else repr(value)}"
        for name, value in (values or {}).items()
    )


def _pairs(before: Snapshot, after: Snapshot) -> Iterator[Change]:
    for table in sorted(before.rows.keys() | after.rows.keys()):
        here, there = before.rows.get(table, Rows(())), after.rows.get(table, Rows(()))
        if here != there:
            yield from _pairs_of(table, here, there, _shared_key(table, before, after))


def _shared_key(table: str, before: Snapshot, after: Snapshot) -> tuple[str, ...]:
    tables = (before.schema.tables.get(table), after.schema.tables.get(table))
    keys = {found.primary_key if found else () for found in tables}
    return keys.pop() if len(keys) == 1 else ()


def _pairs_of(table: str, here: Rows, there: Rows, key: tuple[str, ...]) -> Iterator[Change]:
    common = tuple(name for name in here.columns if name in there.columns)
    old, new = _by_key(here, key), _by_key(there, key)
    if not key or len(old) < len(here.values) or len(new) < len(there.values):
        # SQLite lets several NULLs into a primary key, so that a key may name no single row.
        old, new = _by_place(here, common), _by_place(there, common)
    for name, row in old.items():
        yield Change(table, row, new.get(name))
    yield from (Change(table, None, row) for name, row in new.items() if name not in old)


def _by_key(rows: Rows, key: tuple[str, ...]) -> dict[_Cells, _Row]:
    return {_cells(row, key): row for row in rows.as_dicts()}


def _by_place(rows: Rows, columns: tuple[str, ...]) -> dict[_Cells, _Row]:
    """Rows by what they hold in these columns; twins are told apart by counting them."""
    seen: Counter[_Cells] = Counter()
    places: dict[_Cells, _Row] = {}
    for row in rows.as_dicts():
        cells = _cells(row, columns)
        places[*cells, seen[cells]] = row
        seen[cells] += 1
    return places


def _cells(row: _Row, columns: tuple[str, ...]) -> _Cells:
    return tuple(row[name] for name in columns)
