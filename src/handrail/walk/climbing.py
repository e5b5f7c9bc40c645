"""One chain on one kind of database, from its first revision to its last."""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from time import perf_counter

from handrail.config import Data, WalkOptions
from handrail.databases import Provider
from handrail.errors import TargetError
from handrail.model import (
    Direction,
    Finding,
    Models,
    NotExercised,
    Outcome,
    Phase,
    Refusal,
    Revision,
    Spent,
    Stair,
    Stay,
)
from handrail.stopwatch import timed
from handrail.walk.driving import Driver
from handrail.walk.faults import Disturber
from handrail.walk.grounds import Grounds, Standing
from handrail.walk.judging import Judge
from handrail.walk.outliving import Losses, culprit, outlive
from handrail.walk.passage import Span
from handrail.walk.reasons import follows, is_foreign, is_unavailable
from handrail.walk.refusing import refusals
from handrail.walk.rules import model_drift
from handrail.walk.stairs import stair
from handrail.walk.stepping import Stepper
from handrail.walk.trails import Trails
from handrail.walk.visiting import Visitor

Progress = Callable[[str, str, int, int], None]
"""Told after each revision: database, revision, how many are done, of how many."""


@dataclass
class Found:
    """What one database has shown so far."""

    findings: list[Finding] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    not_exercised: list[NotExercised] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    stairs: list[Stair] = field(default_factory=list)
    stays: list[Stay] = field(default_factory=list)
    spent: Spent | None = None
    """Where the time went, where that was asked for."""
    revisions: int = 0
    steps: int = 0
    hazards_found: int = 0
    hazards_exercised: int = 0
    left_out: bool = False
    """Whether the chain was not written for this database; ``not_exercised`` says it."""
    chain: tuple[Revision, ...] = ()
    """All revisions of the chain, walked or not."""
    wanted: Collection[str] = frozenset()
    """The identifiers of those that were asked for."""
    models: Models | None = None
    """What the head was held against; None where it was not."""


class Climber:
    """Climbs one chain on one kind of database, and visits the revisions that are ``wanted``.

    Whoever climbs step by step may want others after each of them. The ``others`` are visited in
    walks of their own, and what lasts of that is done here too.
    """

    def __init__(
        self,
        stepper: Stepper,
        databases: Provider,
        options: WalkOptions,
        wanted: Collection[str] = frozenset(),
        others: Collection[str] = frozenset(),
    ) -> None:
        self._stepper = stepper
        self._chain = stepper.chain
        self._databases = databases
        self._options = options
        self._driver: Driver | None = None
        self._visited: set[str] = set()
        self._visiting = 0.0
        self._others = others
        self.wanted = wanted
        self.seen = Found(chain=self._chain.revisions, wanted=wanted)

    def found(self, progress: Progress) -> Found:
        """Climb to the last revision that is wanted, and visit each of them on the way."""
        names = [each.identifier for each in self._chain.revisions]
        count = max((n for n, name in enumerate(names, 1) if name in self.wanted), default=0)
        with closing(self.climb(count)) as climb:
            for done in islice(climb, 1, None):
                progress(self._databases.name, names[done - 1], done, count)
        self.seen.steps = self._stepper.steps
        return self.seen

    def climb(self, count: int) -> Generator[int]:
        """Stand below the first revision, then above each of the first ``count`` in turn.

        Given is each time how many are below. At the end the models are compared, where the head is
        wanted. When it has ended, or is closed, every database that was made for it is gone.
        """
        with ExitStack() as stack:
            carries = self._options.data is not Data.NONE
            baseline = self._options.baseline
            grounds = Grounds(self._databases, self._stepper, baseline, carries=carries)
            stack.callback(grounds.close)
            grounds.prepare()
            if self._chain.contexts > 1:
                several = f"env.py migrates {self._chain.contexts} databases"
                reason = f"{several}: only its first is walked"
                self._not_exercised(self._chain.revisions[:1], reason)
            if self._options.runner:
                driver = Driver(self._stepper, self._databases, self._options)
                self._driver = stack.enter_context(closing(driver))
            yield 0
            yield from self._climb_all(grounds, self._chain.revisions[:count])

    def _climb_all(self, grounds: Grounds, revisions: Sequence[Revision]) -> Iterator[int]:
        for done, revision in enumerate(revisions, start=1):
            began, self._visiting = perf_counter(), 0.0
            climb = partial(self._pass, grounds, revision)
            if not self._outlive(grounds, revisions[: done - 1], revision, climb):
                if not self.seen.left_out:
                    reason = f"the chain cannot be climbed beyond {revision.identifier}"
                    self._not_exercised(revisions[done:], reason)
                return
            passing = perf_counter() - began - self._visiting
            stay = Stay(revision.identifier, self._databases.name, self._visiting, passing)
            self.seen.stays.append(stay)
            yield done
        self._compare_models(grounds)

    def _outlive(
        self,
        grounds: Grounds,
        climbed: Sequence[Revision],
        revision: Revision,
        work: Callable[[Losses], bool],
    ) -> bool:
        """What the work gives back, though the server be lost meanwhile; where it was is told."""

        def begin_anew() -> None:
            grounds.begin_anew(climbed)
            if self._driver:
                self._driver.begin_anew()

        result, losses = outlive(self._stepper, grounds, begin_anew, work)
        name = self._databases.name
        for begun in losses.culprits():
            if begun.step.revision in self.wanted:
                where = self._chain.revision(begun.step.revision)
                self.seen.findings.append(culprit(begun, where, name))
        missing = losses.not_exercised(revision, name)
        self.seen.not_exercised += (each for each in missing if each.revision in self.wanted)
        return result

    def _pass(self, grounds: Grounds, revision: Revision, losses: Losses) -> bool:
        """Stand above one revision, visited where that is wanted; False where nobody gets there."""
        if losses.given_up:
            self._visited.add(revision.identifier)
        if losses.passes_over(revision):
            return grounds.pass_over(revision)
        above = grounds.above(revision)
        if revision is self._chain.revisions[0] and self._leaves_out(revision, above):
            return False
        if isinstance(above, Standing):
            self._climb(grounds, revision, above, carry=not losses.given_up)
            return True
        return self._goes_on_beyond(grounds, revision, above)

    @timed(Phase.JUDGE)
    def _compare_models(self, grounds: Grounds) -> None:
        """Hold the head against the models, where all revisions below it were applied."""
        head, name = self._chain.revisions[-1], self._databases.name
        if head.identifier not in self.wanted or grounds.passed_over:
            return
        database = grounds.below.database
        try:
            models = self.seen.models = self._chain.compare(database, self._options.arguments)
        except TargetError as error:
            reason = f"the models cannot be compared: {error.what}"
            missing = NotExercised(head.identifier, Direction.UPGRADE, name, reason)
            self.seen.not_exercised.append(missing)
            return
        schema = self._stepper.standing(database).schema
        self.seen.findings += model_drift.compare(head, name, models, schema)

    def _leaves_out(self, revision: Revision, above: Standing | Outcome) -> bool:
        """Whether the first revision says that the chain was written for another database."""
        if (
            isinstance(above, Standing)
            or not self._options.leave_out
            or not is_foreign(above.error)
        ):
            return False
        name = self._databases.name
        reason = f"{name} is left out, since the chain begins with: {above.error}"
        missing = NotExercised(revision.identifier, Direction.UPGRADE, name, reason)
        self.seen.not_exercised.append(missing)
        self.seen.left_out = True
        return True

    def _climb(self, grounds: Grounds, revision: Revision, above: Standing, *, carry: bool) -> None:
        """Visit a revision where that is wanted, and stand above it."""
        self._visit(grounds, revision, above)
        near, far = (self._stepper.standing(each.database) for each in (grounds.below, above))
        grounds.climb(revision, above, carry=carry)
        if not grounds.passed_over:
            span = Span(revision, self._databases.name, near.schema, far.schema)
            self.seen.spans.append(span)
        if self._driver:
            self._driver.climb(revision)

    def _goes_on_beyond(self, grounds: Grounds, revision: Revision, outcome: Outcome) -> bool:
        """Visit a revision that fails by itself; whether the later ones can be reached."""
        if grounds.passed_over and follows(outcome.error):
            self._not_exercised([revision], _following(grounds, outcome.error))
        else:
            self._visit(grounds, revision, grounds.below)
        return grounds.pass_over(revision)

    def _visit(self, grounds: Grounds, revision: Revision, above: Standing) -> None:
        if self._driver and revision.identifier in self._others:
            self._driver.follow()
        if revision.identifier not in self.wanted or revision.identifier in self._visited:
            return
        began = perf_counter()
        visitor = Visitor(self._stepper, self._options, revision, grounds.below, above)
        visit = visitor.visit(grounds.carried)
        if grounds.stumbled:
            visitor.tell_stumbling(visit.control, grounds.stumbled)
        if self._options.faults:
            disturber = Disturber(self._stepper, visitor.stands)
            visit = replace(visit, faults=tuple(disturber.faults(visit)))
        missing: Sequence[NotExercised] = ()
        if self._driver:
            drives, missing = self._driver.visit(visit, visitor.stands[Direction.UPGRADE].near)
            visit = replace(visit, drives=drives)
        judge = Judge(visitor, self._driver, self._trails(grounds, visitor))
        self._tell(judge.findings(visit), grounds)
        self._visited.add(revision.identifier)
        self.seen.not_exercised += missing
        self.seen.refusals += refusals(visit)
        self.seen.not_exercised += visitor.not_exercised
        self.seen.revisions += 1
        aims = [aim for each in visitor.aims.values() for aim in each]
        self.seen.hazards_found += len(aims)
        self.seen.hazards_exercised += sum(aim.exercised for aim in aims)
        self.seen.stairs.append(stair(visit, visitor.harmless, visitor.aims))
        self._visiting += perf_counter() - began

    def _trails(self, grounds: Grounds, visitor: Visitor) -> Trails | None:
        """None where no scenario could begin: at a revision that only the walk gets beyond."""
        if not self._options.trails or grounds.passed_over:
            return None
        revisions = self._chain.revisions
        return Trails(visitor, revisions[: revisions.index(visitor.revision)])

    def _tell(self, findings: Sequence[Finding], grounds: Grounds) -> None:
        """What fails since an earlier revision was passed over is no cause of its own.

        Nor is what fails since Handrail's own server lacks an extension.
        """
        name = self._databases.name
        for each in findings:
            words = each.evidence.error
            following = grounds.passed_over and follows(words)
            if following or is_unavailable(words):
                reason = _following(grounds, words) if following else f"{words}"
                missing = NotExercised(each.revision, each.direction, name, reason)
                self.seen.not_exercised.append(missing)
            else:
                self.seen.findings.append(each)

    def _not_exercised(self, revisions: Sequence[Revision], reason: str) -> None:
        """What could not be tried is told, not passed over."""
        self.seen.not_exercised += [
            NotExercised(revision.identifier, direction, self._databases.name, reason)
            for revision in revisions
            for direction in Direction
        ]


def _following(grounds: Grounds, words: str | None) -> str:
    return f"it needs what {', '.join(grounds.passed_over)} did not do: {words}"
