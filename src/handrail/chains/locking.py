"""The locks of a run's statements that others on PostgreSQL have to wait for.

They are read from the catalog by the connection that holds them: before each further statement and
before each commit. What a statement locks that commits by itself is gone before it could be read.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Engine, event

from handrail.model import Lock

MODES = {
    "ShareLock": "SHARE",
    "ShareRowExclusiveLock": "SHARE ROW EXCLUSIVE",
    "ExclusiveLock": "EXCLUSIVE",
    "AccessExclusiveLock": "ACCESS EXCLUSIVE",
}
"""Those that keep others from writing or reading, the weakest first."""
_HELD = f"""
    SELECT c.oid::text, pg_catalog.pg_stat_get_xact_numscans(c.oid), h.modes
    FROM pg_catalog.pg_class c LEFT JOIN (
      SELECT l.relation, pg_catalog.array_agg(l.mode) AS modes FROM pg_catalog.pg_locks l
      WHERE l.pid = pg_catalog.pg_backend_pid() AND l.locktype = 'relation'
        AND l.mode IN ({", ".join(f"'{mode}'" for mode in MODES)})
      GROUP BY l.relation) h ON h.relation = c.oid
    WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p')
    ORDER BY c.oid"""  # noqa: S608 - nothing but the names of modes
"""Every table, how often this session has read it from end to end, and the locks that it holds."""


class LockWatch:
    """Gathers the strongest lock on each table, and whether the table was read under one.

    It watches once: what runs under it later has been seen. Looking costs as much as a statement.
    """

    def __init__(self) -> None:
        self._watched = False
        self._locks: dict[str, Lock] = {}
        self._scans: dict[tuple[int, str], int] = {}
        self._sent: dict[int, str] = {}

    @property
    def locks(self) -> tuple[Lock, ...]:
        """What was seen, in the order in which it was."""
        return tuple(self._locks.values())

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Look at everything that is sent through SQLAlchemy to PostgreSQL meanwhile."""
        if self._watched:
            yield
            return
        self._watched = True

        def before(connection: Connection, _cursor: Any, statement: str, *_rest: Any) -> None:
            # SET takes no lock, and may have to be the first of its transaction.
            if _is_ours(connection) and not statement.lstrip().upper().startswith("SET "):
                self._look(connection)
                self._sent[_identity(connection)] = statement

        def commit(connection: Connection) -> None:
            if _is_ours(connection):
                self._look(connection)

        event.listen(Engine, "before_cursor_execute", before)
        event.listen(Engine, "commit", commit)
        try:
            yield
        finally:
            event.remove(Engine, "before_cursor_execute", before)
            event.remove(Engine, "commit", commit)

    def _look(self, connection: Connection) -> None:
        """Note what the last statement has left; the connection stays in the state that it has."""
        raw: Any = connection.connection
        status = raw.driver_connection.info.transaction_status.name
        if status in ("IDLE", "INTRANS"):
            with raw.cursor() as cursor:
                cursor.execute(_HELD)
                for table, scans, modes in cursor.fetchall():
                    self._note(_identity(connection), table, scans, modes)
        if status == "IDLE":
            raw.rollback()

    def _note(self, session: int, table: str, scans: int, modes: list[str] | None) -> None:
        read = scans > self._scans.get((session, table), 0)
        self._scans[session, table] = scans
        if modes is None:
            return
        statement = self._sent.get(session, "")
        mode = max((MODES[mode] for mode in modes), key=_strength)
        known = self._locks.get(table)
        if known is None or _strength(mode) > _strength(known.mode):
            known = Lock(table, mode, statement, known.scan if known else None)
        if read and known.scan is None:
            known = replace(known, scan=statement)
        self._locks[table] = known


def _is_ours(connection: Connection) -> bool:
    return connection.dialect.name == "postgresql"


def _strength(mode: str) -> int:
    return list(MODES.values()).index(mode)


def _identity(connection: Connection) -> int:
    return id(connection.connection.driver_connection)
