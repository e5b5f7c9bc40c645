"""One revision on one database: controls, rows from earlier revisions, and loads of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from handrail.config import Data, WalkOptions
from handrail.databases import Database
from handrail.model import (
    Aim,
    Direction,
    NotExercised,
    Outcome,
    Revision,
    Row,
    Schema,
    Step,
    with_declared,
)
from handrail.rows import Rejected
from handrail.walk.enforcing import telling
from handrail.walk.grounds import Standing
from handrail.walk.passage import Enforced, Passage, Visit
from handrail.walk.reasons import lost_its_process
from handrail.walk.rulebook import is_quiet
from handrail.walk.stepping import Stepper, there_and_back
from handrail.walk.trying import Stand, Trials


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
        self.harmless: list[Passage] = []
        self.aims: dict[Direction, tuple[Aim, ...]] = {}
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
        trials = [self._trials(stand) for stand in stands]
        passages = [passage for each in trials for passage in each.loaded(visit)]
        if visit.control.legs[0].done:
            self._carried_passage = self._over(carried, visit)
            passages.append(self._carried_passage)
        passages += [passage for each in trials for passage in each.strange(visit)]
        growths = [growth for each in trials for growth in each.growths(visit)]
        for each in trials:
            self.not_exercised += each.not_exercised
            self.harmless += each.harmless
            self.aims[each.direction] = each.aims
        seen = visit.with_passages(passages)
        return replace(seen, growths=tuple(growths), enforced=tuple(self._enforced(seen)))

    def tell_stumbling(self, control: Passage, stumbled: Outcome) -> None:
        """Tell that a step has lost its process, unless it does so each time."""
        if not any(lost_its_process(leg.outcome) for leg in control.legs):
            (step,) = stumbled.steps
            reason = f"{stumbled.error}, and not when the step was run again"
            told = NotExercised(step.revision, step.direction, self.dialect, reason)
            self.not_exercised.append(told)

    def repeated(self, passage: Passage, rows: tuple[Row, ...] | None = None) -> Passage | Rejected:
        """The same once more, on a fresh copy of where it began; rehearsed with other rows."""
        direction = passage.legs[0].step.direction
        if passage.load is None:
            return self._control(direction)
        if rows is None and passage is self._carried_passage:
            return self.stepper.carried(self._carried, self._around(Direction.UPGRADE))
        trials = self._trials(self.stands[direction])
        with self.stepper.enforcing(passage.enforced):
            if rows is None:
                return trials.copied(replace(passage.load, rows=passage.rows))
            return trials.quick(replace(passage.load, rows=rows))

    def _enforced(self, seen: Visit) -> Iterator[Enforced]:
        """Each way once more with foreign keys enforced, where SQLite and the chain let that be."""
        if self.dialect != "sqlite" or self.stepper.chain.decides_on_keys:
            return
        for direction in self.stands:
            off = telling((*self.harmless, *seen.passages), direction, self.dialect)
            on = self.repeated(replace(off, enforced=True)) if off else None
            if off and isinstance(on, Passage):
                yield Enforced(off, on)

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
        stumbled = control.legs[-1].outcome
        if lost_its_process(stumbled):
            control = self._control(Direction.UPGRADE)
            self.tell_stumbling(control, stumbled)
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

    def _trials(self, stand: Stand) -> Trials:
        steps = self._around(stand.direction)
        return Trials(self.stepper, self.options, stand, steps, self.source)

    def _over(self, carried: Database, seen: Visit) -> Passage:
        """The steps over rows that came up from earlier revisions."""
        steps = self._around(Direction.UPGRADE)
        near = self.stands[Direction.UPGRADE].near
        rehearsed = self.stepper.rehearsed(carried, near, None, steps)
        if isinstance(rehearsed, Passage) and is_quiet(rehearsed, seen):
            return rehearsed
        return self.stepper.carried(carried, steps)


def _can_begin(visit: Visit, direction: Direction) -> bool:
    """Not where the step fails without any rows, nor where it cannot be reached."""
    leg = visit.controlled(direction)
    return leg is not None and leg.done
