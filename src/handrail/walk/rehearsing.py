"""A passage rehearsed: what a child does with rows and steps where all can be taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from sqlalchemy import Connection

from handrail.chains import Rehearsal
from handrail.model import Load, Schema, Snapshot, Step
from handrail.rows import Rejected, put
from handrail.snapshots import with_rows_of
from handrail.stopwatch import Stopwatch
from handrail.walk.legs import legs
from handrail.walk.looking import Ledger, carried
from handrail.walk.passage import Leg, Passage

_EMPTY: dict[str, Snapshot] = {}
"""What is in databases that nobody changes, by their names; each child looks once."""


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """The passage, or why a row could not be put in; and the seconds of each phase."""

    passage: Passage | Rejected
    seconds: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Rehearse:
    """Rows to put in and steps to run; called with a rehearsal it gives what came of it.

    Without a load the rows are those that are there. ``database`` is its name.
    """

    database: str
    schema: Schema
    load: Load | None
    steps: Sequence[Step]
    ledger: Ledger

    def __call__(self, rehearsal: Rehearsal) -> Rehearsed:
        """The passage, and where the time went."""
        stopwatch = Stopwatch()
        with stopwatch.running():
            passage = self._passage(rehearsal)
        return Rehearsed(passage, stopwatch.phases)

    def _passage(self, rehearsal: Rehearsal) -> Passage | Rejected:
        if self.load is None:
            before = self.ledger.seen(rehearsal.connection)
            load = carried(before)
            return Passage(load, load.rows, self._legs(rehearsal, before))
        empty = self._empty(rehearsal.connection)
        placed = put(rehearsal.connection, self.schema, self.load)
        if isinstance(placed, Rejected):
            return placed
        before = with_rows_of(rehearsal.connection, empty)
        rehearsal.connection.rollback()
        return Passage(self.load, placed.rows, self._legs(rehearsal, before), placed.left_out)

    def _legs(self, rehearsal: Rehearsal, before: Snapshot) -> tuple[Leg, ...]:
        look = partial(self.ledger.seen, rehearsal.connection)
        return legs(self.steps, before, rehearsal.step, look)

    def _empty(self, connection: Connection) -> Snapshot:
        if self.database not in _EMPTY:
            _EMPTY[self.database] = self.ledger.seen(connection)
        return _EMPTY[self.database]
