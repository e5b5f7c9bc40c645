"""Walks that lose something in the middle of a step: their server, or the process that runs it."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
import time
from contextlib import ExitStack
from itertools import chain
from pathlib import Path

from benches.live_server import LiveServer
from benches.processes_bench import ProcessesBench
from handrail.databases.places import place

_SOON = 30.0
"""Seconds within which a walk comes to the step that sleeps."""
_NUMBERED = ("postmaster.pid", "server.pid")
"""Where servers of runs write which process they are."""
_ASLEEP = "chains/loses_the_server/asleep"
"""The file that a step makes before it sleeps in the database; its process stands in it."""
_SLEEPERS = "SELECT pid FROM pg_stat_activity WHERE query ~ '^SELECT pg_sleep' AND wait_event > ''"
_SERVER = "SELECT split_part(pg_read_file('postmaster.pid'), chr(10), 1)"
_LEFT = "SELECT datname FROM pg_database WHERE datname LIKE 'handrail%'"


class LostBench:
    """``SERVER`` in a command stands for the URL of a server that somebody has."""

    def __init__(self, processes: ProcessesBench) -> None:
        self._processes = processes
        self._held = ExitStack()
        self._live: LiveServer | None = None
        scratch = tempfile.mkdtemp(prefix="handrail_lost_", dir=place(executable=True))
        self._held.callback(shutil.rmtree, scratch)
        self._scratch = Path(scratch)
        self._scratch.chmod(0o711)  # a server of another account has to pass
        processes.environment["HANDRAIL_SCRATCH"] = scratch

    def run(self, command: str, victim: str) -> None:
        """The command ran to its end; the victim was killed as soon as a step was asleep."""
        self._processes.start(self._filled(command))
        until = time.monotonic() + _SOON
        while not self._sleeper() and time.monotonic() < until:
            time.sleep(0.01)
        os.kill(self._number(victim), signal.SIGKILL)
        self._processes.finish()

    def should_have_left_nothing(self) -> None:
        """No folder of the walk is there."""
        left = sorted(each.name for each in self._scratch.iterdir())
        assert not left, f"left behind: {left}"

    def should_be_left_as_found(self) -> None:
        """The server that somebody has is there, without a database of a run."""
        assert self._live, "no server was given"
        with self._live.connect() as session:
            left = session.execute(_LEFT).fetchall()
        assert not left, f"left on the server: {left}"

    def close(self) -> None:
        """The server has stopped."""
        self._held.close()

    def _filled(self, command: str) -> str:
        if "SERVER" not in command:
            return command
        self._live = LiveServer()
        self._held.callback(self._live.close)
        return command.replace("SERVER", f"{self._live.address}?connect_timeout=2")

    def _sleeper(self) -> str:
        """The number of the process that runs the step which sleeps; empty before that."""
        file = self._processes.path(_ASLEEP)
        return file.read_text(encoding="utf-8") if file.exists() else ""

    def _number(self, victim: str) -> int:
        if victim == "the process that runs it":
            return int(self._sleeper())
        if victim == "its own server":
            files = [self._scratch.glob(f"*/data/{name}") for name in _NUMBERED]
            (file,) = chain.from_iterable(files)
            return int(file.read_text(encoding="utf-8").split("\n", 1)[0])
        queries = {"that server": _SERVER, "its session on that server": _SLEEPERS}
        return self._asked(queries[victim])

    def _asked(self, query: str) -> int:
        """The one number that the server answers, as soon as it does."""
        assert self._live, "no server was given"
        until = time.monotonic() + _SOON
        with self._live.connect() as session:
            while time.monotonic() < until:
                if row := session.execute(query).fetchone():
                    return int(row[0])
        raise AssertionError(f"no answer to {query}")
