"""Loads in front of one step: tried together first, one by one where that does harm."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handrail.config import Data, WalkOptions
from handrail.databases import Database
from handrail.model import Aim, Direction, Hazard, Load, NotExercised, Schema, Step
from handrail.rows import Rejected, bundle, hazards, implausible, loads, many, together
from handrail.walk.passage import Growth, Leg, Passage, Visit
from handrail.walk.rulebook import adds_nothing, is_quiet
from handrail.walk.statements import Doing, doings
from handrail.walk.stepping import Stepper

FEW = 4
"""The smaller of the two sizes at which statements are counted."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Where passages in one direction begin: an empty database and what lies on both sides.

    Both schemas are held to what the chain's own operations have declared by then.
    """

    direction: Direction
    database: Database
    near: Schema
    far: Schema


class Trials:
    """What one step, the way back and the step again do over the rows that may be in their way.

    ``source`` is the text of the revision. Nothing that is tried changes the stand's database.
    """

    def __init__(
        self,
        stepper: Stepper,
        options: WalkOptions,
        stand: Stand,
        steps: Sequence[Step],
        source: str,
    ) -> None:
        self._stepper = stepper
        self._options = options
        self._stand = stand
        self._steps = steps
        self._source = source
        self._dialect = stand.database.dialect
        self.not_exercised: list[NotExercised] = []
        self.harmless: list[Passage] = []
        """What showed nothing with many rows at once, so that nobody needs to judge it."""
        self._found: tuple[Hazard, ...] = ()
        self._exercised: list[Hazard] = []

    @property
    def aims(self) -> tuple[Aim, ...]:
        """Each hazard that was found, and whether rows that run into it were put in."""
        return tuple(Aim(each.title, each in self._exercised) for each in self._found)

    @property
    def direction(self) -> Direction:
        """Which way the first step goes."""
        return self._stand.direction

    def quick(self, load: Load) -> Passage | Rejected:
        """A passage with these rows, rehearsed where that can be done."""
        return self._rehearsed(load) or self.copied(load)

    def copied(self, load: Load) -> Passage | Rejected:
        """A passage with these rows, on a copy of where it begins."""
        stand = self._stand
        return self._stepper.passage(stand.database, stand.near, load, self._steps)

    def _rehearsed(self, load: Load) -> Passage | Rejected | None:
        stand = self._stand
        return self._stepper.rehearsed(stand.database, stand.near, load, self._steps)

    def _real(self, load: Load, seen: Visit) -> Passage | Rejected:
        """A passage with these rows; what a rehearsal shows beyond notes is seen on a copy too."""
        rehearsed = self._rehearsed(load)
        if rehearsed and (isinstance(rehearsed, Rejected) or is_quiet(rehearsed, seen)):
            return rehearsed
        return self.copied(load)

    def loaded(self, visit: Visit) -> Iterator[Passage]:
        """The plain kinds one by one, unless they are harmless together; so with the hazards."""
        plain, aimed = self._loads(visit)
        first = list(self._tried(visit, plain[:1]))
        seen = visit.with_passages(first)
        if len(plain) <= 2 or not self._are_harmless(seen):
            first += self._tried(seen, plain[1:])
        yield from first
        self._note_tables(first)
        seen = visit.with_passages(first)
        for group in _alike(aimed):
            yield from self._aimed(seen, group)

    def _tried(self, seen: Visit, loads: Sequence[Load]) -> Iterator[Passage]:
        for load in loads:
            passage = self._real(load, seen)
            if isinstance(passage, Rejected):
                self._note(load, passage)
                continue
            self._exercised += load.hazards
            yield passage

    def _aimed(self, seen: Visit, loads: Sequence[Load]) -> Iterator[Passage]:
        """Each hazard by itself, but for those that are harmless together with others."""
        if len(loads) == 1:
            yield from self._tried(seen, loads)
            return
        hazards = tuple(hazard for load in loads for hazard in load.hazards)
        seed = self._options.seed
        load = bundle(
            self._stand.near, self._stand.far, hazards, self._dialect, self._source, seed=seed
        )
        if self._is_harmless(seen, load):
            self._exercised += hazards
            return
        half = len(loads) // 2
        yield from self._aimed(seen, loads[:half])
        yield from self._aimed(seen, loads[half:])

    def strange(self, visit: Visit) -> Iterator[Passage]:
        """What the step does to values that should not be there, in tables whose rows it moves."""
        moved = self._does(visit).reads & set(self._stand.near.tables)
        load = implausible(self._stand.near, self._dialect, moved)
        if load and self._options.data is Data.ADVERSARIAL:
            passage = self._real(load, visit)
            if isinstance(passage, Passage):
                yield passage

    def _are_harmless(self, seen: Visit) -> bool:
        """Whether all plain kinds at once, and no row left out, show nothing that was not seen."""
        touched = self._does(seen).names
        seed = self._options.seed
        load = together(
            self._stand.near, self._stand.far, self._dialect, touched, self._source, seed=seed
        )
        return self._is_harmless(seen, load)

    def _is_harmless(self, seen: Visit, load: Load) -> bool:
        """Whether a load, and no row of it left out, shows nothing that was not seen."""
        passage = self.quick(load)
        if isinstance(passage, Rejected) or len(passage.rows) < len(load.rows):
            return False
        if passage.ended and adds_nothing(seen.with_passages([passage]), seen):
            self.harmless.append(passage)
            return True
        return False

    def _loads(self, visit: Visit) -> tuple[tuple[Load, ...], tuple[Load, ...]]:
        """The plain loads, and those that are aimed."""
        touched = self._does(visit).names
        aimed: tuple[Hazard, ...] = ()
        if self._options.data is Data.ADVERSARIAL:
            aimed = hazards(self._stand.near, self._stand.far, self._dialect, touched, self._source)
        self._found = aimed
        seed = self._options.seed
        found = loads(
            self._stand.near,
            self._stand.far,
            aimed,
            self._dialect,
            touched,
            self._source,
            seed=seed,
        )
        plain = tuple(load for load in found if not load.hazards)
        return plain, found[len(plain) :]

    def _does(self, visit: Visit) -> Doing:
        """What the step's statements do on an empty database."""
        leg = visit.controlled(self._stand.direction)
        return doings(leg.outcome.statements, self._dialect, leg.tables) if leg else Doing()

    def _note(self, load: Load, rejected: Rejected) -> None:
        """Why a load could not be tried; for the plain kinds once for a table and its reason."""
        title = f"{load.title}: " if load.hazards else ""
        reason = f"{title}no row into {rejected.table}: {rejected.reason}"
        told = NotExercised(self._steps[0].revision, self._stand.direction, self._dialect, reason)
        if told not in self.not_exercised:
            self.not_exercised.append(told)

    def _note_tables(self, passages: Sequence[Passage]) -> None:
        """The tables that no plain load could fill."""
        filled = {row.table for passage in passages for row in passage.rows}
        for passage in passages:
            for rejected in passage.left_out:
                if passage.load and rejected.table not in filled:
                    self._note(passage.load, rejected)

    def growths(self, visit: Visit) -> Iterator[Growth]:
        read = self._does(visit).reads
        for table in sorted(read & set(self._stand.near.tables)):
            few = self._counted(many(self._stand.near, table, FEW, self._dialect))
            if few is None:
                continue
            more = self._counted(many(self._stand.near, table, self._options.rows, self._dialect))
            if more:
                yield Growth(
                    direction=self._stand.direction,
                    table=table,
                    fewer_rows=FEW,
                    fewer_statements=few.outcome.statement_count,
                    more_rows=self._options.rows,
                    more_statements=more.outcome.statement_count,
                )

    def _counted(self, load: Load) -> Leg | None:
        """The step over that load, where it came to its end.

        On a copy: in a session that has rolled back much, rows lie in another order.
        """
        stand, steps = self._stand, self._steps[:1]
        passage = self._stepper.passage(stand.database, stand.near, load, steps)
        if isinstance(passage, Rejected) or not passage.legs[0].done:
            return None
        return passage.legs[0]


def _alike(aimed: Sequence[Load]) -> list[list[Load]]:
    """The shapes of hierarchies apart from the rest: they seldom do harm, and others often."""
    shapes = [load for load in aimed if any(hazard.shape for hazard in load.hazards)]
    others = [load for load in aimed if load not in shapes]
    return [group for group in (shapes, others) if group]
