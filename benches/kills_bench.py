"""Alembic as a real process over the database full of plans, killed, and run again."""

from __future__ import annotations

import re
import shlex
import time
from random import Random

from benches.planted_bench import PlantedBench
from benches.processes_bench import ProcessesBench

_CHAINS = "fixtures/plans"
_KILLED = "python -m benches.killed_alembic"
_OTHERS = {
    "sqlite": "SELECT 0",
    "postgresql": "SELECT count(*) FROM pg_stat_activity "
    "WHERE datname = current_database() AND pid <> pg_backend_pid() "
    "AND backend_type = 'client backend'",
}
_SOON = 10.0
"""Seconds within which a server has noticed that its client is dead."""
_WORDS = re.compile(r"^[\w.]+: \([\w.]+\) (.*)$", re.MULTILINE)
"""What the database said, at the end of a traceback of SQLAlchemy's."""


class KillsBench:
    """Runs the chain ``plans`` from a copy of its folder, on the database that was planted.

    What stood in front of each run is remembered.
    """

    def __init__(self, planted: PlantedBench, processes: ProcessesBench) -> None:
        self._planted = planted
        self._processes = processes
        processes.copy(_CHAINS, _CHAINS)

    def run(self, command: str, variant: str = "as repaired") -> None:
        """``alembic COMMAND`` ran to its end."""
        self._planted.remember()
        self._processes.run(f"alembic {self._options(variant)} {command}")

    def kill_before(self, words: str, command: str, variant: str = "as repaired") -> None:
        """``alembic COMMAND`` ran until it was about to send a statement that begins so.

        Nobody is connected any more. Where no such statement came, it ran to its end.
        """
        self._planted.remember()
        self._processes.run(f"{_KILLED} {shlex.quote(words)} {self._options(variant)} {command}")
        self._wait_until_it_is_noticed()

    def kill_after(self, words: str, command: str, seed: int) -> float:
        """``alembic COMMAND`` was killed from outside, some time after it printed the words.

        How long after it is the seed's to say, a tenth of a second at most: the whole way takes
        several times as long. Gives the seconds.
        """
        self._planted.remember()
        self._processes.start(f"alembic {self._options('as repaired')} {command}")
        self._processes.wait_for_words(words)
        seconds = Random(seed).uniform(0, 0.1)
        time.sleep(seconds)
        self._processes.send("SIGKILL")
        self._processes.finish()
        self._wait_until_it_is_noticed()
        return seconds

    def should_be_done(self) -> None:
        """The last command ended well."""
        assert self._processes.look() == 0, f"alembic crashed: {self._said()}"

    def should_be_cut_short(self) -> None:
        """The last command refused, failed, or was killed."""
        assert self._processes.look() != 0, "alembic came to its end"

    def close(self) -> None:
        """Nothing is held."""

    def _said(self) -> str:
        """The words of the database, or everything where it said none."""
        words = _WORDS.search(self._processes.stderr)
        return words.group(1) if words else self._processes.stderr

    def _options(self, variant: str) -> str:
        ini = f"{_CHAINS}/{variant.removeprefix('as ')}/alembic.ini"
        url = self._planted.database.url.render_as_string(hide_password=False)
        return f"-c {ini} -x {shlex.quote(f'url={url}')} -x foreign_keys=on"

    def _wait_until_it_is_noticed(self) -> None:
        until = time.monotonic() + _SOON
        while self._others() and time.monotonic() < until:
            time.sleep(0.01)

    def _others(self) -> int:
        with self._planted.database.connect() as connection:
            others = _OTHERS[connection.dialect.name]
            return int(connection.exec_driver_sql(others).scalar_one())
