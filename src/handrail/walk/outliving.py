"""A server that is lost in the middle of a step, and the walk that goes on with a new one.

The revision is walked again from its beginning, on databases made anew. Where the same step takes
the server with it each time, that is a finding; else it is told that it happened.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from handrail.errors import ServerLostError, TargetError
from handrail.model import (
    Direction,
    Evidence,
    Finding,
    NotExercised,
    Outcome,
    OutcomeKind,
    Revision,
)
from handrail.model.rule import Rule
from handrail.walk.finding import beginning_of
from handrail.walk.grounds import Grounds
from handrail.walk.rules import downgrade_crash, upgrade_crash
from handrail.walk.stepping import Begun, Stepper

TRIES = 3
"""How often a revision is walked before it is given up."""
_MOST = TRIES + 2
"""Once more to get beyond it, and once more to pass it over."""
_REMEDY = "read in the server's log why it ended; no step may take the server with it"
_RULES = {Direction.UPGRADE: upgrade_crash, Direction.DOWNGRADE: downgrade_crash}
_FURTHER = "it was not tried further, since the server was lost each time"


@dataclass
class Losses:
    """In which steps the server was lost while one revision was walked."""

    found: list[Begun] = field(default_factory=list)

    @property
    def given_up(self) -> bool:
        """Whether the revision is not to be visited any more."""
        return len(self.found) >= TRIES

    def passes_over(self, revision: Revision) -> bool:
        """Whether not even an empty database comes up by the revision."""
        empty = [each for each in self.found if not each.rows and _is_way_up(each, revision)]
        return len(empty) >= TRIES or len(self.found) > TRIES

    def culprits(self) -> Iterator[Begun]:
        """Each step that took the server with it every time, once."""
        for begun in self._last_of_each():
            if self._times(begun) >= TRIES:
                yield begun

    def not_exercised(self, revision: Revision, database: str) -> Iterator[NotExercised]:
        """What is to be told of the other steps, and of those that were not tried at all."""
        for begun in self._last_of_each():
            if self._times(begun) < TRIES:
                words = f"the server was lost {_when(begun)} this step"
                words += f" {times} times" if (times := self._times(begun)) > 1 else ""
                words += "" if self.given_up else ", and not when it was tried again on a new one"
                yield NotExercised(begun.step.revision, begun.step.direction, database, words)
        if self.given_up:
            for direction in Direction:
                yield NotExercised(revision.identifier, direction, database, _FURTHER)

    def _last_of_each(self) -> list[Begun]:
        return list({each.step: each for each in self.found}.values())

    def _times(self, begun: Begun) -> int:
        return sum(each.step == begun.step for each in self.found[:TRIES])


def outlive(
    stepper: Stepper,
    grounds: Grounds,
    begin_anew: Callable[[], None],
    work: Callable[[Losses], bool],
) -> tuple[bool, Losses]:
    """What a piece of work gives back in the end, and where the server was lost before that.

    It is told where, and is to do less each time. Raises ServerLostError where the server is lost
    in no step, and where it is lost whatever is done.
    """
    losses = Losses()
    while True:
        stepper.begun = None
        stepper.rehearses = not losses.found
        try:
            if losses.found:
                begin_anew()
            done = _worked(grounds, work, losses)
        except ServerLostError:
            if stepper.begun is None or stepper.called_off.is_set() or len(losses.found) >= _MOST:
                raise
            losses.found.append(stepper.begun)
        else:
            stepper.rehearses = True
            return done, losses


def culprit(begun: Begun, revision: Revision, database: str) -> Finding:
    """The finding for a step that takes the server with it every time."""
    direction = begun.step.direction
    outcome = begun.outcome or Outcome(OutcomeKind.CRASHED)
    circumstance = "with rows in its way" if begun.rows else "on an empty database"
    rule: Rule = _RULES[direction].RULE
    finding = rule.finding(
        revision=revision.identifier,
        direction=direction,
        database=database,
        message=f"the {direction} takes the database server with it {circumstance}",
        location=outcome.location or beginning_of(revision, direction),
        evidence=Evidence(statement=outcome.failed_statement, error=outcome.error, rows=begun.rows),
        cause="server",
    )
    return replace(finding, remedy=_REMEDY)


def _worked(grounds: Grounds, work: Callable[[Losses], bool], losses: Losses) -> bool:
    try:
        return work(losses)
    except TargetError:
        grounds.answer()  # a target that cannot be run where there is no server is not wrong
        raise


def _is_way_up(begun: Begun, revision: Revision) -> bool:
    step = begun.step
    return step.revision == revision.identifier and step.direction is Direction.UPGRADE


def _when(begun: Begun) -> str:
    done = begun.outcome and begun.outcome.kind is OutcomeKind.DONE
    return "after" if done else "in the middle of"
