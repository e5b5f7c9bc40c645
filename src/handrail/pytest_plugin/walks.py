"""The walks of one chain in one test run: begun when the first item asks, and asked once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import chdir, contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from handrail.acceptance.providers import SHARED
from handrail.chains import Chain, Limits
from handrail.model import (
    Direction,
    Finding,
    NotExercised,
    Refusal,
    Report,
    Revision,
    Walked,
    Way,
)
from handrail.pytest_plugin.configured import ConfiguredChain
from handrail.reports.acceptances import Opinions
from handrail.reports.accepting import Scope, judged
from handrail.walk import Ascent
from handrail.walk.climbing import Found
from handrail.walk.reproducing import beside, call
from handrail.walk.rules import database_drift, multiple_heads


@dataclass(frozen=True, slots=True)
class Seen:
    """What one item is about: what was found, refused and not exercised.

    ``unseen`` is the reason where nothing could be seen at all.
    """

    findings: tuple[Finding, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    not_exercised: tuple[NotExercised, ...] = ()
    unseen: str = ""


class Walks:
    """One walk of the chain on each of its databases, all in the folder ``root``.

    Raises TargetError and NoDatabaseError as ``handrail walk`` does, for each item again.
    """

    def __init__(self, chain: ConfiguredChain, root: Path, opinions: Opinions) -> None:
        self.configured = chain
        self._root = root
        self._opinions = opinions
        self._options = chain.options
        self._chains: dict[str, Chain] = {}
        self._ascents: dict[str, Ascent] = {}

    @cached_property
    def revisions(self) -> Sequence[Revision]:
        """The revisions in the order of the chain; no database is touched."""
        with chdir(self._root):
            for asked in self.configured.asked.values():
                SHARED.get(asked)
            return self._chain(self.configured.databases[0]).revisions

    def approach(self, revision: str, database: str) -> None:
        """Stand below a revision, so that what comes next is its own."""
        with self._ascent(database) as ascent:
            ascent.approach(revision)

    def step(self, revision: str, direction: Direction, database: str) -> Seen:
        """What a step has shown; both steps of a revision are seen in one visit."""
        with self._ascent(database) as ascent:
            found = ascent.visit(revision)
        if found.left_out and self._is_for_none():
            return self.step(revision, direction, database)
        return self._judged(_of_step(found, direction))

    def models(self, database: str) -> Seen:
        """What sets the head apart from the models."""
        with self._ascent(database) as ascent:
            found = ascent.models()
        reasons = [each.reason for each in found.not_exercised]
        return self._judged(Seen(tuple(found.findings), unseen="; ".join(reasons)))

    def drift(self) -> Seen:
        """What sets the ends apart to which the chain comes on its databases."""
        walked = []
        for database in self.configured.databases:
            with self._ascent(database) as ascent:
                walked.append(ascent.spans())
        if sum(map(bool, walked)) < 2:
            return Seen(unseen="the chain was walked on one database alone")
        return self._of_chain(database_drift.compare(walked))

    def heads(self) -> Seen:
        """What is wrong with the heads of the chain; no database is touched."""
        return self._of_chain(multiple_heads.compare(self.revisions))

    def close(self) -> None:
        """No database and no process is left; closing twice is no error."""
        while self._ascents:
            self._ascents.popitem()[1].close()
        while self._chains:
            self._chains.popitem()[1].close()

    def _of_chain(self, findings: Iterable[Finding]) -> Seen:
        words = call(self.configured.target, self.configured.options)
        return self._judged(Seen(tuple(beside(each, words) for each in findings)))

    def _judged(self, seen: Seen) -> Seen:
        """What the project accepts is marked, and what it weighs anew is weighed.

        Acceptances that match nothing are told by ``handrail walk``, which sees the whole chain.
        """
        report = Report(self.configured.target.given, Walked(), seen.findings)
        nowhere = Scope("walk", "", visited=frozenset())
        return replace(seen, findings=judged(report, self._opinions, nowhere).findings)

    @contextmanager
    def _ascent(self, database: str) -> Iterator[Ascent]:
        with chdir(self._root):
            if database not in self._ascents:
                provider = SHARED.get(self.configured.asked[database])
                self._ascents[database] = Ascent(self._chain(database), provider, self._options)
            yield self._ascents[database]

    def _chain(self, database: str) -> Chain:
        if database not in self._chains:
            limits = Limits(seconds=self._options.seconds, memory=self._options.memory)
            target, asked = self.configured.target, self.configured.asked[database]
            runner = self._options.runner
            self._chains[database] = Chain(target, limits=limits, runner=runner, asked=asked)
        return self._chains[database]

    def _is_for_none(self) -> bool:
        """Whether each database is left out: then what each has to say is the finding."""
        for database in self.configured.databases:
            with self._ascent(database) as ascent:
                if not ascent.is_left_out:
                    return False
        self._options = replace(self._options, leave_out=False)
        self.close()
        return True


def _of_step(found: Found, direction: Direction) -> Seen:
    """The part of a visit that is about one direction."""
    ways = [Way.DOWNGRADE] if direction is Direction.DOWNGRADE else [Way.UPGRADE, Way.AGAIN]
    ran = any(tread.way in ways for stair in found.stairs for tread in stair.treads)
    missing = [each for each in found.not_exercised if each.direction is direction]
    findings = tuple(each for each in found.findings if each.direction is direction)
    reasons = dict.fromkeys(each.reason for each in missing or found.not_exercised)
    unseen = "; ".join(reasons) or f"the {direction.back} did not come to its end"
    return Seen(
        findings=findings,
        refusals=tuple(each for each in found.refusals if each.direction is direction),
        not_exercised=tuple(missing) if ran else (),
        unseen="" if ran or findings else unseen,
    )
