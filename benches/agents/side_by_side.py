"""Runs that are certain to meet: all are held at one place before any may go on."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import sqlalchemy as sa

from handrail.databases import Database

_PATIENCE = 30.0
_PAUSE = 0.01
_T = TypeVar("_T")
_AN_AGENT = sa.insert(sa.table("agents", sa.column("hostname"))).values(hostname="never committed")


def run_while_held(
    database: Database,
    runs: Sequence[Callable[[], _T]],
    meanwhile: Callable[[], object] = int,
    hold: sa.Executable = _AN_AGENT,
) -> list[_T]:
    """What came of the runs, in threads of their own.

    Somebody is about to add an agent, or does what ``hold`` says, so that whoever wants to change
    that table has to wait. Only once all runs stand still, one of them for that table, is
    ``meanwhile`` called and that somebody gone. Raises AssertionError where they do not get there.
    """
    with database.connect() as holder, ThreadPoolExecutor(len(runs)) as threads:
        holder.execute(hold)
        try:
            started = [threads.submit(run) for run in runs]
            _wait_until_still(database, len(runs))
            meanwhile()
        finally:
            holder.rollback()
        return [run.result() for run in started]


def _wait_until_still(database: Database, runs: int) -> None:
    until = time.monotonic() + _PATIENCE
    while not _are_still(database, runs):
        assert time.monotonic() < until, f"{runs} runs never stood still at once"
        time.sleep(_PAUSE)


def _are_still(database: Database, runs: int) -> bool:
    """Whether all wait for a lock, the table's or, by asking again and again, the runners' own."""
    activity = sa.table(
        "pg_stat_activity", *map(sa.column, ("datname", "wait_event_type", "query"))
    )
    of_runs = activity.c.datname == sa.func.current_database()
    waits = activity.c.wait_event_type == "Lock"
    asks = activity.c.query.contains("pg_try_advisory_lock")
    standing = sa.select(
        sa.func.count().filter(waits) > 0, sa.func.count().filter(waits | asks) >= runs
    )
    with database.connect() as observer:
        return all(observer.execute(standing.where(of_runs)).one())
