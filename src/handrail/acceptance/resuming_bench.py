"""Steps that break off at one of their statements, and are run again."""

from __future__ import annotations

from handrail.acceptance.chain_bench import ChainBench
from handrail.databases import Database
from handrail.model import Direction, OutcomeKind, Snapshot, Step
from handrail.walk.resuming import elsewhere


class ResumingBench:
    """Lets a statement of a step fail, and holds the next run against an undisturbed one."""

    def __init__(self, chain: ChainBench) -> None:
        self._chain = chain
        self._undisturbed: list[Database] = []

    def break_off(self, revision: str, direction: Direction, statement: int) -> None:
        """The step was run, and its statement of that number, counted from 1, failed.

        AssertionError where the step was done all the same.
        """
        database = self._chain.database
        # Two, since clocks and chance leave something else behind each time.
        self._undisturbed = [database.clone(), database.clone()]
        outcome = self._chain.chain.step(database, Step(revision, direction), fails_at=statement)
        done = outcome.kind is OutcomeKind.DONE
        assert not done, f"the {direction} of {revision} has no statement {statement} that matters"

    def should_end_undisturbed(self) -> None:
        """The step was done, and schema and rows are those of one that nothing disturbs."""
        outcome = self._chain.outcome
        assert outcome.kind is OutcomeKind.DONE, f"it {outcome.kind}: {outcome.error}"
        one, other = map(self._end_of, self._undisturbed)
        lines = elsewhere(self._chain.after, one, other)
        assert not lines, "it ends otherwise than undisturbed:\n" + "\n".join(lines)

    def close(self) -> None:
        """The databases are gone."""
        while self._undisturbed:
            self._undisturbed.pop().drop()

    def _end_of(self, database: Database) -> Snapshot:
        self._chain.chain.step(database, self._chain.legs[-1].step)
        return self._chain.look(database)
