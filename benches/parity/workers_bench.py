"""Two workers of an application that start at once, and each of which migrates."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from benches.agents.side_by_side import run_while_held
from benches.bundled_chains import bundled
from handrail.acceptance.known_chains import CHAINS
from handrail.acceptance.providers import SHARED
from handrail.acceptance.tables import Record, assert_same
from handrail.chains import Chain, Limits, resolve
from handrail.databases import Database
from handrail.model import Snapshot
from handrail.snapshots import take

_TRACK = Path("fixtures/dual_track")
_PATIENCE = 60.0
_HOLD = sa.text("LOCK TABLE agent_schedules")
"""What 0002 reads after the agents, and before it wants to alter them."""


@dataclass(frozen=True, slots=True)
class _Ended:
    """How a worker ended; ``error`` is the last that it said, where it failed."""

    error: str | None


class WorkersBench:
    """One database that was born earlier, and two processes that migrate it."""

    def __init__(self) -> None:
        self._databases: list[Database] = []
        self._ended: Sequence[_Ended] = ()
        self._after: Snapshot | None = None
        self._looked = True

    def begin(self, kind: str) -> None:
        """A database of that kind as the project once made it."""
        provider = SHARED.get(kind)
        if kind == "sqlite":
            database = provider.make()
            self._databases.append(database)
            done = _call("common/earlier", database)
            assert done.wait(_PATIENCE) == 0, done.communicate()
        else:
            chain = bundled("dual_track/common", "as earlier")
            self._databases.append(CHAINS.at(chain, "0001_baseline", provider))

    def migrate_both(self, variant: str) -> None:
        """Two workers migrated: neither had ended before the other had begun."""
        state, database = variant.removeprefix("as "), self._databases[-1]
        if database.dialect == "sqlite":
            self._ended = _beside_each_other(state, database)
            ledger = {"ledger_table": "schema_migrations", "ledger_column": "name"}
        else:
            self._ended = _upgraded_twice(state, database)
            ledger = {}
        self._looked = False
        with database.connect() as connection:
            self._after = take(connection, **ledger)

    def should_succeed(self) -> None:
        """Both came to their end."""
        self._looked = True
        failed = [each.error for each in self._ended if each.error]
        assert not failed, f"{len(failed)} of 2 workers failed: {failed[0]}"

    def should_have_recorded(self, names: Sequence[str]) -> None:
        """The ledger holds these, each of them once."""
        there = list(self._seen.ledger)
        assert there == sorted(names), f"the ledger holds {there}"

    def should_have_columns(self, table: str, expected: Sequence[Record]) -> None:
        """The table has these columns, and no others."""
        there = [{"column": name} for name in self._seen.schema.tables[table].column_names]
        assert_same(expected, there, f"{table} has other columns")

    def unlooked(self) -> str | None:
        """A worker that failed, where nobody has looked at it."""
        failed = [each.error for each in self._ended if each.error]
        return f"nobody looked: {failed[0]}" if failed and not self._looked else None

    def close(self) -> None:
        """The database is gone."""
        while self._databases:
            self._databases.pop().drop()

    @property
    def _seen(self) -> Snapshot:
        assert self._after, "nobody has migrated"
        return self._after


def _call(state: str, database: Database) -> subprocess.Popen[str]:
    """``python -m db FILE``, as the project in that state does it."""
    measuring = ("COVERAGE_PROCESS_START", "COVERAGE_PROCESS_CONFIG")
    environment = {name: value for name, value in os.environ.items() if name not in measuring}
    return subprocess.Popen(
        [sys.executable, "-B", "-m", "db", str(database.url.database)],
        cwd=_TRACK / state / "src" / "backend",
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def _beside_each_other(state: str, database: Database) -> list[_Ended]:
    """Nobody may write before both have said how far they are: each knows what is pending."""
    file = str(database.url.database)
    with closing(sqlite3.connect(file, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        workers = [_call(state, database) for _ in range(2)]
        for worker in workers:
            assert worker.stdout and worker.stdout.readline(), worker.communicate()
        holder.execute("ROLLBACK")
    with ThreadPoolExecutor(len(workers)) as threads:
        said = threads.map(lambda worker: worker.communicate(timeout=_PATIENCE)[1], workers)
        words = [each.strip().rpartition("\n")[2] for each in said]
    return [
        _Ended(word or "it failed" if worker.returncode else None)
        for worker, word in zip(workers, words, strict=True)
    ]


def _upgraded_twice(state: str, database: Database) -> list[_Ended]:
    """Both stand still, one of them in front of the schedules, before either goes on."""
    _detect_deadlocks_soon(database)
    target = resolve(str(_TRACK / state / "alembic.ini"))
    with ExitStack() as stack:
        limits = Limits(seconds=_PATIENCE)
        chains = [stack.enter_context(Chain(target, limits=limits)) for _ in range(2)]
        runs = [lambda chain=chain: chain.upgrade(database, "head") for chain in chains]
        return [_Ended(each.error) for each in run_while_held(database, runs, hold=_HOLD)]


def _detect_deadlocks_soon(database: Database) -> None:
    with database.connect() as connection:
        connection.exec_driver_sql(f"ALTER DATABASE {database.name} SET deadlock_timeout = '50ms'")
        connection.commit()
