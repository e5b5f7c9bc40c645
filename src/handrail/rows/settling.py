"""Changing as few values of a row as it takes to keep the rules of its table."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product

from handrail.model import Value

_TRIALS = 200
"""How many combinations of values are tried for the columns of one rule."""

Options = Callable[[str], Sequence[Value]]
"""The values that are to be had for a column, best first."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Something about some columns that the values of a row keep or break.

    A ``firm`` rule must be kept; of another the database has the last word.
    """

    columns: tuple[str, ...]
    kept: Callable[[Mapping[str, Value]], bool]
    firm: bool = False


def settle(
    values: Mapping[str, Value], rules: Sequence[Rule], free: Collection[str], options: Options
) -> dict[str, Value] | None:
    """The values, changed in ``free`` columns until each rule is kept with those before it.

    A rule that no combination of options keeps is left broken; None where that one is firm.
    """
    settled = dict(values)
    for number, rule in enumerate(rules):
        if rule.kept(settled):
            continue
        columns = [name for name in rule.columns if name in free]
        trials = variations(settled, columns, options, _TRIALS)
        so_far = rules[: number + 1]
        mended = next((row for row in trials if all(item.kept(row) for item in so_far)), None)
        if mended is None and rule.firm:
            return None
        settled = settled if mended is None else mended
    return settled


def variations(
    values: Mapping[str, Value], columns: Sequence[str], options: Options, most: int
) -> Iterator[dict[str, Value]]:
    """Copies of the values with every combination of options in the columns, at most ``most``."""
    choices = [options(name) for name in columns]
    for combination in islice(product(*choices), most):
        yield {**values, **dict(zip(columns, combination, strict=True))}
