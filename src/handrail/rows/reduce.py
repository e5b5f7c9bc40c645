"""The fewest rows that still show a failure."""

from __future__ import annotations

from collections.abc import Callable

from handrail.model import Row

_MOST_TRIALS = 200


def reduce(
    rows: tuple[Row, ...],
    still_fails: Callable[[tuple[Row, ...]], bool],
    *,
    trials: int = _MOST_TRIALS,
) -> tuple[Row, ...]:
    """Rows of which not one can be left out without the failure going away.

    ``rows`` must fail; ``still_fails`` is asked about part of them, in their order, at most
    ``trials`` times. When these are used up the fewest rows found so far come back: they still
    fail, but some could perhaps be spared. Delta debugging by complements, after Zeller and
    Hildebrandt, "Simplifying and isolating failure-inducing input" (2002).
    """
    parts = 2
    while rows and trials > 0:
        size = max(1, len(rows) // parts)
        for start in range(0, len(rows), size):
            rest = rows[:start] + rows[start + size :]
            trials -= 1
            if still_fails(rest):
                rows, parts = rest, max(2, parts - 1)
                break
            if trials == 0:
                return rows
        else:
            if size == 1:
                return rows
            parts = min(len(rows), parts * 2)
    return rows
