"""The databases that a walk stands on: empty ones at each revision, reached one way or another."""

from __future__ import annotations

from collections.abc import Sequence

from handrail.chains import Plan
from handrail.databases import Database, Provider
from handrail.model import Direction, Outcome, OutcomeKind, Revision, Schema, Step
from handrail.rows import loads, put
from handrail.walk.stepping import Stepper


class Grounds:
    """Two databases that stand below the revision being visited.

    ``empty`` has no rows but those that migrations made; ``carried`` holds what was put in at
    earlier revisions and has come up with them.
    """

    def __init__(self, provider: Provider, stepper: Stepper) -> None:
        self._provider = provider
        self._stepper = stepper
        self._applied: list[str] = []
        self.empty = provider.make()
        self.carried = provider.make()

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
        before = self._stepper.look(self.empty).schema
        self.empty.drop()
        self.empty = above
        self._carry(revision)
        self._settle(before)

    def close(self) -> None:
        """The databases are gone."""
        self.empty.drop()
        self.carried.drop()

    def _carry(self, revision: Revision) -> None:
        """Bring the carried rows up; where they do not come, begin anew without them."""
        step = Step(revision.identifier, Direction.UPGRADE)
        outcome = self._stepper.chain.step(self.carried, step, arguments=self._stepper.arguments)
        if outcome.kind is not OutcomeKind.DONE:
            self.carried.drop()
            self.carried = self.empty.clone()

    def _settle(self, before: Schema) -> None:
        """A row for each table that the revision brought, where the database lets one in."""
        schema = self._stepper.look(self.carried).schema
        brought = sorted(set(schema.tables) - set(before.tables))
        plain = loads(schema, schema, (), self.carried.dialect, touched=brought)
        if plain:
            with self.carried.connect() as connection:
                put(connection, schema, plain[0])

    def _in_one_go(self, identifiers: Sequence[str]) -> Database | Outcome:
        database = self._provider.make()
        plan = Plan(steps=tuple(Step(each, Direction.UPGRADE) for each in identifiers))
        outcome = self._stepper.chain.run(database, plan, arguments=self._stepper.arguments)
        if outcome.kind is OutcomeKind.DONE:
            return database
        database.drop()
        return outcome
