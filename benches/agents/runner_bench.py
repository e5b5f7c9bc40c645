"""The runner of the agents' migrations: what it is told, what it says, what it leaves."""

from __future__ import annotations

import tempfile
from pathlib import Path

import sqlalchemy as sa

from benches.agents.calling import Outcome, call, call_in_process
from benches.agents.migration_files import MigrationFiles, piece
from benches.agents.side_by_side import run_while_held
from benches.agents.stages import STAGES, look_at
from handrail.databases import Database, Provider
from handrail.model import Schema, Snapshot

LEDGER = sa.table("schema_migrations", sa.column("version"))


class RunnerBench:
    """One database, one folder of migrations, and what a runner did with them.

    What a runner said is kept; one that failed and was never looked at is told by ``unlooked``.
    """

    def __init__(self, provider: Provider) -> None:
        self._provider = provider
        self._scratch = tempfile.TemporaryDirectory(prefix="handrail-agents-")
        self.files = MigrationFiles(Path(self._scratch.name))
        self._databases: list[Database] = []
        self._moments: list[Snapshot] = []
        self._outcomes: list[Outcome] = []
        self._looked = True

    def begin_at(self, number: str) -> None:
        """A database in which the migrations as repaired were run up to that number."""
        self._databases.append(STAGES.at(number, self._provider))

    def have_run(self, variant: str, command: str) -> None:
        """That runner was told the command, however that ended."""
        call(variant, command, self.url, self.files.folder)

    def execute(self, words: str) -> None:
        """That piece of SQL was run on the database by somebody."""
        with self._database.connect() as connection:
            connection.exec_driver_sql(piece(words))
            connection.commit()

    def strike(self, number: str) -> None:
        """Somebody took that number out of the ledger."""
        self._change_ledger(sa.delete(LEDGER).where(LEDGER.c.version.startswith(f"{number}_")))

    def record(self, number: str) -> None:
        """Somebody put that number into the ledger."""
        name = self.files.file(number).name
        self._change_ledger(sa.insert(LEDGER).values(version=name))

    def add_agents(self, *hostnames: str) -> None:
        """There are agents of these names."""
        agents = sa.table("agents", sa.column("hostname"))
        with self._database.connect() as connection:
            for hostname in hostnames:
                connection.execute(sa.insert(agents).values(hostname=hostname))
            connection.commit()

    def tell(self, variant: str, command: str) -> None:
        """That runner was told the command."""
        self._begin()
        self._keep(call(variant, command, self.url, self.files.folder))

    def tell_as_process(self, variant: str, command: str) -> None:
        """That runner was called with the command, as a process."""
        self._begin()
        self._keep(call_in_process(variant, command, self.url, self.files.folder))

    def tell_both(self, variant: str) -> None:
        """Two such runners were told "up": neither had ended before the other had begun."""
        self._begin()
        self._keep(*run_while_held(self._database, [lambda: self._up(variant)] * 2))

    def tell_while_recorded(self, variant: str, number: str) -> None:
        """That runner was told "up", and in its midst somebody recorded that number."""
        self._begin()
        runs = [lambda: self._up(variant)]
        self._keep(*run_while_held(self._database, runs, lambda: self.record(number)))

    @property
    def url(self) -> sa.URL:
        """Where the database is."""
        return self._database.url

    @property
    def outcomes(self) -> list[Outcome]:
        """What each runner said; asking is looking."""
        self._looked = True
        return self._outcomes

    @property
    def before(self) -> Snapshot:
        """What stood in the database before the runner was told anything."""
        return self._moments[0]

    @property
    def after(self) -> Snapshot:
        """What stands in the database now that it has ended."""
        return self._moments[-1]

    def schema_of(self, number: str) -> Schema:
        """The schema that the migrations as repaired make up to that number."""
        return STAGES.schema_of(number, self._provider)

    def unlooked(self) -> str | None:
        """What a runner said that failed, where nothing has looked at it."""
        failed = [outcome.error for outcome in self._outcomes if outcome.error]
        return f"nobody looked: {failed[0]}" if failed and not self._looked else None

    def close(self) -> None:
        """The database and the folder are gone."""
        while self._databases:
            self._databases.pop().drop()
        self._scratch.cleanup()

    @property
    def _database(self) -> Database:
        return self._databases[-1]

    def _up(self, variant: str) -> Outcome:
        return call(variant, "up", self.url, self.files.folder)

    def _change_ledger(self, change: sa.Executable) -> None:
        with self._database.connect() as connection:
            connection.execute(change)
            connection.commit()

    def _begin(self) -> None:
        self._moments = [look_at(self._database)]

    def _keep(self, *outcomes: Outcome) -> None:
        self._moments.append(look_at(self._database))
        self._outcomes, self._looked = list(outcomes), False
