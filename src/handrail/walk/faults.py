"""Each statement of a step made to fail, and the step run again (design page, section 4.6)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace

from handrail.databases import Database
from handrail.model import Direction, Load, Outcome, Row, Step
from handrail.rows import Placed, put, reduce
from handrail.walk.copies import clone, drop
from handrail.walk.judging import REPLAYS
from handrail.walk.passage import Fault, Leg, Visit
from handrail.walk.reducing import MOST
from handrail.walk.resuming import elsewhere
from handrail.walk.stepping import Stepper
from handrail.walk.trying import Stand

_READS = re.compile(
    r"\s*(SELECT\b(?!\s+[\w.\"]+\s*\()(?!.*\bINTO\b)|SHOW\b|PRAGMA\s+[\w.\"]+\s*(\(|$))",
    re.IGNORECASE | re.DOTALL,
)
"""What changes nothing: that it fails leaves no more behind than that the next statement does."""


@dataclass(frozen=True, slots=True)
class _Ground:
    """A database that a step begins on, which nobody changes, and how the step ends undisturbed.

    ``statements`` are those that may write, by their number among all of the step.
    """

    database: Database
    rows: tuple[Row, ...]
    usual: Leg
    statements: Mapping[int, str]


class Disturber:
    """Makes the statements of one revision's steps fail, one after the other, on copies."""

    def __init__(self, stepper: Stepper, stands: Mapping[Direction, Stand]) -> None:
        self._stepper = stepper
        self._stands = stands

    def faults(self, visit: Visit) -> Iterator[Fault]:
        """Those after which a step cannot be resumed, in each direction that ends by itself.

        Over no rows, and where that does not show it, over the fewest of the plain ones over which
        the step sends the most statements. What does not come again each time is not told.
        """
        for direction, stand in self._stands.items():
            leg = visit.controlled(direction)
            if leg and leg.done:
                loads = _plain_loads(visit, direction)
                yield from self._over(stand, leg.step) or self._over_fewest(stand, leg.step, loads)

    def _over_fewest(self, stand: Stand, step: Step, loads: Sequence[Load]) -> list[Fault]:
        stuck = self._over(stand, step, loads) if loads else []
        if not stuck:
            return stuck

        def still_stuck(rows: tuple[Row, ...]) -> bool:
            return bool(rows) and bool(self._over(stand, step, [Load("some of the rows", rows)]))

        rows = reduce(stuck[0].rows, still_stuck, trials=MOST)
        return self._over(stand, step, [Load("the fewest rows", rows)])

    def _over(self, stand: Stand, step: Step, loads: Sequence[Load] = ()) -> list[Fault]:
        with _filled(stand, loads) as (database, rows):
            usual = self._run_on_copy(database, step)
            ground = _Ground(database, rows, usual, dict(_writing(usual.outcome)))
            stuck = self._stuck(ground, ground.statements)
            for _ in range(REPLAYS if stuck else 0):
                stuck = self._stuck(ground, [fault.number for fault in stuck])
            return stuck

    def _stuck(self, ground: _Ground, numbers: Iterable[int]) -> list[Fault]:
        """Those that miss the usual end, which is seen once more when clocks have gone on."""
        usual = ground.usual.after
        faults = self._disturbed(ground, numbers)
        odd = [fault for fault in faults if not fault.finished or fault.end != usual]
        stuck = [fault for fault in odd if not fault.finished]
        if len(stuck) < len(odd):
            other = self._run_on_copy(ground.database, ground.usual.step).after
            compared = (replace(each, elsewhere=elsewhere(each.end, usual, other)) for each in odd)
            stuck = [fault for fault in compared if not fault.resumed]
        return stuck

    def _disturbed(self, ground: _Ground, numbers: Iterable[int]) -> Iterator[Fault]:
        """What has left something; a database that is as before serves the next statement too."""
        with ExitStack() as stack:
            database = None
            for number in numbers:
                database = database or stack.enter_context(_copy(ground.database))
                failed = self._failed(ground, database, number)
                if failed.after == failed.before:
                    continue
                if not failed.done:
                    yield self._again(ground, database, number, failed)
                stack.close()
                database = None

    def _failed(self, ground: _Ground, database: Database, number: int) -> Leg:
        step, before = ground.usual.step, ground.usual.before
        outcome = self._stepper.run(database, step, fails_at=number)
        return Leg(step, outcome, before, self._stepper.look(database))

    def _again(self, ground: _Ground, database: Database, number: int, failed: Leg) -> Fault:
        """Run the step again, unless the ledger says that it is done."""
        again = None
        if failed.after.ledger != ground.usual.after.ledger:
            outcome = self._stepper.run(database, failed.step)
            again = Leg(failed.step, outcome, failed.after, self._stepper.look(database))
        return Fault(
            failed=failed,
            again=again,
            rows=ground.rows,
            statement=ground.statements[number],
            number=number,
            place=list(ground.statements).index(number) + 1,
            count=len(ground.statements),
        )

    def _run_on_copy(self, database: Database, step: Step) -> Leg:
        with _copy(database) as copy:
            before = self._stepper.look(copy)
            outcome = self._stepper.run(copy, step)
            return Leg(step, outcome, before, self._stepper.look(copy))


@contextmanager
def _copy(start: Database) -> Iterator[Database]:
    database = clone(start)
    try:
        yield database
    finally:
        drop(database)


def _plain_loads(visit: Visit, direction: Direction) -> list[Load]:
    """Those over which the step came to its end, the one over which it does most first."""
    legs = [(each.load, each.legs[0]) for each in visit.passages if each.load]
    done = [
        (load, leg)
        for load, leg in legs
        if not load.hazard and leg.done and leg.step.direction is direction
    ]
    return [load for load, _ in sorted(done, key=lambda each: -each[1].outcome.statement_count)]


@contextmanager
def _filled(stand: Stand, loads: Sequence[Load]) -> Iterator[tuple[Database, tuple[Row, ...]]]:
    """Where a step begins, with the rows of the first load that goes in."""
    if not loads:
        yield stand.database, ()
        return
    with _copy(stand.database) as database:
        with database.connect() as connection:
            placed = (put(connection, stand.near, load) for load in loads)
            rows = next((each.rows for each in placed if isinstance(each, Placed)), ())
        yield database, rows


def _writing(outcome: Outcome) -> Iterator[tuple[int, str]]:
    """The statements of the step that may write, beyond the texts that are kept too."""
    count = outcome.statement_count - outcome.statements_before
    texts = list(outcome.statements[outcome.statements_before :])
    texts += ["one of very many"] * (count - len(texts))
    for number, text in enumerate(texts, start=1):
        if not _READS.match(text):
            yield number, text
