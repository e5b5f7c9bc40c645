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
from handrail.model import Finding, Part, Phase, Report, Timings, Walked
from handrail.stopwatch import Stopwatch, timed
from handrail.walk.climbing import Climber, Found, Progress
from handrail.walk.reproducing import alone, beside, call, everywhere, whole
from handrail.walk.rules import database_drift, multiple_heads
from handrail.walk.sharing import split
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
    return _report(target, providers, options, found)


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
        if not self._options.timings:
            return self._found()
        stopwatch = Stopwatch()
        with stopwatch.running():
            found = self._found()
        return replace(found, spent=stopwatch.spent(self._provider.name))

    def _found(self) -> Found:
        limits = Limits(seconds=self._options.seconds, memory=self._options.memory)
        runner = self._options.runner
        asked = self._provider.asked
        with timed(Phase.LOAD)(Chain)(
            self._target, limits=limits, runner=runner, asked=asked
        ) as self._chain:
            check(self._chain, self._options)
            stepper = Stepper(self._chain, self._options.arguments, self._called_off)
            parts = split(self._chain.revisions, self._options)
            names = parts.ours, parts.others
            climber = Climber(stepper, self._provider, self._options, *names)
            return parts.told(climber.found(self._progress))

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
    target: Target, providers: Sequence[Provider], options: WalkOptions, found: Sequence[Found]
) -> Report:
    reproduce = call(target, options)
    both = list(zip(providers, found, strict=True))
    databases = {each.name: each.asked for each, seen in both if not seen.left_out}
    not_exercised = tuple(reason for each in found for reason in each.not_exercised)
    missing = {each.revision for each in not_exercised}
    of_databases = [
        alone(finding, reproduce, databases.get(str(finding.database), ""))
        for each in found
        for finding in each.findings
    ]
    of_chain = tuple(_of_chain(found, options, reproduce, databases))
    visited = {each.name: seen.revisions for each, seen in both}
    return Report(
        target=target.given,
        walked=Walked(
            revisions=max(visited.values(), default=0),
            databases=tuple(databases),
            steps=sum(each.steps for each in found),
            hazards_found=sum(each.hazards_found for each in found),
            hazards_exercised=sum(each.hazards_exercised for each in found),
        ),
        findings=(*of_databases, *of_chain),
        refusals=tuple(refusal for each in found for refusal in each.refusals),
        not_exercised=not_exercised,
        stairs=staircase(found[0].chain, [each.stairs for each in found], missing),
        timings=_timings(found) if options.timings else None,
        part=_part(whole(target, options), found, options, visited, len(of_chain)),
    )


def _timings(found: Sequence[Found]) -> Timings:
    return Timings(
        spent=tuple(each.spent for each in found if each.spent),
        stays=tuple(stay for each in found for stay in each.stays),
    )


def _part(
    words: str,
    found: Sequence[Found],
    options: WalkOptions,
    visited: Mapping[str, int],
    of_chain: int,
) -> Part | None:
    if options.shard is None:
        return None
    parts = split(found[0].chain, options)
    return Part(words, parts.number, parts.shares, visited, of_chain)


def _of_chain(
    found: Sequence[Found], options: WalkOptions, reproduce: str, databases: Mapping[str, str]
) -> Iterator[Finding]:
    """What shows only where the whole chain was climbed, on each of the databases or on none.

    What no database shows is told unless another revision alone was asked for.
    """
    parts = split(found[0].chain, options)
    if not parts.ends_chain:
        return
    for finding in database_drift.compare([each.spans for each in found]):
        if finding.revision in parts.wanted:
            yield beside(finding, everywhere(reproduce, databases))
    for finding in multiple_heads.compare(found[0].chain):
        if options.only in (None, finding.revision):
            yield beside(finding, reproduce)
