"""The fewest rows, with the plainest values, that still show a finding."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from handrail.model import OutcomeKind, Row, Schema
from handrail.rows import plainest, reduce
from handrail.walk.sighting import Sighting

MOST = 60
"""Passages that are spent on one finding, whatever comes of it."""
STOPPED = 12
"""How many of these a passage counts for in which a step had to be stopped."""

Again = Callable[[Sighting, tuple[Row, ...]], Sighting | None]
"""The passage once more with other rows: the finding as it shows it, None where it does not."""


def fewest(sight: Sighting, again: Again) -> Sighting:
    """The finding with rows of which not one can be left out, as far as 60 passages show.

    Those in which a step is stopped at its limits are five at most.
    """
    return _Trials(sight, again).fewest()


def fewest_and_plainest(sight: Sighting, again: Again, near: Schema) -> Sighting:
    """The same, and then with the plainest values; ``near`` is where the rows are put in."""
    trials = _Trials(sight, again)
    few = trials.fewest()
    if few.passage.load is None or not few.passage.rows:
        return few
    hazard = few.passage.load.hazard
    rows = plainest(few.passage.rows, near, few.visit.database, trials.still_show, hazard)
    return trials.seen.get(repr(rows)) or few


@dataclass
class _Trials:
    """What other rows have shown in place of those of one passage."""

    sight: Sighting
    again: Again
    left: int = MOST
    seen: dict[str, Sighting | None] = field(default_factory=dict)

    def fewest(self) -> Sighting:
        rows = reduce(self.sight.passage.rows, self.still_show)
        return self.seen.get(repr(rows)) or self.sight

    def still_show(self, rows: tuple[Row, ...]) -> bool:
        """Whether these rows show the finding; no more are tried when enough were."""
        key = repr(rows)
        if key not in self.seen and self.left > 0:
            found = self.seen[key] = self.again(self.sight, rows)
            self.left -= STOPPED if found and _is_stopped(found) else 1
        return self.seen.get(key) is not None


def _is_stopped(sight: Sighting) -> bool:
    return any(leg.outcome.kind is OutcomeKind.STOPPED for leg in sight.passage.legs)
