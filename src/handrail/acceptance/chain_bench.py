"""One database somewhere on a chain: brought there, migrated, seen before and after."""

from __future__ import annotations

from collections.abc import Sequence

from handrail.acceptance.known_chains import CHAINS
from handrail.chains import Chain, Plan
from handrail.databases import Database, Provider
from handrail.model import Direction, Outcome, OutcomeKind, Schema, Snapshot, Step
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
        self._moments: list[Snapshot] = []
        self._outcome: Outcome | None = None
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
        self._begin()
        self._keep(self._chain.upgrade(self.database, destination, *arguments))

    def downgrade(self, destination: str, *arguments: str) -> None:
        """What ``alembic downgrade`` did is kept as the outcome."""
        self._begin()
        self._keep(self._chain.downgrade(self.database, destination, *arguments))

    def step_and_back(self, revision: str, direction: Direction, *arguments: str) -> None:
        """One revision was run in that direction, and if it was done, in the other one too.

        The outcome is that of the step that was run last.
        """
        self._begin()
        self._keep(self._step(revision, direction, arguments))
        if self._outcome and self._outcome.kind is OutcomeKind.DONE:
            self._keep(self._step(revision, direction.back, arguments))

    def bring_to(self, revision: str) -> None:
        """The database was upgraded with the rows that it holds; AssertionError where it fails."""
        outcome = self._chain.upgrade(self.database, revision)
        self._revision = revision
        assert outcome.kind is OutcomeKind.DONE, f"{revision} is not reached: {outcome.error}"

    def have_failed(self, direction: Direction, destination: str) -> None:
        """Getting there was tried and came to a bad end; AssertionError where it did not."""
        plan = Plan(command=direction.value, destination=destination)
        outcome = self._chain.run(self.database, plan)
        assert outcome.kind is not OutcomeKind.DONE, f"the {direction} to {destination} succeeded"

    @property
    def database(self) -> Database:
        """The database of this scenario."""
        assert self._databases, "no database stands at any revision yet"
        return self._databases[-1]

    @property
    def schema(self) -> Schema:
        """The schema of the database before anything is migrated."""
        return self.schema_of(self._revision)

    @property
    def moments(self) -> Sequence[Snapshot]:
        """What stood in the database before the last migration and after each step of it."""
        assert self._moments, "nothing was migrated yet"
        return self._moments

    @property
    def before(self) -> Snapshot:
        """What stood in the database before the last migration."""
        return self.moments[0]

    @property
    def after(self) -> Snapshot:
        """What stood in the database after the last migration."""
        return self.moments[-1]

    @property
    def outcome(self) -> Outcome:
        """How the last migration ended; asking is looking."""
        assert self._outcome is not None, "nothing was migrated yet"
        self._looked = True
        return self._outcome

    def schema_of(self, revision: str) -> Schema:
        """The schema of a database that was brought freshly to that revision of this chain."""
        return self.snapshot_at(revision).schema

    def snapshot_at(self, revision: str) -> Snapshot:
        """What stands in a database that was brought freshly to that revision of this chain."""
        return CHAINS.snapshot_at(self._name, revision, self._provider)

    def unlooked(self) -> str | None:
        """The last outcome, where it was bad and nothing has looked at it."""
        if self._looked or self._outcome is None or self._outcome.kind is OutcomeKind.DONE:
            return None
        return f"nobody looked: the migration was {self._outcome.kind}: {self._outcome.error}"

    def close(self) -> None:
        """The database is gone."""
        while self._databases:
            self._databases.pop().drop()

    @property
    def _chain(self) -> Chain:
        return CHAINS.get(self._name)

    def _step(self, revision: str, direction: Direction, arguments: tuple[str, ...]) -> Outcome:
        return self._chain.step(self.database, Step(revision, direction), arguments=arguments)

    def _begin(self) -> None:
        self._moments = [self._look()]

    def _keep(self, outcome: Outcome) -> None:
        self._moments.append(self._look())
        self._outcome = judged(outcome, *self._moments[-2:])
        self._looked = False

    def _look(self) -> Snapshot:
        return CHAINS.look(self._name, self.database)
