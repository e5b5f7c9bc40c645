"""Tables of features and suites: rows of words, and how two of them differ."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import unified_diff

from handrail.errors import TargetError

_BAR = re.compile(r"(?<!\\)\|")
_BETWEEN_ROWS = re.compile(r"(?<!\\)\|\s+\|")

Record = Mapping[str, str]
"""One row of such a table: a cell for each column, as ``handrail.rows.cells`` reads them."""


def records_of(words: Iterable[str]) -> list[Record]:
    """Rows between bars, the columns first, in whatever pieces Robot's spaces have parted them.

    ``\\|`` is a bar in a cell. Without any words there are no rows. Raises TargetError where a row
    has more cells than there are columns, or fewer.
    """
    lines = _BETWEEN_ROWS.split(" ".join(words).strip().removeprefix("|").removesuffix("|"))
    names, *rows = [[cell.replace("\\|", "|").strip() for cell in _BAR.split(x)] for x in lines]
    odd = next((row for row in rows if len(row) != len(names)), None)
    if odd is not None:
        raise TargetError(f"the row has {len(odd)} cells, not {len(names)}", where=" | ".join(odd))
    return [dict(zip(names, row, strict=True)) for row in rows]


def assert_same(expected: Iterable[Record], actual: Iterable[Record], what: str) -> None:
    """Both hold the same rows, in whatever order; else an AssertionError that shows both."""
    wanted, there = sorted(map(_line, expected)), sorted(map(_line, actual))
    difference = "\n".join(unified_diff(wanted, there, "expected", "there", lineterm="", n=99))
    assert wanted == there, f"{what}\n{difference}"


def _line(record: Record) -> str:
    return "| " + " | ".join(f"{name}: {value}" for name, value in record.items()) + " |"
