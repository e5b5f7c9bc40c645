"""The chains that scenarios name, loaded once a process, and fresh databases at their revisions."""

from __future__ import annotations

from handrail.chains import Chain, Limits, resolve
from handrail.databases import Database, Provider
from handrail.model import Schema
from handrail.snapshots import take

LIMITS = Limits(seconds=60.0, statements=2_000)
"""What a step of a scenario may take: a back-fill that spins is stopped by its statements."""


class BundledChains:
    """Chains by name and variant, and a template database for each revision asked for.

    ``plans`` *as reported* is ``fixtures/plans/reported/alembic.ini`` below the current folder.
    """

    def __init__(self) -> None:
        self._chains: dict[tuple[str, str], Chain] = {}
        self._templates: dict[tuple[str, str, str, str], Database] = {}
        self._schemas: dict[tuple[str, str, str, str], Schema] = {}

    def get(self, name: str, variant: str) -> Chain:
        """The chain of that name and variant. Raises TargetError where there is none."""
        if (name, variant) not in self._chains:
            folder = variant.removeprefix("as ")
            target = resolve(f"fixtures/{name}/{folder}/alembic.ini")
            self._chains[name, variant] = Chain(target, limits=LIMITS)
        return self._chains[name, variant]

    def at(self, name: str, variant: str, revision: str, provider: Provider) -> Database:
        """A database of one's own that a fresh one was brought to ``revision``, without rows."""
        return self._template(name, variant, revision, provider).clone()

    def schema_of(self, name: str, variant: str, revision: str, provider: Provider) -> Schema:
        """The schema of a fresh database that was brought to ``revision``."""
        key = (name, variant, revision, provider.name)
        if key not in self._schemas:
            with self._template(*key[:3], provider).connect() as connection:
                self._schemas[key] = take(connection).schema
        return self._schemas[key]

    def close(self) -> None:
        """Every child process is gone; the databases go with their providers."""
        self._templates.clear()
        self._schemas.clear()
        while self._chains:
            self._chains.popitem()[1].close()

    def _template(self, name: str, variant: str, revision: str, provider: Provider) -> Database:
        key = (name, variant, revision, provider.name)
        if key not in self._templates:
            self._templates[key] = self._fresh(name, variant, revision, provider)
        return self._templates[key]

    def _fresh(self, name: str, variant: str, revision: str, provider: Provider) -> Database:
        """Upgraded from the template of the revision below, where that is a single one."""
        if revision == "base":
            return provider.make()
        chain = self.get(name, variant)
        parents = chain.revision(revision).parents
        below = parents[0] if len(parents) == 1 else "base"
        database = self.at(name, variant, below, provider)
        outcome = chain.upgrade(database, revision)
        assert not outcome.error, f"{revision} of {name} is not reached: {outcome.error}"
        return database


CHAINS = BundledChains()
"""What behave's hooks and Robot's library both use."""
