"""Steps of the repaired chain over a database full of plans, and how they ended."""

from __future__ import annotations

from benches.planted_bench import PlantedBench
from benches.planted_chains import ARGUMENTS
from handrail.model import Direction, Outcome, OutcomeKind, Step


class StepsBench:
    """Keeps an outcome and never raises for what the migration did; checks look at it."""

    def __init__(self, planted: PlantedBench) -> None:
        self._planted = planted
        self._outcome: Outcome | None = None
        self._looked = True

    def step(self, revision: str, direction: Direction, *arguments: str) -> None:
        """What one step did is kept as the outcome, and what stood before it is remembered."""
        self._planted.remember()
        self._outcome = self._planted.templates.chain.step(
            self._planted.database, Step(revision, direction), arguments=(*ARGUMENTS, *arguments)
        )
        self._looked = False

    def go(self, direction: Direction, destination: str) -> None:
        """The same for what one command of Alembic did."""
        self._planted.remember()
        chain = self._planted.templates.chain
        run = chain.upgrade if direction is Direction.UPGRADE else chain.downgrade
        self._outcome = run(self._planted.database, destination, *ARGUMENTS)
        self._looked = False

    def should_be_done(self) -> None:
        """The last migration came to its end."""
        outcome = self._seen()
        assert outcome.kind is OutcomeKind.DONE, f"it {outcome.kind}: {outcome.error}"

    def should_be_refused(self, *words: str) -> None:
        """The last migration said no on purpose, with each of these among its words."""
        outcome = self._seen()
        assert outcome.deliberate, f"nobody refused: it {outcome.kind}: {outcome.error}"
        missing = [each for each in words if each not in str(outcome.error)]
        assert not missing, f"expected {missing} in: {outcome.error}"

    def unlooked(self) -> str | None:
        """The last outcome, where it was bad and nothing has looked at it."""
        if self._looked or self._seen().kind is OutcomeKind.DONE:
            return None
        return f"nobody looked: the migration was {self._seen().kind}: {self._seen().error}"

    def close(self) -> None:
        """Nothing is held."""

    def _seen(self) -> Outcome:
        assert self._outcome is not None, "nothing was migrated yet"
        self._looked = True
        return self._outcome
