"""The databases that a walk stands on: empty ones at each revision, reached one way or another."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass

from handrail.chains import Plan
from handrail.databases import Database, Provider
from handrail.errors import ServerLostError
from handrail.model import (
    Declared,
    Direction,
    Outcome,
    OutcomeKind,
    Phase,
    Revision,
    Step,
    declared_after,
    with_declared,
)
from handrail.rows import loads, put
from handrail.stopwatch import timed
from handrail.walk.copies import clone, drop, make
from handrail.walk.reasons import follows, lost_its_process
from handrail.walk.stepping import Stepper


@dataclass(frozen=True, slots=True)
class Standing:
    """An empty database at some revision, and what the chain has declared about columns by then."""

    database: Database
    declared: Declared


class Grounds:
    """Two databases that stand below the revision being visited.

    ``below`` has no rows but those that migrations made; ``carried`` holds what was put in at
    earlier revisions and has come up with them. Both begin with what was there before the chain:
    the ``baseline``, and what env.py makes by itself. In both, the revisions that are
    ``passed_over`` have changed nothing. Without ``carries`` no rows are wanted, and ``carried``
    stays where it began.
    """

    def __init__(
        self, provider: Provider, stepper: Stepper, baseline: str | None, *, carries: bool
    ) -> None:
        self._provider = provider
        self._stepper = stepper
        self._baseline = baseline
        self._carries = carries
        self._applied: list[str] = []
        self._left_behind: set[str] = set()
        self.passed_over: list[str] = []
        self.stumbled: Outcome | None = None
        self._begin = make(provider)
        self.below = Standing(self._begin, {})
        self.carried = self._begin

    @timed(Phase.LOAD)
    def prepare(self) -> None:
        """Bring both to where the chain begins."""
        if self._baseline:
            self._stepper.chain.lay(self._begin, self._baseline)
        self._stepper.chain.learn(self._begin, self._stepper.arguments)
        if self._carries:
            self.carried = clone(self._begin)
        if self._carries and self._baseline:
            self._settle(())

    def begin_anew(self, climbed: Sequence[Revision]) -> None:
        """Stand above these revisions on new databases, the old ones being lost.

        One that does not come up again is passed over.
        """
        over = frozenset(self.passed_over)
        self._applied.clear()
        self.passed_over.clear()
        self._begin = make(self._provider)
        self.below = Standing(self._begin, {})
        self.carried = self._begin
        self.prepare()
        for revision in climbed:
            above = None if revision.identifier in over else self.above(revision)
            if isinstance(above, Standing):
                self.climb(revision, above, carry=revision.identifier not in self._left_behind)
            else:
                self.pass_over(revision)

    def answer(self) -> None:
        """Raises ServerLostError where the databases are lost."""
        with self.below.database.connect():
            pass

    def above(self, revision: Revision) -> Standing | Outcome:
        """An empty database with the revision applied, or how the last attempt ended.

        A process that is lost need not have been ended by the step, which is run once more then;
        ``stumbled`` is how it ended before that. Where its step fails by itself, all steps up to it
        are run in one go from nothing, as the command does: some revisions pass only that way.
        Files of SQL lean on nothing in memory.
        """
        self.stumbled = None
        reached = self._run(clone(self.below.database), [revision.identifier])
        if isinstance(reached, Outcome) and lost_its_process(reached):
            self.stumbled = reached
            reached = self._run(clone(self.below.database), [revision.identifier])
        if isinstance(reached, Standing) or self._has_no_other_way(reached):
            return reached
        return self._run(clone(self._begin), [*self._applied, revision.identifier])

    def climb(self, revision: Revision, above: Standing, *, carry: bool = True) -> None:
        """Stand above the revision from now on; unless they ``carry``, rows are left behind."""
        if not carry:
            self._left_behind.add(revision.identifier)
        before = self._stepper.standing(self.below.database).schema
        self._stand(revision, above, carry=carry)
        if self._carries:
            self._settle(before.tables)

    def pass_over(self, revision: Revision) -> bool:
        """Stand above a revision that was not applied; False where the ledger cannot say so.

        A file of SQL knows nothing of those before it, and its ledger need not claim them.
        """
        self.passed_over.append(revision.identifier)
        if self._stepper.chain.target.sql:
            return True
        above = self._run(clone(self.below.database), [revision.identifier])
        if isinstance(above, Standing):
            self._stand(revision, above, carry=True)
        return isinstance(above, Standing)

    def close(self) -> None:
        """The databases are gone, with their server if that is lost."""
        with suppress(ServerLostError):
            drop(self.below.database)
            drop(self.carried)
            drop(self._begin)

    def _has_no_other_way(self, outcome: Outcome) -> bool:
        """Whether a step that failed would fail in one go, too."""
        if self._stepper.chain.target.sql or outcome.kind is OutcomeKind.STOPPED:
            return True
        return bool(self.passed_over) and follows(outcome.error)

    def _stand(self, revision: Revision, above: Standing, *, carry: bool) -> None:
        self._applied.append(revision.identifier)
        if self.below.database is not self._begin:
            drop(self.below.database)
        self.below = above
        if self._carries:
            self._carry(revision, comes=carry)

    def _carry(self, revision: Revision, *, comes: bool) -> None:
        """Bring the carried rows up; where they do not come, begin anew without them."""
        if not comes:
            drop(self.carried)
        if not (comes and isinstance(self._run(self.carried, [revision.identifier]), Standing)):
            self.carried = clone(self.below.database)

    def _settle(self, known: Collection[str]) -> None:
        """A row for each table that is new, where the database lets one in."""
        schema = with_declared(self._stepper.look(self.carried).schema, self.below.declared)
        brought = sorted(set(schema.tables).difference(known))
        plain = loads(schema, schema, (), self.carried.dialect, touched=brought)
        if plain:
            with self.carried.connect() as connection:
                put(connection, schema, plain[0])

    def _run(self, database: Database, identifiers: Sequence[str]) -> Standing | Outcome:
        """Bring the database up by these revisions; it is dropped where it does not come."""
        steps = tuple(Step(each, Direction.UPGRADE) for each in identifiers)
        plan = Plan(steps=steps, passed_over=frozenset(self.passed_over))
        outcome = self._stepper.bring(database, plan)
        if outcome.kind is OutcomeKind.DONE:
            declared = declared_after(self.below.declared, outcome.declarations)
            return Standing(database, declared)
        drop(database)
        return outcome
