"""Runs steps on scratch databases and looks after each: legs and passages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from threading import Event

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from handrail.chains import Chain, Plan
from handrail.databases import Database
from handrail.databases.lost import is_broken
from handrail.databases.sqlite_module import enforce_keys
from handrail.model import (
    Direction,
    Load,
    Outcome,
    Phase,
    Row,
    Schema,
    Snapshot,
    Step,
)
from handrail.rows import Rejected, put
from handrail.snapshots import with_rows_of
from handrail.stopwatch import running, timed
from handrail.walk.copies import clone, drop
from handrail.walk.legs import legs
from handrail.walk.looking import Ledger, carried
from handrail.walk.passage import Leg, Passage
from handrail.walk.rehearsing import Rehearse, Rehearsed


class Interrupted(Exception):  # noqa: N818 - it is no error but a stop
    """The walk was called off; nothing that was seen is told."""


@dataclass(frozen=True, slots=True)
class Begun:
    """The step that was begun last, and over which rows; how it ended, if it was told."""

    step: Step
    rows: tuple[Row, ...] = ()
    outcome: Outcome | None = None


class Stepper:
    """Runs the steps of one chain; counts them, and leaves no database behind.

    Once ``called_off`` is set no further step is begun: Interrupted is raised instead. Where the
    server of a database is lost, that comes through as ServerLostError; ``begun`` tells in which
    step. Unless it ``rehearses`` every passage is a real one. While it ``enforces``, SQLite is told
    to enforce foreign keys.
    """

    def __init__(self, chain: Chain, arguments: tuple[str, ...], called_off: Event) -> None:
        self.chain = chain
        self.arguments = arguments
        self.called_off = called_off
        self.steps = 0
        self.rehearses = True
        self.enforces = False
        self.begun: Begun | None = None
        self._rows: tuple[Row, ...] = ()
        self._standing: dict[str, Snapshot] = {}

    def standing(self, database: Database) -> Snapshot:
        """What is in a database that nobody changes any more; it is looked at once."""
        if database.name not in self._standing:
            self._standing[database.name] = self.look(database)
        return self._standing[database.name]

    def look(self, database: Database) -> Snapshot:
        """What is in a database now, the ledger read where the target keeps it."""
        with database.connect() as connection:
            return self._seen(connection)

    def control(self, start: Database, steps: Sequence[Step]) -> Passage:
        """Run steps on a copy of an empty database that nobody changes."""
        before = self.standing(start)
        with self._copy(start) as (database, connection):
            return Passage(None, (), self._legs(database, connection, steps, before))

    def passage(
        self, start: Database, schema: Schema, load: Load, steps: Sequence[Step]
    ) -> Passage | Rejected:
        """Put a load into a copy of ``start``, which nobody changes, and run steps on it."""
        empty = self.standing(start)
        with self._copy(start) as (database, connection):
            placed = put(connection, schema, load)
            if isinstance(placed, Rejected):
                return placed
            before = with_rows_of(connection, empty)
            connection.rollback()
            self._rows = placed.rows
            done = self._legs(database, connection, steps, before)
            return Passage(load, placed.rows, done, placed.left_out, self.enforces)

    def carried(self, start: Database, steps: Sequence[Step]) -> Passage:
        """Run steps on a copy of a database that holds rows from earlier revisions."""
        with self._copy(start) as (database, connection):
            before = self._seen(connection)
            load = carried(before)
            self._rows = load.rows
            return Passage(load, load.rows, self._legs(database, connection, steps, before))

    @timed(Phase.STEP)
    def rehearsed(
        self, start: Database, schema: Schema, load: Load | None, steps: Sequence[Step]
    ) -> Passage | Rejected | None:
        """The passage where it can be had without a copy, since all of it is taken back.

        Without a load the rows are those in ``start``, which nobody changes.
        """
        if not self.rehearses:
            return None
        self._begin(steps[0])
        work = Rehearse(start.name, schema, load, tuple(steps), self._ledger)
        done: Rehearsed | None = self.chain.rehearse(
            start, work, steps=len(steps), arguments=self.arguments
        )
        found = done.passage if done else None
        if done and (stopwatch := running()):
            for phase in (Phase.ROWS, Phase.SNAPSHOT):
                stopwatch.move(phase, done.seconds.get(phase, 0.0))
        self.steps += len(found.legs) - 1 if isinstance(found, Passage) else -1
        return found

    @contextmanager
    def _copy(self, start: Database) -> Iterator[tuple[Database, Connection]]:
        """A copy and one connection to it for all looks, since a new one costs more than a look."""
        self._rows = ()
        database = clone(start)
        try:
            with database.connect() as connection:
                if self.enforces:
                    enforce_keys(connection.connection.driver_connection)
                yield database, connection
        finally:
            drop(database)

    @contextmanager
    def enforcing(self, keys: bool) -> Iterator[None]:
        """Foreign ``keys`` are enforced meanwhile, if they are to be."""
        self.enforces = keys
        try:
            yield
        finally:
            self.enforces = False

    def _legs(
        self, database: Database, connection: Connection, steps: Sequence[Step], before: Snapshot
    ) -> tuple[Leg, ...]:
        run, look = partial(self.run, database), partial(self._seen, connection)
        return legs(steps, before, run, look)

    @timed(Phase.STEP)
    def drive(self, database: Database, folder: Path, seconds: float) -> Outcome:
        """Let the user's runner loose on a database; it counts as one step."""
        self._count()
        return self.chain.drive(database, folder, replace(self.chain.limits, seconds=seconds))

    @timed(Phase.STEP)
    def run(self, database: Database, step: Step, fails_at: int | None = None) -> Outcome:
        """Run one step; its statement of that number is made to fail."""
        self._begin(step)
        outcome = self.chain.step(
            database, step, arguments=self.arguments, fails_at=fails_at, enforces=self.enforces
        )
        self._end(outcome)
        return outcome

    @timed(Phase.STEP)
    def bring(self, database: Database, plan: Plan) -> Outcome:
        """Run all steps of a plan in one go, which counts as none."""
        self.begun = Begun(plan.steps[-1])
        outcome = self.chain.run(database, plan, arguments=self.arguments)
        self._end(outcome)
        return outcome

    def _begin(self, step: Step) -> None:
        self._count()
        self.begun = Begun(step, self._rows)

    def _end(self, outcome: Outcome) -> None:
        if self.begun:
            self.begun = replace(self.begun, outcome=outcome)

    def _count(self) -> None:
        if self.called_off.is_set():
            raise Interrupted
        self.steps += 1

    @property
    def _ledger(self) -> Ledger:
        return Ledger(self.chain.ledger, self.chain.ledger_column)

    def _seen(self, connection: Connection) -> Snapshot:
        """What is there; a step may have ended everybody's sessions but its own."""
        try:
            return self._ledger.seen(connection)
        except (DBAPIError, connection.dialect.loaded_dbapi.Error) as error:
            if not is_broken(connection, error):
                raise
        connection.invalidate()
        connection.rollback()
        return self._ledger.seen(connection)


def there_and_back(identifier: str, direction: Direction, count: int) -> tuple[Step, ...]:
    """The first ``count`` of: that way, back, that way again."""
    directions = (direction, direction.back, direction)[:count]
    return tuple(Step(identifier, each) for each in directions)
