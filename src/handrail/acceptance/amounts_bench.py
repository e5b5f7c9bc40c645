"""One step over fewer and over more rows of a table, to see whether its statements grow."""

from __future__ import annotations

from collections.abc import Sequence

from handrail.acceptance.chain_bench import ChainBench
from handrail.model import Direction, Outcome, OutcomeKind, Step
from handrail.rows import Rejected, many, put
from handrail.walk.rules.row_by_row import keeps_pace


class AmountsBench:
    """Copies of the database on a chain, each with so many rows of one table."""

    def __init__(self, chain: ChainBench) -> None:
        self._chain = chain
        self._outcomes: dict[int, Outcome] = {}

    def step(self, revision: str, direction: Direction, table: str, amounts: Sequence[int]) -> None:
        """The step was run over each of the amounts; AssertionError where rows do not go in."""
        step = Step(revision, direction)
        self._outcomes = {amount: self._over(step, table, amount) for amount in amounts}

    def should_not_grow(self) -> None:
        """Every step was done, with less than one more statement for every two more rows."""
        failed = [str(e.error) for e in self._outcomes.values() if e.kind is not OutcomeKind.DONE]
        assert not failed, f"not every step was done: {'; '.join(failed)}"
        counts = {amount: each.statement_count for amount, each in self._outcomes.items()}
        fewer, more = min(counts), max(counts)
        words = ", ".join(f"{count} for {amount}" for amount, count in counts.items())
        grow = keeps_pace(more - fewer, counts[more] - counts[fewer])
        assert not grow, f"the statements grow with the rows: {words}"

    def close(self) -> None:
        """Nothing is held."""

    def _over(self, step: Step, table: str, amount: int) -> Outcome:
        database, schema = self._chain.database.clone(), self._chain.schema
        try:
            with database.connect() as connection:
                placed = put(connection, schema, many(schema, table, amount, database.dialect))
            assert not isinstance(placed, Rejected), f"no {amount} rows go in: {placed.reason}"
            return self._chain.chain.step(database, step)
        finally:
            database.drop()
