"""The lines of a scenario, and how they are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

Cells = Mapping[str, str]
"""One row of a table: the cells by column, as the phrases read them."""


@dataclass(frozen=True, slots=True)
class Line:
    """One step: Given, When or Then with its phrase, and the table below it, if any."""

    keyword: str
    phrase: str
    table: tuple[Cells, ...] = ()


def written(lines: Iterable[Line]) -> Iterator[str]:
    """The steps as a feature has them, And for what continues the step before it."""
    before = ""
    for line in lines:
        yield f"{'And' if line.keyword == before else line.keyword} {line.phrase}"
        before = line.keyword
        yield from _table(line.table)


def _table(rows: Sequence[Cells]) -> Iterator[str]:
    """The rows below their columns, all of one width."""
    cells = [list(rows[0]), *(list(row.values()) for row in rows)] if rows else []
    written = [[_cell(each) for each in row] for row in cells]
    widths = [max(map(len, column)) for column in zip(*written, strict=True)]
    for row in written:
        padded = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield f"  | {' | '.join(padded)} |"


def _cell(text: str) -> str:
    """The text so that no bar in it ends the cell; behave knows no other escape."""
    return text.replace("|", "\\|")
