"""Several databases with more and more rows, to see whether the statements of a step grow."""

from __future__ import annotations

from collections.abc import Iterable

from benches.forest import Forest
from benches.forest_bench import ForestBench
from handrail.acceptance.chain_bench import ChainBench
from handrail.databases import Provider
from handrail.model import OutcomeKind


class GrowthBench:
    """Databases at one revision of a chain, known by how many plans each of them holds."""

    def __init__(self, provider: Provider) -> None:
        self._provider = provider
        self._chains: dict[int, ChainBench] = {}

    def begin_at(self, name: str, revision: str, amounts: Iterable[int]) -> None:
        """For each amount a database stands at that revision and holds so many plans."""
        for plans in amounts:
            chain = self._chains[plans] = ChainBench(self._provider)
            chain.begin_at(name, revision)
            ForestBench(chain).plant(Forest(plans))

    def upgrade(self, destination: str) -> None:
        """Each of the databases was upgraded."""
        for chain in self._chains.values():
            chain.upgrade(destination)

    def should_take_the_same(self) -> None:
        """Every upgrade was done, with the same number of statements."""
        outcomes = {plans: chain.outcome for plans, chain in self._chains.items()}
        failed = [str(each.error) for each in outcomes.values() if each.kind != OutcomeKind.DONE]
        assert not failed, f"not every upgrade was done: {failed}"
        counted = {plans: outcome.statement_count for plans, outcome in outcomes.items()}
        words = ", ".join(f"{count} for {plans}" for plans, count in counted.items())
        assert len(set(counted.values())) == 1, f"the statements grow with the rows: {words}"

    def unlooked(self) -> str | None:
        """The first bad outcome that nothing has looked at."""
        return next(filter(None, (chain.unlooked() for chain in self._chains.values())), None)

    def close(self) -> None:
        """The databases are gone."""
        while self._chains:
            self._chains.popitem()[1].close()
