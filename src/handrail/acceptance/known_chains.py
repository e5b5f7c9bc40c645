"""The chains that scenarios name, loaded once a process, and fresh databases at their revisions."""

from __future__ import annotations

from pathlib import Path

from handrail.chains import Chain, Limits, resolve
from handrail.chains.naming import NamedChain, named_chain
from handrail.databases import Database, Provider
from handrail.errors import TargetError
from handrail.model import Snapshot
from handrail.walk.looking import Ledger

LIMITS = Limits(seconds=60.0)
"""What a migration of a scenario may take: a back-fill that spins is stopped by its statements."""
BASE = "base"


class KnownChains:
    """Chains by name or path, and a template database for each revision asked for.

    A name is one of ``[tool.handrail.chains]`` in the pyproject.toml of the current folder; a path
    is whatever ``handrail walk`` takes.
    """

    def __init__(self) -> None:
        self._said: dict[str, NamedChain] = {}
        self._chains: dict[str, Chain] = {}
        self._templates: dict[tuple[str, str, str], Database] = {}
        self._snapshots: dict[tuple[str, str, str], Snapshot] = {}

    def get(self, name: str) -> Chain:
        """The chain of that name or path. Raises TargetError where there is none."""
        if name not in self._chains:
            said = self._said[name] = named_chain(name, Path("pyproject.toml"))
            self._chains[name] = Chain(resolve(said.target, said.settings), limits=LIMITS)
        return self._chains[name]

    def at(self, name: str, revision: str, provider: Provider) -> Database:
        """A database of one's own that a fresh one was brought to ``revision``, without rows.

        Raises TargetError where the chain is named for other kinds of databases.
        """
        self._should_be_for(name, provider)
        return self._template(name, revision, provider).clone()

    def snapshot_at(self, name: str, revision: str, provider: Provider) -> Snapshot:
        """What stands in a fresh database that was brought to ``revision``."""
        key = (name, self._identified(name, revision), provider.name)
        if key not in self._snapshots:
            self._snapshots[key] = self.look(name, self._template(*key[:2], provider))
        return self._snapshots[key]

    def look(self, name: str, database: Database) -> Snapshot:
        """What stands in a database of the chain, whose ledger is known by its last migration."""
        chain = self.get(name)
        with database.connect() as connection:
            return Ledger(chain.ledger, chain.ledger_column).seen(connection)

    def close(self) -> None:
        """Every child process is gone; the databases go with their providers."""
        self._templates.clear()
        self._snapshots.clear()
        self._said.clear()
        while self._chains:
            self._chains.popitem()[1].close()

    def _should_be_for(self, name: str, provider: Provider) -> None:
        self.get(name)
        kinds = self._said[name].kinds
        if kinds and provider.name not in kinds:
            what = f'the chain "{name}" is for {" and ".join(kinds)}, not for {provider.name}'
            then = f"run with database={kinds[0]}, or tag its scenarios @{kinds[0]}"
            raise TargetError(what, where="pyproject.toml", then=then)

    def _identified(self, name: str, revision: str) -> str:
        """The revision, or the only head for ``head``."""
        heads = self.get(name).heads
        return heads[0] if revision == "head" and len(heads) == 1 else revision

    def _template(self, name: str, revision: str, provider: Provider) -> Database:
        key = (name, self._identified(name, revision), provider.name)
        if key not in self._templates:
            self._templates[key] = self._fresh(*key[:2], provider)
        return self._templates[key]

    def _fresh(self, name: str, revision: str, provider: Provider) -> Database:
        """Upgraded from the template of the revision below, where that is a single one.

        Where that does not do, in one go from the beginning: some revisions pass only that way.
        """
        chain = self.get(name)
        if revision == BASE:
            return self._empty(name, provider)
        parents = chain.revision(revision).parents
        error = None
        for below in dict.fromkeys((*parents[: len(parents) == 1], BASE)):
            database = self._template(name, below, provider).clone()
            error = chain.upgrade(database, revision).error
            if not error:
                return database
            database.drop()
        raise AssertionError(f"{revision} of {name} is not reached: {error}")

    def _empty(self, name: str, provider: Provider) -> Database:
        """With nothing but what stands before the first revision."""
        database = provider.make()
        baseline = self._said[name].baseline
        if baseline:
            self.get(name).lay(database, baseline)
        return database


CHAINS = KnownChains()
"""What behave's hooks and Robot's library both use."""
