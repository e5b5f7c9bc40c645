"""What databases go through beyond notes: odd names, a million rows, ends of those who use them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from benches import odd_names
from benches.containers import containers_of, kill_all
from benches.databases_bench import DatabasesBench
from handrail.databases import Database
from handrail.databases.docker_names import is_image
from handrail.errors import HandrailError, ServerLostError
from handrail.model import Snapshot
from handrail.snapshots import take

_ALL = (1_000_000, 500_000_500_000, 9_888_896)
"""How many rows, the sum of their numbers, the length of all their words."""
_CLONED_WITHIN = 30.0
"""Seconds; it takes from a third of one to three."""
_NUMBERS = {
    "sqlite": "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 1000000)"
    " SELECT i, 'row ' || i AS word FROM n",
    "postgresql": "SELECT i, 'row ' || i AS word FROM generate_series(1, 1000000) i",
    "mariadb": "SELECT seq AS i, concat('row ', seq) AS word FROM seq_1_to_1000000",
}
_SUM = "SELECT count(*), sum(i), sum(length(word)) FROM numbers"
_PROCESS = {
    "mariadb": "SELECT @@pid_file",
    "postgresql": "SELECT split_part(pg_read_file('postmaster.pid'), chr(10), 1)",
}
_SERVING = "SELECT pg_backend_pid()"
"""What is killed where the server itself has to come back: PostgreSQL ends all sessions then."""
_PROGRAMS = ("postgres", "mariadbd", "mysqld")


class ProvidersBench:
    """Works at the databases that another bench knows by their names."""

    def __init__(self, databases: DatabasesBench) -> None:
        self._databases = databases
        self._seconds = 0.0
        self._error: HandrailError | None = None

    def name_oddly(self, name: str) -> None:
        """The database has two more tables, whose names all have to be quoted."""
        with self._databases.named(name).connect() as connection:
            odd_names.make(connection)

    def fill(self, name: str) -> None:
        """The database has a table "numbers" of a million rows, made by itself."""
        database = self._databases.named(name)
        with database.connect() as connection:
            connection.exec_driver_sql(f"CREATE TABLE numbers AS {_NUMBERS[database.dialect]}")
            connection.commit()

    def clone_timed(self, original: str, name: str) -> None:
        """A clone goes by that name, and how long that took is known."""
        began = time.monotonic()
        self._databases.clone(original, name)
        self._seconds = time.monotonic() - began

    def kill_client(self, name: str) -> None:
        """A process has added a note, and was killed before it could commit."""
        url = self._databases.named(name).url.render_as_string(hide_password=False)
        command = [sys.executable, "-m", "benches.interrupted_client", url]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as client:
            assert client.stdout, "it was piped"
            said = client.stdout.readline()
            client.kill()
        assert said == b"ready\n", f"the client said {said!r}"

    def kill_server(self, name: str) -> None:
        """The server has crashed: it was killed, or a process or the container of it."""
        asked = self._databases.provider.asked
        if is_image(asked):
            kill_all(containers_of([os.getpid()], asked.partition(":")[2]))
            return
        database = self._databases.named(name)
        with suppress(ServerLostError, DBAPIError), database.connect() as connection:
            told = str(connection.exec_driver_sql(_PROCESS.get(asked, _SERVING)).scalar_one())
            number = int(told if told.isdigit() else Path(told).read_text(encoding="utf-8"))
            program = Path(f"/proc/{number}/comm").read_text(encoding="utf-8").strip()
            assert program in _PROGRAMS, f"{program} is no server of this machine"
            os.kill(number, signal.SIGKILL)

    def try_to_clone(self, name: str) -> None:
        """A clone was asked for, and what was said is kept."""
        try:
            self._databases.named(name).clone()
        except HandrailError as error:
            self._error = error

    def should_show_odd_names(self, name: str, original: str) -> None:
        """A snapshot shows all the names, and is the one of the other database too."""
        seen, before = (_snapshot(self._databases.named(each)) for each in (name, original))
        odd_names.should_be_in(seen)
        assert seen == before, f"{name!r} is not as {original!r}:\n{seen}\n{before}"

    def should_hold_a_million(self, name: str) -> None:
        """All rows are there, and cloning did not take long."""
        with self._databases.named(name).connect() as connection:
            found = tuple(map(int, connection.exec_driver_sql(_SUM).one()))
        assert found == _ALL, f"there are {found}, expected {_ALL}"
        assert self._seconds < _CLONED_WITHIN, f"cloning took {self._seconds:.1f} s"

    def should_have_told_the_loss(self) -> None:
        """It was told in one line that the server is gone."""
        assert isinstance(self._error, ServerLostError), f"told was {self._error!r}"
        assert "\n" not in str(self._error), f"more than a line: {self._error}"


def _snapshot(database: Database) -> Snapshot:
    with database.connect() as connection:
        return take(connection, ledger_table="")
