"""The walk: every revision of a chain, on every database asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Event

from handrail.chains import Chain, Limits, Target
from handrail.config import WalkOptions
from handrail.databases import Provider
from handrail.errors import TargetError
from handrail.model import Finding, Report, Walked
from handrail.walk.climbing import Climber, Found, Progress, wanted
from handrail.walk.reproducing import alone, beside, call, everywhere
from handrail.walk.rules import database_drift, multiple_heads
from handrail.walk.stairs import staircase
from handrail.walk.stepping import Stepper


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
    if options.leave_out and all(each.left_out for each in found):
        # The chain was written for none of them: what each has to say is the finding.
        return walk(target, providers, replace(options, leave_out=False), progress, jobs)
    kept = [p for p, each in zip(providers, found, strict=True) if not each.left_out]
    return _report(target, kept, options, found)


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

    def found(self) -> Found:
        """Walk, and leave no process behind however it ends."""
        limits = Limits(seconds=self._options.seconds, memory=self._options.memory)
        runner = self._options.runner
        asked = self._provider.asked
        with Chain(self._target, limits=limits, runner=runner, asked=asked) as self._chain:
            check(self._chain, self._options)
            stepper = Stepper(self._chain, self._options.arguments, self._called_off)
            names = wanted(self._chain.revisions, self._options)
            return Climber(stepper, self._provider, self._options, names).found(self._progress)

    def call_off(self) -> None:
        """End the step that is running and begin no other."""
        self._called_off.set()
        if self._chain:
            self._chain.stop()


def check(chain: Chain, options: WalkOptions) -> None:
    """Raise TargetError where the chain cannot be walked with these options."""
    if not chain.revisions:
        raise TargetError("the chain has no revisions", where=chain.target.given)
    if options.runner and not chain.target.sql:
        raise TargetError(
            "a runner is given files up to a revision, which Alembic's cannot be parted into",
            where="--runner",
            then="it is for folders of SQL files",
        )
    for asked in (options.only, options.since):
        if asked:
            chain.revision(asked)


def _report(
    target: Target, walked: Sequence[Provider], options: WalkOptions, found: Sequence[Found]
) -> Report:
    reproduce = call(target, options)
    databases = {each.name: each.asked for each in walked}
    not_exercised = tuple(reason for each in found for reason in each.not_exercised)
    missing = {each.revision for each in not_exercised}
    return Report(
        target=target.given,
        walked=Walked(
            revisions=max((each.revisions for each in found), default=0),
            databases=tuple(databases),
            steps=sum(each.steps for each in found),
            hazards_found=sum(each.hazards_found for each in found),
            hazards_exercised=sum(each.hazards_exercised for each in found),
        ),
        findings=(*_again(found, reproduce, databases), *_of_chain(found, options, reproduce)),
        refusals=tuple(refusal for each in found for refusal in each.refusals),
        not_exercised=not_exercised,
        stairs=staircase(found[0].chain, [each.stairs for each in found], missing),
    )


def _again(
    found: Sequence[Found], reproduce: str, databases: Mapping[str, str]
) -> Iterator[Finding]:
    """Every finding, with what shows it again: one database, or all of them beside each other."""
    for finding in (finding for each in found for finding in each.findings):
        yield alone(finding, reproduce, databases.get(str(finding.database), ""))
    asked = {name for each in found for name in each.wanted}
    for finding in database_drift.compare([each.spans for each in found]):
        if finding.revision in asked:
            yield beside(finding, everywhere(reproduce, databases))


def _of_chain(found: Sequence[Found], options: WalkOptions, reproduce: str) -> Iterator[Finding]:
    """What no database shows, unless another revision alone was asked for."""
    for each in found[:1]:
        for finding in multiple_heads.compare(each.chain):
            if options.only in (None, finding.revision):
                yield beside(finding, reproduce)
