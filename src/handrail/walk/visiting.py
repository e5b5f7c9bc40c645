"""One revision on one database: the loads, the growth, and what could not be put in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from handrail.config import Data, WalkOptions
from handrail.databases import Database
from handrail.model import (
    Direction,
    Hazard,
    Load,
    NotExercised,
    Revision,
    Row,
    Schema,
    Severity,
    Step,
    with_declared,
)
from handrail.rows import Rejected, bundle, hazards, implausible, loads, many, together
from handrail.walk.grounds import Standing
from handrail.walk.passage import Growth, Leg, Passage, Visit
from handrail.walk.rulebook import adds_nothing
from handrail.walk.statements import Doing, doings
from handrail.walk.stepping import Stepper, there_and_back

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


class Visitor:
    """Visits one revision between an empty database below it and one above it."""

    def __init__(
        self,
        stepper: Stepper,
        options: WalkOptions,
        revision: Revision,
        below: Standing,
        above: Standing,
    ) -> None:
        self.stepper = stepper
        self.options = options
        self.revision = revision
        self.below = below
        self.above = above
        self.dialect = below.database.dialect
        self.not_exercised: list[NotExercised] = []
        self.hazards_found = 0
        self.hazards_exercised = 0
        self._carried: Database
        self._carried_passage: Passage | None = None

    def visit(self, carried: Database) -> Visit:
        """Everything that this revision does, to rows that may stand in its way and without.

        ``carried`` holds rows from earlier revisions and stays as it is.
        """
        self._carried = carried
        low, high = self._schemas
        visit = Visit(self.revision, self.dialect, low, high, passages=tuple(self._controls()))
        if self.options.data is Data.NONE:
            return visit
        stands = [s for s in self.stands.values() if _can_begin(visit, s.direction)]
        passages = [passage for stand in stands for passage in self._loaded(stand, visit)]
        if visit.control.legs[0].done:
            self._carried_passage = self._over(carried, visit)
            passages.append(self._carried_passage)
        passages += [passage for stand in stands for passage in self._strange(stand, visit)]
        growths = [growth for stand in stands for growth in self._growths(stand, visit)]
        return replace(visit.with_passages(passages), growths=tuple(growths))

    def repeated(self, passage: Passage, rows: tuple[Row, ...] | None = None) -> Passage | Rejected:
        """The same once more, on a fresh copy of where it began; rehearsed with other rows."""
        direction = passage.legs[0].step.direction
        if passage.load is None:
            return self._control(direction)
        if rows is None and passage is self._carried_passage:
            return self.stepper.carried(self._carried, self._around(Direction.UPGRADE))
        stand, steps = self.stands[direction], self._around(direction)
        if rows is None:
            load = replace(passage.load, rows=passage.rows)
            return self.stepper.passage(stand.database, stand.near, load, steps)
        return self._quick(stand, replace(passage.load, rows=rows), steps)

    @cached_property
    def stands(self) -> dict[Direction, Stand]:
        """Where passages begin, by direction."""
        low = with_declared(self._schemas[0], self.below.declared)
        high = with_declared(self._schemas[1], self.above.declared)
        return {
            Direction.UPGRADE: Stand(Direction.UPGRADE, self.below.database, near=low, far=high),
            Direction.DOWNGRADE: Stand(
                Direction.DOWNGRADE, self.above.database, near=high, far=low
            ),
        }

    def _controls(self) -> Iterator[Passage]:
        """Up, down and up; where up fails but the far side was reached, down and up from there."""
        control = self._control(Direction.UPGRADE)
        yield control
        if not control.legs[0].done and self.above is not self.below:
            yield self._control(Direction.DOWNGRADE)

    def _control(self, direction: Direction) -> Passage:
        start = self.below if direction is Direction.UPGRADE else self.above
        return self.stepper.control(start.database, self._around(direction))

    def _around(self, direction: Direction) -> tuple[Step, ...]:
        """Up, down and up; or down and up."""
        count = 3 if direction is Direction.UPGRADE else 2
        return there_and_back(self.revision.identifier, direction, count)

    @cached_property
    def _schemas(self) -> tuple[Schema, Schema]:
        """Below and above, looked at once: passages run on copies, so neither changes."""
        below = self.stepper.standing(self.below.database).schema
        return below, self.stepper.standing(self.above.database).schema

    @cached_property
    def source(self) -> str:
        """The text of the revision, its way back included."""
        revision = self.revision
        files = dict.fromkeys((revision.file, revision.downgrade_file or revision.file))
        texts = (Path(file).read_text(encoding="utf-8", errors="replace") for file in files)
        return "\n".join(texts)

    def _quick(self, stand: Stand, load: Load, steps: Sequence[Step]) -> Passage | Rejected:
        """A passage with these rows, rehearsed where that can be done."""
        rehearsed = self.stepper.rehearsed(stand.database, stand.near, load, steps)
        return rehearsed or self.stepper.passage(stand.database, stand.near, load, steps)

    def _real(self, stand: Stand, load: Load, seen: Visit) -> Passage | Rejected:
        """A passage with these rows; what a rehearsal shows beyond notes is seen on a copy too."""
        steps = self._around(stand.direction)
        rehearsed = self.stepper.rehearsed(stand.database, stand.near, load, steps)
        if rehearsed and (isinstance(rehearsed, Rejected) or _is_quiet(rehearsed, seen)):
            return rehearsed
        return self.stepper.passage(stand.database, stand.near, load, steps)

    def _over(self, carried: Database, seen: Visit) -> Passage:
        """The steps over rows that came up from earlier revisions."""
        steps = self._around(Direction.UPGRADE)
        near = self.stands[Direction.UPGRADE].near
        rehearsed = self.stepper.rehearsed(carried, near, None, steps)
        if isinstance(rehearsed, Passage) and _is_quiet(rehearsed, seen):
            return rehearsed
        return self.stepper.carried(carried, steps)

    def _loaded(self, stand: Stand, visit: Visit) -> Iterator[Passage]:
        """The plain kinds one by one, unless they are harmless together; so with the hazards."""
        plain, aimed = self._loads(stand, visit)
        first = list(self._tried(stand, visit, plain[:1]))
        seen = visit.with_passages(first)
        if len(plain) <= 2 or not self._are_harmless(stand, seen):
            first += self._tried(stand, seen, plain[1:])
        yield from first
        self._note_tables(stand, first)
        seen = visit.with_passages(first)
        for group in _alike(aimed):
            yield from self._aimed(stand, seen, group)

    def _tried(self, stand: Stand, seen: Visit, loads: Sequence[Load]) -> Iterator[Passage]:
        for load in loads:
            passage = self._real(stand, load, seen)
            if isinstance(passage, Rejected):
                self._note(stand, load, passage)
                continue
            self.hazards_exercised += len(load.hazards)
            yield passage

    def _aimed(self, stand: Stand, seen: Visit, loads: Sequence[Load]) -> Iterator[Passage]:
        """Each hazard by itself, but for those that are harmless together with others."""
        if len(loads) == 1:
            yield from self._tried(stand, seen, loads)
            return
        hazards = tuple(hazard for load in loads for hazard in load.hazards)
        seed = self.options.seed
        load = bundle(stand.near, stand.far, hazards, self.dialect, self.source, seed=seed)
        if self._is_harmless(stand, seen, load):
            self.hazards_exercised += len(hazards)
            return
        half = len(loads) // 2
        yield from self._aimed(stand, seen, loads[:half])
        yield from self._aimed(stand, seen, loads[half:])

    def _strange(self, stand: Stand, visit: Visit) -> Iterator[Passage]:
        """What the step does to values that should not be there, in tables whose rows it moves."""
        moved = self._does(visit, stand.direction).reads & set(stand.near.tables)
        load = implausible(stand.near, self.dialect, moved)
        if load and self.options.data is Data.ADVERSARIAL:
            passage = self._real(stand, load, visit)
            if isinstance(passage, Passage):
                yield passage

    def _are_harmless(self, stand: Stand, seen: Visit) -> bool:
        """Whether all plain kinds at once, and no row left out, show nothing that was not seen."""
        touched = self._does(seen, stand.direction).names
        seed = self.options.seed
        load = together(stand.near, stand.far, self.dialect, touched, self.source, seed=seed)
        return self._is_harmless(stand, seen, load)

    def _is_harmless(self, stand: Stand, seen: Visit, load: Load) -> bool:
        """Whether a load, and no row of it left out, shows nothing that was not seen."""
        passage = self._quick(stand, load, self._around(stand.direction))
        if isinstance(passage, Rejected) or len(passage.rows) < len(load.rows):
            return False
        ended = all(leg.done for leg in passage.legs)
        return ended and adds_nothing(seen.with_passages([passage]), seen)

    def _loads(self, stand: Stand, visit: Visit) -> tuple[tuple[Load, ...], tuple[Load, ...]]:
        """The plain loads, and those that are aimed."""
        touched = self._does(visit, stand.direction).names
        aimed: tuple[Hazard, ...] = ()
        if self.options.data is Data.ADVERSARIAL:
            aimed = hazards(stand.near, stand.far, self.dialect, touched, self.source)
        self.hazards_found += len(aimed)
        seed = self.options.seed
        found = loads(stand.near, stand.far, aimed, self.dialect, touched, self.source, seed=seed)
        plain = tuple(load for load in found if not load.hazards)
        return plain, found[len(plain) :]

    def _does(self, visit: Visit, direction: Direction) -> Doing:
        """What the step's statements do on an empty database."""
        leg = visit.controlled(direction)
        return doings(leg.outcome.statements, self.dialect, leg.tables) if leg else Doing()

    def _note(self, stand: Stand, load: Load, rejected: Rejected) -> None:
        """Why a load could not be tried; for the plain kinds once for a table and its reason."""
        title = f"{load.title}: " if load.hazards else ""
        reason = f"{title}no row into {rejected.table}: {rejected.reason}"
        told = NotExercised(self.revision.identifier, stand.direction, self.dialect, reason)
        if told not in self.not_exercised:
            self.not_exercised.append(told)

    def _note_tables(self, stand: Stand, passages: Sequence[Passage]) -> None:
        """The tables that no plain load could fill."""
        filled = {row.table for passage in passages for row in passage.rows}
        for passage in passages:
            for rejected in passage.left_out:
                if passage.load and rejected.table not in filled:
                    self._note(stand, passage.load, rejected)

    def _growths(self, stand: Stand, visit: Visit) -> Iterator[Growth]:
        read = self._does(visit, stand.direction).reads
        for table in sorted(read & set(stand.near.tables)):
            few = self._counted(stand, many(stand.near, table, FEW, self.dialect))
            if few is None:
                continue
            more = self._counted(stand, many(stand.near, table, self.options.rows, self.dialect))
            if more:
                yield Growth(
                    direction=stand.direction,
                    table=table,
                    fewer_rows=FEW,
                    fewer_statements=few.outcome.statement_count,
                    more_rows=self.options.rows,
                    more_statements=more.outcome.statement_count,
                )

    def _counted(self, stand: Stand, load: Load) -> Leg | None:
        """The step over that load, where it came to its end.

        On a copy: in a session that has rolled back much, rows lie in another order.
        """
        steps = self._around(stand.direction)[:1]
        passage = self.stepper.passage(stand.database, stand.near, load, steps)
        if isinstance(passage, Rejected) or not passage.legs[0].done:
            return None
        return passage.legs[0]


def _can_begin(visit: Visit, direction: Direction) -> bool:
    """Not where the step fails without any rows, nor where it cannot be reached."""
    leg = visit.controlled(direction)
    return leg is not None and leg.done


def _is_quiet(passage: Passage, seen: Visit) -> bool:
    """Whether every step ends, and nothing new is shown that weighs more than a note."""
    ended = all(leg.done for leg in passage.legs)
    return ended and adds_nothing(seen.with_passages([passage]), seen, beyond=Severity.NOTE)


def _alike(aimed: Sequence[Load]) -> list[list[Load]]:
    """The shapes of hierarchies apart from the rest: they seldom do harm, and others often."""
    shapes = [load for load in aimed if any(hazard.shape for hazard in load.hazards)]
    others = [load for load in aimed if load not in shapes]
    return [group for group in (shapes, others) if group]
