"""The walk: every revision of a chain, on every database asked for."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from threading import Event

from handrail.chains import Chain, Limits, Target
from handrail.config import WalkOptions
from handrail.databases import Provider
from handrail.errors import TargetError
from handrail.model import (
    Direction,
    Finding,
    NotExercised,
    Outcome,
    Refusal,
    Report,
    Revision,
    Walked,
)
from handrail.walk.grounds import Grounds, Standing
from handrail.walk.judging import Judge
from handrail.walk.refusing import refusals
from handrail.walk.stepping import Stepper
from handrail.walk.visiting import Visitor

Progress = Callable[[str, str, int, int], None]
"""Told after each revision: database, revision, how many are done, of how many."""


@dataclass
class _Found:
    """What one database has shown so far."""

    findings: list[Finding] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    not_exercised: list[NotExercised] = field(default_factory=list)
    revisions: int = 0
    steps: int = 0
    hazards_found: int = 0
    hazards_exercised: int = 0


def walk(
    target: Target,
    providers: Sequence[Provider],
    options: WalkOptions,
    progress: Progress = lambda *_: None,
    jobs: int = 2,
) -> Report:
    """Walk a chain on each of the databases and report what was seen.

    Raises TargetError for a target that cannot be walked at all, NoDatabaseError where no database
    could be had. Every database and process that was made is gone afterwards, in any case; the
    providers stay open.
    """
    calls = [_Call(target, provider, options, progress) for provider in providers]
    with ThreadPoolExecutor(max_workers=jobs) as pool:
        futures = [pool.submit(call.found) for call in calls]
        try:
            found = [future.result() for future in futures]
        except BaseException:
            for call in calls:
                call.call_off()
            raise
    return _report(target, [provider.name for provider in providers], options, found)


class _Call:
    """The walk on one kind of database, which another thread can call off."""

    def __init__(
        self, target: Target, provider: Provider, options: WalkOptions, progress: Progress
    ) -> None:
        self._target = target
        self._provider = provider
        self._options = options
        self._progress = progress
        self._called_off = Event()
        self._chain: Chain | None = None

    def found(self) -> _Found:
        """Walk, and leave no process behind however it ends."""
        limits = Limits(seconds=self._options.seconds)
        with Chain(self._target, limits=limits) as self._chain:
            _check(self._chain, self._options)
            stepper = Stepper(self._chain, self._options.arguments, self._called_off)
            return _Walker(stepper, self._provider, self._options, self._progress).found()

    def call_off(self) -> None:
        """End the step that is running and begin no other."""
        self._called_off.set()
        if self._chain:
            self._chain.stop()


def _check(chain: Chain, options: WalkOptions) -> None:
    if not chain.revisions:
        raise TargetError("the chain has no revisions", where=chain.target.given)
    if len(chain.heads) > 1:
        raise TargetError(
            f"the chain has {len(chain.heads)} heads: {', '.join(chain.heads)}",
            where=chain.target.given,
            then="merge them: alembic merge heads",
        )
    for asked in (options.only, options.since):
        if asked:
            chain.revision(asked)


class _Walker:
    """Walks one chain on one kind of database."""

    def __init__(
        self, stepper: Stepper, databases: Provider, options: WalkOptions, progress: Progress
    ) -> None:
        self.stepper = stepper
        self.chain = stepper.chain
        self.databases = databases
        self.options = options
        self.progress = progress
        self.seen = _Found()

    def found(self) -> _Found:
        """Climb the whole chain, and visit each revision that was asked for."""
        grounds = Grounds(self.databases, self.stepper)
        wanted = self._wanted()
        try:
            for done, revision in enumerate(self.chain.revisions, start=1):
                if not self._climb(grounds, revision, wanted):
                    self._unreachable(self.chain.revisions[done:], revision)
                    break
                self.progress(
                    self.databases.name, revision.identifier, done, len(self.chain.revisions)
                )
        finally:
            grounds.close()
        self.seen.steps = self.stepper.steps
        return self.seen

    def _wanted(self) -> set[str]:
        names = [revision.identifier for revision in self.chain.revisions]
        if self.options.only:
            return {self.options.only}
        if self.options.since:
            return set(names[names.index(self.options.since) + 1 :])
        return set(names)

    def _climb(self, grounds: Grounds, revision: Revision, wanted: set[str]) -> bool:
        """Visit a revision where that is wanted, and stand above it; False where that fails."""
        above = grounds.above(revision)
        if revision.identifier in wanted:
            self._visit(grounds, revision, grounds.below if isinstance(above, Outcome) else above)
        if isinstance(above, Outcome):
            return False
        grounds.climb(revision, above)
        return True

    def _visit(self, grounds: Grounds, revision: Revision, above: Standing) -> None:
        visitor = Visitor(self.stepper, self.options, revision, grounds.below, above)
        visit = visitor.visit(grounds.carried)
        self.seen.findings += Judge(visitor).findings(visit)
        self.seen.refusals += refusals(visit)
        self.seen.not_exercised += visitor.not_exercised
        self.seen.revisions += 1
        self.seen.hazards_found += visitor.hazards_found
        self.seen.hazards_exercised += visitor.hazards_exercised

    def _unreachable(self, revisions: Sequence[Revision], broken: Revision) -> None:
        """The later steps cannot be reached: that is told, not passed over."""
        reason = f"the chain cannot be climbed beyond {broken.identifier}"
        self.seen.not_exercised += [
            NotExercised(revision.identifier, direction, self.databases.name, reason)
            for revision in revisions
            for direction in Direction
        ]


def _report(
    target: Target, databases: Sequence[str], options: WalkOptions, found: Sequence[_Found]
) -> Report:
    arguments = [word for argument in options.arguments for word in ("-x", argument)]
    reproduce = shlex.join(["handrail", "walk", target.given, *arguments])
    return Report(
        target=target.given,
        walked=Walked(
            revisions=max((each.revisions for each in found), default=0),
            databases=tuple(databases),
            steps=sum(each.steps for each in found),
            hazards_found=sum(each.hazards_found for each in found),
            hazards_exercised=sum(each.hazards_exercised for each in found),
        ),
        findings=tuple(
            replace(
                finding,
                reproduce=f"{reproduce} --only {finding.revision} --database {finding.database}",
            )
            for each in found
            for finding in each.findings
        ),
        refusals=tuple(refusal for each in found for refusal in each.refusals),
        not_exercised=tuple(reason for each in found for reason in each.not_exercised),
    )
