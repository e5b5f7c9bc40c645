"""One revision on one database: the control, the loads, the growth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from handrail.config import Data, WalkOptions
from handrail.databases import Database
from handrail.model import (
    Direction,
    Hazard,
    Load,
    NotExercised,
    Revision,
    Schema,
    Step,
)
from handrail.rows import Rejected, hazards, loads, many
from handrail.walk.passage import Growth, Leg, Passage, Visit
from handrail.walk.statements import doings
from handrail.walk.stepping import Stepper

FEW = 4
"""The smaller of the two sizes at which statements are counted."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Where passages in one direction begin: an empty database and what lies on both sides."""

    direction: Direction
    database: Database
    near: Schema
    far: Schema


class Visitor:
    """Visits one revision between an empty database below it and one above it."""

    def __init__(
        self, stepper: Stepper, options: WalkOptions, dialect: str, revision: Revision
    ) -> None:
        self.stepper = stepper
        self.options = options
        self.dialect = dialect
        self.revision = revision
        self.not_exercised: list[NotExercised] = []
        self.hazards_found = 0
        self.hazards_exercised = 0

    def control(self, below: Database) -> Passage:
        """Up, down and up again on an empty database."""
        database = below.clone()
        try:
            return Passage(None, (), self.stepper.legs(database, self._steps(Direction.UPGRADE, 3)))
        finally:
            database.drop()

    def visit(self, below: Database, above: Database, carried: Database, control: Passage) -> Visit:
        """Everything that this revision does to the rows that may stand in its way."""
        stands = self._stands(below, above)
        visit = Visit(
            self.revision, self.dialect, stands[0].near, stands[0].far, passages=(control,)
        )
        walked = [stand for stand in stands if self._can_begin(visit, stand.direction)]
        passages = [passage for stand in walked for passage in self._loaded(stand, visit)]
        if control.legs[0].done and self.options.data is not Data.NONE:
            steps = self._steps(Direction.UPGRADE, 3)
            passages.append(self.stepper.carried(carried, steps))
        growths = [growth for stand in walked for growth in self._growths(stand, visit)]
        return Visit(
            self.revision,
            self.dialect,
            visit.below,
            visit.above,
            passages=(control, *passages),
            growths=tuple(growths),
        )

    def again(self, stand: Stand, load: Load) -> Passage | Rejected:
        """The same passage with other rows."""
        steps = self._steps(stand.direction, 2 if stand.direction is Direction.DOWNGRADE else 3)
        return self.stepper.passage(stand.database, stand.near, load, steps)

    def stand(self, below: Database, above: Database, direction: Direction) -> Stand:
        """Where passages in that direction begin."""
        return next(s for s in self._stands(below, above) if s.direction is direction)

    def _stands(self, below: Database, above: Database) -> tuple[Stand, Stand]:
        low = self.stepper.look(below).schema
        high = self.stepper.look(above).schema
        return (
            Stand(Direction.UPGRADE, below, near=low, far=high),
            Stand(Direction.DOWNGRADE, above, near=high, far=low),
        )

    def _steps(self, direction: Direction, count: int) -> tuple[Step, ...]:
        directions = (direction, direction.back, direction)[:count]
        return tuple(Step(self.revision.identifier, each) for each in directions)

    @staticmethod
    def _can_begin(visit: Visit, direction: Direction) -> bool:
        """Not where the step fails without any rows, nor where it cannot be reached."""
        leg = visit.controlled(direction)
        return leg is not None and leg.done

    def _loaded(self, stand: Stand, visit: Visit) -> Iterator[Passage]:
        for load in self._loads(stand, visit):
            passage = self.again(stand, load)
            if isinstance(passage, Rejected):
                self._note(stand, load, passage)
                continue
            self.hazards_exercised += load.hazard is not None
            yield passage

    def _loads(self, stand: Stand, visit: Visit) -> tuple[Load, ...]:
        if self.options.data is Data.NONE:
            return ()
        touched = self._touched(visit, stand.direction)
        source = Path(self.revision.file).read_text(encoding="utf-8")
        aimed: tuple[Hazard, ...] = ()
        if self.options.data is Data.ADVERSARIAL:
            aimed = hazards(stand.near, stand.far, self.dialect, touched, source)
        self.hazards_found += len(aimed)
        return loads(stand.near, stand.far, aimed, self.dialect, touched, source)

    def _touched(self, visit: Visit, direction: Direction) -> frozenset[str]:
        """The tables that the step names in its statements on an empty database."""
        leg = visit.controlled(direction)
        statements = leg.outcome.statements if leg else ()
        return doings(statements, self.dialect).names

    def _note(self, stand: Stand, load: Load, rejected: Rejected) -> None:
        reason = f"{load.title}: no row into {rejected.table}: {rejected.reason}"
        self.not_exercised.append(
            NotExercised(self.revision.identifier, stand.direction, self.dialect, reason)
        )

    def _growths(self, stand: Stand, visit: Visit) -> Iterator[Growth]:
        if self.options.data is Data.NONE:
            return
        touched = self._touched(visit, stand.direction)
        for table in sorted(touched & set(stand.near.tables)):
            few = self._counted(stand, many(stand.near, table, FEW, self.dialect))
            more = self._counted(stand, many(stand.near, table, self.options.rows, self.dialect))
            if few and more:
                yield Growth(
                    direction=stand.direction,
                    table=table,
                    fewer_rows=FEW,
                    fewer_statements=few.outcome.statement_count,
                    more_rows=self.options.rows,
                    more_statements=more.outcome.statement_count,
                )

    def _counted(self, stand: Stand, load: Load) -> Leg | None:
        """The step over that load, where it came to its end."""
        steps = self._steps(stand.direction, 1)
        passage = self.stepper.passage(stand.database, stand.near, load, steps)
        if isinstance(passage, Rejected) or not passage.legs[0].done:
            return None
        return passage.legs[0]
