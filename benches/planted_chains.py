"""Databases at every place of the chain "plans" as repaired, filled with many rows on the way."""

from __future__ import annotations

from functools import cache

from benches.bundled_chains import bundled
from benches.plan_fills import fill
from benches.plan_rows import PlanRows
from handrail.acceptance.known_chains import CHAINS
from handrail.chains import Chain
from handrail.databases import Database, Provider
from handrail.model import Direction, Revision, Step

ARGUMENTS = ("foreign_keys=on",)
"""Steps run where a cascade would show: SQLite enforces foreign keys when it is asked to."""


class PlantedChain:
    """A database for each place, made once from the one below it by a step and some more rows.

    A place is named by the revision that was applied last, and stands for that one and all before
    it in the chain's order; ``base`` is the place before the first. Without plans (``number`` 0)
    these are the fresh databases.
    """

    def __init__(self, provider: Provider, rows: PlanRows) -> None:
        self.rows = rows
        self._provider = provider
        self._templates: dict[str, Database] = {}

    @property
    def chain(self) -> Chain:
        """The chain that is run."""
        return CHAINS.get(bundled("plans", "as repaired"))

    def at(self, place: str) -> Database:
        """The template of that place: to be read and cloned, never to be changed.

        Raises AssertionError where a step that leads there fails.
        """
        if place not in self._templates:
            self._templates[place] = self._made(place)
        return self._templates[place]

    def below(self, revision: str) -> str:
        """The place from which that revision is reached."""
        places = ["base", *(each.identifier for each in self.chain.revisions)]
        return places[places.index(revision) - 1]

    def heads(self, place: str) -> tuple[str, ...]:
        """What a ledger records at that place: what is applied and has nothing applied above."""
        applied = self._applied(place)
        below = {parent for revision in applied for parent in revision.parents}
        return tuple(sorted({each.identifier for each in applied} - below))

    def _applied(self, place: str) -> tuple[Revision, ...]:
        identifiers = [each.identifier for each in self.chain.revisions]
        return self.chain.revisions[: identifiers.index(place) + 1 if place != "base" else 0]

    def _made(self, place: str) -> Database:
        if place == "base":
            return self._provider.make()
        database = self.at(self.below(place)).clone()
        step = Step(place, Direction.UPGRADE)
        outcome = self.chain.step(database, step, arguments=ARGUMENTS)
        assert not outcome.error, f"the {step} fails: {outcome.error}"
        with database.connect() as connection:
            fill(connection, place, self.rows)
            connection.commit()
        return database


class PlantedChains:
    """Planted chains by provider, seed and number, the same one each time it is asked for."""

    def __init__(self) -> None:
        self._planted: dict[tuple[str, int, int], PlantedChain] = {}

    def get(self, provider: Provider, seed: int, number: int) -> PlantedChain:
        """The chain with that many plans made from that seed."""
        key = (provider.name, seed, number)
        if key not in self._planted:
            self._planted[key] = PlantedChain(provider, _rows(seed, number))
        return self._planted[key]

    def close(self) -> None:
        """Forget them all; the databases go with their providers."""
        self._planted.clear()


@cache
def _rows(seed: int, number: int) -> PlanRows:
    """The same plans for all kinds of database."""
    return PlanRows(seed, number)


PLANTED = PlantedChains()
"""What Robot's library uses, closed with it."""
