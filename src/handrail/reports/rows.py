"""Rows as tables for a reader: the columns that matter first, before and after below each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rich.cells import cell_len

from handrail.model import Change, Evidence
from handrail.reports.summary import counted
from handrail.reports.words import WIDTH, cut, harmless, value

GAP = 2
"""The blanks between two columns."""
_LINES = 10
_CELL = 60
"""How many lines of a table are shown, and how much of a value."""


@dataclass(frozen=True, slots=True)
class Grid:
    """One table of rows, a label before each; ``more`` says what was left out."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    label: str
    values: Mapping[str, Any]


def rows_of(evidence: Evidence, message: str) -> Iterator[Grid]:
    """The rows that were put in, a grid for each table: the columns that are spoken of go first."""
    changed = {name for change in evidence.changed for name in (change.before or {})}
    words = set(re.findall(r"\w+", f"{message} {evidence.hazard}")) | changed
    for table in dict.fromkeys(row.table for row in evidence.rows):
        lines = [_Line("", row.values) for row in evidence.rows if row.table == table]
        names = list(dict.fromkeys(name for line in lines for name in line.values))
        ordered = sorted(names, key=lambda name: (name != names[0], name not in words))
        yield _grid(table, lines, ordered)


def before_and_after(evidence: Evidence) -> Iterator[Grid]:
    """What changed, a grid for each table: of each row what it was, and below it what it is.

    Columns in which nothing changed are left out, but for the first, and where whole rows came or
    went.
    """
    for table in dict.fromkeys(change.table for change in evidence.changed):
        changes = [change for change in evidence.changed if change.table == table]
        lines = [line for change in changes for line in _lines(change)]
        names = list(dict.fromkeys(name for line in lines for name in line.values))
        differing = {name for change in changes for name in _differing(change)}
        yield _grid(table, lines, [name for name in names if name in {names[0], *differing}])


def _lines(change: Change) -> Iterator[_Line]:
    if change.before is None or change.after is None:
        yield _Line("gone" if change.after is None else "new", change.before or change.after or {})
    else:
        yield _Line("before", change.before)
        yield _Line("after", change.after)


def _differing(change: Change) -> Iterator[str]:
    before, after = change.before or {}, change.after or {}
    nothing = object()
    for name in (*before, *after):
        if before.get(name, nothing) != after.get(name, nothing):
            yield name


def _grid(title: str, lines: Sequence[_Line], names: Sequence[str]) -> Grid:
    shown = lines[:_LINES]
    columns = [(harmless(name), *(_cell(line, name) for line in shown)) for name in names]
    fitting = list(_fitting(columns))
    more = {"line": len(lines) - len(shown), "column": len(columns) - len(fitting)}
    left_out = [counted(number, f"more {what}") for what, number in more.items() if number]
    header, *rows = zip(("", *(line.label for line in shown)), *fitting, strict=True)
    return Grid(harmless(title), header, tuple(rows), " and ".join(left_out))


def _fitting(columns: Sequence[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """As many as a reader wants in one line, the first in any case."""
    room = WIDTH
    for number, column in enumerate(columns):
        room -= max(map(cell_len, column)) + GAP
        if number and room < 0:
            return
        yield column


def _cell(line: _Line, name: str) -> str:
    return cut(value(line.values[name]), _CELL) if name in line.values else ""
