"""The databases that a walk stands on: empty ones at each revision, reached one way or another."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from handrail.chains import Plan
from handrail.databases import Database, Provider
from handrail.model import (
    Declared,
    Direction,
    Outcome,
    OutcomeKind,
    Revision,
    Step,
    declared_after,
    with_declared,
)
from handrail.rows import loads, put
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
    the ``baseline``, and what env.py makes by itself.
    """

    def __init__(self, provider: Provider, stepper: Stepper) -> None:
        self._stepper = stepper
        self._applied: list[str] = []
        self._begin = provider.make()
        self.below = Standing(self._begin, {})
        self.carried = self._begin

    def prepare(self, baseline: str | None) -> None:
        """Bring both to where the chain begins."""
        if baseline:
            self._stepper.chain.lay(self._begin, baseline)
        self._stepper.chain.learn(self._begin, self._stepper.arguments)
        self.carried = self._begin.clone()
        if baseline:
            self._settle(())

    def above(self, revision: Revision) -> Standing | Outcome:
        """An empty database with the revision applied, or how the last attempt ended.

        Where its step fails by itself, all steps up to it are run in one go from nothing, as the
        command does: some revisions pass only that way. Files of SQL lean on nothing in memory.
        """
        step = Step(revision.identifier, Direction.UPGRADE)
        database = self.below.database.clone()
        outcome = self._stepper.chain.step(database, step, arguments=self._stepper.arguments)
        if outcome.kind is OutcomeKind.DONE:
            return self._standing(database, outcome)
        database.drop()
        if self._stepper.chain.target.sql:
            return outcome
        return self._in_one_go([*self._applied, revision.identifier])

    def climb(self, revision: Revision, above: Standing) -> None:
        """Stand above the revision from now on."""
        self._applied.append(revision.identifier)
        before = self._stepper.standing(self.below.database).schema
        if self.below.database is not self._begin:
            self.below.database.drop()
        self.below = above
        self._carry(revision)
        self._settle(before.tables)

    def close(self) -> None:
        """The databases are gone."""
        self.below.database.drop()
        self.carried.drop()
        self._begin.drop()

    def _standing(self, database: Database, outcome: Outcome) -> Standing:
        return Standing(database, declared_after(self.below.declared, outcome.declarations))

    def _carry(self, revision: Revision) -> None:
        """Bring the carried rows up; where they do not come, begin anew without them."""
        step = Step(revision.identifier, Direction.UPGRADE)
        outcome = self._stepper.chain.step(self.carried, step, arguments=self._stepper.arguments)
        if outcome.kind is not OutcomeKind.DONE:
            self.carried.drop()
            self.carried = self.below.database.clone()

    def _settle(self, known: Collection[str]) -> None:
        """A row for each table that is new, where the database lets one in."""
        schema = with_declared(self._stepper.look(self.carried).schema, self.below.declared)
        brought = sorted(set(schema.tables).difference(known))
        plain = loads(schema, schema, (), self.carried.dialect, touched=brought)
        if plain:
            with self.carried.connect() as connection:
                put(connection, schema, plain[0])

    def _in_one_go(self, identifiers: Sequence[str]) -> Standing | Outcome:
        database = self._begin.clone()
        plan = Plan(steps=tuple(Step(each, Direction.UPGRADE) for each in identifiers))
        outcome = self._stepper.chain.run(database, plan, arguments=self._stepper.arguments)
        if outcome.kind is OutcomeKind.DONE:
            return self._standing(database, outcome)
        database.drop()
        return outcome
