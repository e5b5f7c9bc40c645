"""One database somewhere on a chain: brought there, migrated, seen before and after."""

from __future__ import annotations

from collections.abc import Sequence

from handrail.acceptance.known_chains import CHAINS
from handrail.chains import Chain, Plan
from handrail.databases import Database, Provider
from handrail.model import Direction, Outcome, OutcomeKind, Schema, Snapshot, Step
from handrail.walk.passage import Leg
from handrail.walk.verdict import judged


class ChainBench:
    """What a scenario does with a chain; checks on what came of it are other areas.

    A When stores an outcome and never raises for what the migration did; a bad outcome that no
    check has looked at is told by ``unlooked``.
    """

    def __init__(self, provider: Provider) -> None:
        self._provider = provider
        self._name = ""
        self._databases: list[Database] = []
        self._revision = ""
        self._legs: list[Leg] = []
        self._looked = True

    def begin_at(self, name: str, revision: str) -> None:
        """A database of its own stands at that revision of the chain, without rows.

        The chain is one that the project has named, or a path. Raises TargetError for a chain and
        a revision that are not there.
        """
        self._name = name
        self._databases.append(CHAINS.at(name, revision, self._provider))
        self._revision = revision

    def upgrade(self, destination: str, *arguments: str) -> None:
        """What ``alembic upgrade`` did is kept as the outcome."""
        self._run(Direction.UPGRADE, destination, arguments)

    def downgrade(self, destination: str, *arguments: str) -> None:
        """What ``alembic downgrade`` did is kept as the outcome."""
        self._run(Direction.DOWNGRADE, destination, arguments)

    def step_and_back(self, revision: str, direction: Direction, *arguments: str) -> None:
        """One revision was run in that direction, and if it was done, in the other one too.

        The outcome is that of the step that was run last.
        """
        self._steps(revision, (direction, direction.back), *arguments)

    def step(self, revision: str, direction: Direction) -> None:
        """One revision was run in that direction."""
        self._steps(revision, (direction,))

    def step_back_and_again(self, revision: str, direction: Direction) -> None:
        """One revision was run there, back and there again, as far as each step was done."""
        self._steps(revision, (direction, direction.back, direction))

    def bring_to(self, revision: str) -> None:
        """The database was upgraded with the rows that it holds; AssertionError where it fails."""
        outcome = self.chain.upgrade(self.database, revision)
        self._revision = revision
        assert outcome.kind is OutcomeKind.DONE, f"{revision} is not reached: {outcome.error}"

    def have_failed(self, direction: Direction, destination: str) -> None:
        """Getting there was tried and came to a bad end; AssertionError where it did not."""
        plan = Plan(command=direction.value, destination=destination)
        outcome = self.chain.run(self.database, plan)
        assert outcome.kind is not OutcomeKind.DONE, f"the {direction} to {destination} succeeded"

    @property
    def database(self) -> Database:
        """The database of this scenario."""
        assert self._databases, "no database stands at any revision yet"
        return self._databases[-1]

    @property
    def dialect(self) -> str:
        """The kind of database."""
        return self.database.dialect

    @property
    def schema(self) -> Schema:
        """The schema of the database before anything is migrated."""
        return self.schema_of(self._revision)

    @property
    def legs(self) -> Sequence[Leg]:
        """The steps of the last migration, or the one run that it was, before and after each."""
        assert self._legs, "nothing was migrated yet"
        return self._legs

    @property
    def before(self) -> Snapshot:
        """What stood in the database before the last migration."""
        return self.legs[0].before

    @property
    def after(self) -> Snapshot:
        """What stood in the database after the last migration."""
        return self.legs[-1].after

    @property
    def outcome(self) -> Outcome:
        """How the last migration ended; asking is looking."""
        self._looked = True
        return self.legs[-1].outcome

    def schema_of(self, revision: str) -> Schema:
        """The schema of a database that was brought freshly to that revision of this chain."""
        return self.snapshot_at(revision).schema

    def snapshot_at(self, revision: str) -> Snapshot:
        """What stands in a database that was brought freshly to that revision of this chain."""
        return CHAINS.snapshot_at(self._name, revision, self._provider)

    def unlooked(self) -> str | None:
        """The last outcome, where it was bad and nothing has looked at it."""
        if self._looked or not self._legs or self._legs[-1].done:
            return None
        outcome = self._legs[-1].outcome
        return f"nobody looked: the migration was {outcome.kind}: {outcome.error}"

    def close(self) -> None:
        """The database is gone."""
        while self._databases:
            self._databases.pop().drop()

    @property
    def chain(self) -> Chain:
        """The chain itself."""
        return CHAINS.get(self._name)

    def look(self, database: Database) -> Snapshot:
        """What stands in a database of this chain."""
        return CHAINS.look(self._name, database)

    def _run(self, direction: Direction, destination: str, arguments: tuple[str, ...]) -> None:
        """As many revisions as it takes, in one go."""
        self._begin()
        run = self.chain.upgrade if direction is Direction.UPGRADE else self.chain.downgrade
        self._keep(Step(destination, direction), run(self.database, destination, *arguments))

    def _steps(self, revision: str, directions: Sequence[Direction], *arguments: str) -> None:
        """One after the other, up to the first that is not done."""
        self._begin()
        for direction in directions:
            step = Step(revision, direction)
            leg = self._keep(step, self.chain.step(self.database, step, arguments=arguments))
            if not leg.done:
                break

    def _begin(self) -> None:
        self._before = self.look(self.database)
        self._legs = []

    def _keep(self, step: Step, outcome: Outcome) -> Leg:
        before, after = (
            self._legs[-1].after if self._legs else self._before,
            self.look(self.database),
        )
        self._legs.append(Leg(step, judged(outcome, before, after), before, after))
        self._looked = False
        return self._legs[-1]
