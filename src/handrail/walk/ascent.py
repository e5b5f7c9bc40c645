"""A walk that is asked for one revision after another, as the items of a test run are."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from threading import Event

from handrail.chains import Chain
from handrail.config import WalkOptions
from handrail.databases import Provider
from handrail.errors import HandrailError
from handrail.model import Direction, Models, NotExercised
from handrail.walk.climbing import Climber, Found
from handrail.walk.passage import Span
from handrail.walk.reproducing import alone, call
from handrail.walk.stepping import Stepper
from handrail.walk.walker import check


class Ascent:
    """One chain on one kind of database, climbed no further than is asked for.

    A revision that is climbed past is not visited. Whoever asks for them in the order of the chain
    has it climbed once; for one that was passed the climb begins anew. Raises TargetError for a
    chain that cannot be walked, and what stops the climb (TargetError, NoDatabaseError) each time
    again. The chain and the provider stay open.
    """

    def __init__(self, chain: Chain, provider: Provider, options: WalkOptions) -> None:
        check(chain, options)
        self._chain = chain
        self._provider = provider
        self._options = options
        self._call = call(chain.target, options)
        self._places = {each.identifier: n for n, each in enumerate(chain.revisions)}
        self._visited: dict[str, Found] = {}
        self._spans: Sequence[Span] | None = None
        self._models: Found | None = None
        self._error: HandrailError | None = None
        self._begin()

    @property
    def is_left_out(self) -> bool:
        """Whether the first revision says that the chain was written for other databases."""
        self._climb_to(max(self._climbed, 1))
        return self._climber.seen.left_out

    def approach(self, identifier: str) -> None:
        """Stand below a revision, as far as the chain lets one get there."""
        if identifier not in self._visited:
            self._climb_to(self._places[identifier])

    def visit(self, identifier: str) -> Found:
        """What that revision has shown; it is visited once."""
        if identifier not in self._visited:
            self.approach(identifier)
            self._climb_to(self._places[identifier] + 1, {identifier})
            self._visited[identifier] = self._seen_at(identifier)
        return self._visited[identifier]

    def spans(self) -> Sequence[Span]:
        """The schemas below and above each revision that was applied; nothing is visited."""
        if self._spans is None:
            self._climb_to(len(self._places))
            self._spans = self._climber.seen.spans
        return self._spans

    def models(self) -> Found:
        """What sets the head apart from the models that env.py hands over; nothing is visited."""
        if self._models is None:
            self._climb_to(len(self._places))
            self._models = self._compared(self._chain.revisions[-1].identifier)
        return self._models

    def close(self) -> None:
        """Every database that was made is gone; closing twice is no error."""
        self._climb.close()

    def _begin(self) -> None:
        stepper = Stepper(self._chain, self._options.arguments, Event())
        self._climber = Climber(stepper, self._provider, self._options)
        self._climb = self._climber.climb(len(self._places))
        self._climbed = -1
        self._ended = False

    def _climb_to(self, count: int, wanted: Collection[str] = frozenset()) -> None:
        """Stand above the first ``count`` revisions, where the chain can be climbed so far."""
        if self._error:
            raise self._error
        ended_here = self._ended and wanted and count == self._climbed + 1
        if self._climbed > count or ended_here:
            self.close()
            self._begin()
        self._climber.wanted = wanted
        try:
            while self._climbed < count and not self._ended:
                stands = next(self._climb, None)
                self._ended = stands is None
                self._climbed = self._climbed if stands is None else stands
        except HandrailError as error:
            self._error = error
            raise

    def _compared(self, head: str) -> Found:
        """What the last part of the climb shows, or why it shows nothing."""
        spans = self._climber.seen.spans
        if not spans or spans[-1].revision.identifier != head:
            return self._silent(head, "not all revisions below the head could be applied")
        seen = self._climber.seen
        findings, missing = len(seen.findings), len(seen.not_exercised)
        self._climb_to(len(self._places) + 1, {head})
        if seen.models == Models():
            return self._silent(head, "env.py hands over no models")
        found = [alone(each, self._call, self._provider.asked) for each in seen.findings[findings:]]
        return Found(findings=found, not_exercised=seen.not_exercised[missing:])

    def _seen_at(self, revision: str) -> Found:
        seen = self._climber.seen
        return Found(
            left_out=seen.left_out,
            findings=[
                alone(each, self._call, self._provider.asked)
                for each in seen.findings
                if each.revision == revision
            ],
            refusals=[each for each in seen.refusals if each.revision == revision],
            not_exercised=[each for each in seen.not_exercised if each.revision == revision],
            stairs=[each for each in seen.stairs if each.revision == revision],
        )

    def _silent(self, head: str, reason: str) -> Found:
        missing = NotExercised(head, Direction.UPGRADE, self._provider.name, reason)
        return Found(not_exercised=[missing])
