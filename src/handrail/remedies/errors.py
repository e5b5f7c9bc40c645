"""Why a remedy said no: each error has its fields, and its line says what, where and what next.

All of them are raised on purpose, and when one is raised nothing has changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from handrail.errors import HandrailError


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One value of one column that stands in the way, and in how many rows.

    Where rows were not grouped by value, ``column`` names all columns of the predicate, separated
    by commas, and ``value`` is None.
    """

    table: str
    column: str
    value: Any
    rows: int


class RemedyError(HandrailError):
    """An operation of Handrail did not do what was asked, and changed nothing."""


class NotFoundError(RemedyError):
    """The table, the column or the CHECK constraint that was named is not there."""

    def __init__(self, kind: str, name: str, table: str) -> None:
        self.kind = kind
        self.name = name
        self.table = table
        super().__init__(f"there is no {kind} {name!r}", where=table, then="nothing was changed")


class RowsDoNotFitError(RemedyError):
    """Rows that are there break the constraint that was asked for.

    ``constraint`` is the name of a CHECK, or ``NOT NULL``; ``column`` is None for a CHECK.
    """

    def __init__(self, table: str, constraint: str, rows: int, column: str | None = None) -> None:
        self.table = table
        self.constraint = constraint
        self.rows = rows
        self.column = column
        place = f"{table}.{column}" if column else table
        super().__init__(
            f"{counted(rows)} would break the constraint {constraint}",
            where=place,
            then="nothing was changed: mend or remap these rows first",
        )


class Refused(RemedyError):  # noqa: N818 - the word of the project for a step that says no
    """Rows stand in the way of what comes next, so it was not begun.

    ``rows`` counts them, each once; ``obstacles`` say which values they hold where, ``examples``
    are primary keys of the first of them, as mappings from column to value. ``predicate`` is
    there where rows were not grouped by value.
    """

    def __init__(
        self,
        table: str,
        rows: int,
        obstacles: Sequence[Obstacle],
        *,
        examples: Sequence[dict[str, Any]] = (),
        predicate: str | None = None,
        message: str | None = None,
    ) -> None:
        self.table = table
        self.rows = rows
        self.obstacles = tuple(obstacles)
        self.examples = tuple(examples)
        self.predicate = predicate
        self.columns = tuple(dict.fromkeys(obstacle.column for obstacle in obstacles))
        self.values = tuple(obstacle.value for obstacle in obstacles)
        super().__init__(self._what(), where=table, then=message or "nothing was changed")

    def _what(self) -> str:
        verb = "stands" if self.rows == 1 else "stand"
        reasons = ", ".join(map(_reason, self.obstacles))
        why = f" of {self.predicate}" if self.predicate else f": {reasons}"
        return f"{counted(self.rows)} {verb} in the way{why}{self._shown()}"

    def _shown(self) -> str:
        keys = [", ".join(f"{k} {v!r}" for k, v in key.items()) for key in self.examples]
        return f"; for example {'; '.join(keys)}" if keys else ""


def counted(rows: int) -> str:
    """``1 row``, ``2 rows``."""
    return f"{rows} row" if rows == 1 else f"{rows} rows"


def _reason(obstacle: Obstacle) -> str:
    value = "NULL" if obstacle.value is None else repr(obstacle.value)
    return f"{obstacle.column} {value} in {counted(obstacle.rows)}"
