"""The fewest things that still show a failure."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

_MOST_TRIALS = 200
T = TypeVar("T")


def reduce(
    things: tuple[T, ...],
    still_fails: Callable[[tuple[T, ...]], bool],
    *,
    trials: int = _MOST_TRIALS,
) -> tuple[T, ...]:
    """Things, rows for instance, of which not one can be left out without the failure going away.

    ``things`` must fail; ``still_fails`` is asked about part of them, in their order, at most
    ``trials`` times. When these are used up the fewest found so far come back: they still fail,
    but some could perhaps be spared. Delta debugging by complements, after Zeller and Hildebrandt,
    "Simplifying and isolating failure-inducing input" (2002).
    """
    parts = 2
    while things and trials > 0:
        size = max(1, len(things) // parts)
        for start in range(0, len(things), size):
            rest = things[:start] + things[start + size :]
            trials -= 1
            if still_fails(rest):
                things, parts = rest, max(2, parts - 1)
                break
            if trials == 0:
                return things
        else:
            if size == 1:
                return things
            parts = min(len(things), parts * 2)
    return things
