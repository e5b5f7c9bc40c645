"""The databases that a walk stands on: empty ones at each revision, reached one way or another."""

from __future__ import annotations

from collections.abc import Sequence

from handrail.chains import Plan
from handrail.databases import Database, Provider
from handrail.model import Direction, Outcome, OutcomeKind, Revision, Step
from handrail.walk.stepping import Stepper


class Grounds:
    """``empty`` is a database without rows that stands below the revision being visited."""

    def __init__(self, provider: Provider, stepper: Stepper) -> None:
        self._provider = provider
        self._stepper = stepper
        self._applied: list[str] = []
        self.empty = provider.make()

    def above(self, revision: Revision) -> Database | Outcome:
        """An empty database with the revision applied, or how the last attempt ended.

        Where its step fails by itself, all steps up to it are run in one go from nothing, as the
        command does: some revisions pass only that way.
        """
        step = Step(revision.identifier, Direction.UPGRADE)
        database = self.empty.clone()
        outcome = self._stepper.chain.step(database, step, arguments=self._stepper.arguments)
        if outcome.kind is OutcomeKind.DONE:
            return database
        database.drop()
        return self._in_one_go([*self._applied, revision.identifier])

    def climb(self, revision: Revision, above: Database) -> None:
        """Stand above the revision from now on."""
        self._applied.append(revision.identifier)
        self.empty.drop()
        self.empty = above

    def close(self) -> None:
        """The databases are gone."""
        self.empty.drop()

    def _in_one_go(self, identifiers: Sequence[str]) -> Database | Outcome:
        database = self._provider.make()
        plan = Plan(steps=tuple(Step(each, Direction.UPGRADE) for each in identifiers))
        outcome = self._stepper.chain.run(database, plan, arguments=self._stepper.arguments)
        if outcome.kind is OutcomeKind.DONE:
            return database
        database.drop()
        return outcome
