"""Other runs of Handrail: held, ended in every way there is, and what they leave behind."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from benches.containers import CONTAINERS, IMAGE, containers_of, kill_all
from benches.processes_bench import ProcessesBench
from benches.wheels import put_wheel
from handrail.databases.places import place

_SOON = 10.0
"""Seconds within which all that a run started must be gone."""
_SIGNALS = {"the end of its work": "SIGUSR1", "an exception": "SIGUSR2"}
"""How a run is told to end, where it is not by the signal that ends it."""


class RunsBench:
    """Runs that put their scratch folders into one place, which nobody else uses.

    ``kind`` is what their databases are.
    """

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._base = Path(tempfile.mkdtemp(prefix="handrail_runs_", dir=place(executable=True)))
        self._base.chmod(0o711)  # a server of another account has to pass
        self._place = self._base / "place"
        self._place.mkdir()
        self._runs: dict[str, ProcessesBench] = {}
        self.environment = {"HANDRAIL_SCRATCH": str(self._place)}
        """What is set for runs beside the inherited environment."""

    def start(self, name: str, databases: int = 1, child: str = "") -> None:
        """A run of that name holds as many databases; AssertionError where it cannot."""
        self._launch(name, databases, child).wait_for_words("ready")

    def start_halfway(self, name: str) -> None:
        """A run of that name has begun to make the data folder of its server."""
        self._launch(name, 1)
        until = time.monotonic() + _SOON
        while not list(self._place.glob("*/data")) and time.monotonic() < until:
            time.sleep(0.001)

    def attempt(self, name: str) -> None:
        """A run of that name asked for one database, had none, and has ended."""
        self._launch(name, 1).finish()

    def end(self, name: str, cause: str) -> None:
        """The run has ended: by the end of its work, an exception, or the signal of that name."""
        self._runs[name].send(_SIGNALS.get(cause, cause))
        self._runs[name].finish()

    def kill_with_keeper(self, name: str) -> None:
        """A run of that name and its keeper are dead; what they held is still there."""
        self.start(name)
        self._kill("handrail-keeper")
        self.end(name, "SIGKILL")
        assert self._left(), f"nothing is left of {name!r}, so that there is nothing to find"

    def kill_server(self) -> None:
        """The database server of the runs is dead."""
        self._kill("bin/postgres")

    def kill_containers(self) -> None:
        """The servers that the runs have in containers are dead."""
        kill_all(self._containers())

    def use_containers(self, image: str = IMAGE) -> None:
        """Runs that are started from now on have their databases in a container of that image."""
        self.use_place(f"{CONTAINERS}:{image}")

    def use_place(self, asked: str) -> None:
        """Runs that are started from now on have their databases where ``--database`` says so."""
        self._kind = asked

    def use_wheel(self, state: str) -> None:
        """Runs find a wheel of PostgreSQL in that state, one of those that ``wheels`` knows."""
        places = [str(put_wheel(state, self._base / "wheel")), os.environ.get("PYTHONPATH", "")]
        self.environment["PYTHONPATH"] = os.pathsep.join(filter(None, places))

    def should_answer(self, name: str, databases: int) -> None:
        """The run can use all its databases, makes one more, and ends well."""
        self.end(name, "the end of its work")
        self._runs[name].should_print(f"{databases + 1} databases answer")
        self._runs[name].should_exit_with(0)

    def should_say(self, name: str, words: str) -> None:
        """The run ended in failure and with one line on standard error that has the words."""
        said = self._runs[name].stderr.strip()
        assert "\n" not in said, f"{name!r} said more than a line:\n{said}"
        self.should_say_at_last(name, words)

    def should_say_at_last(self, name: str, words: str) -> None:
        """The run ended in failure, and the last line on standard error has the words."""
        said = self._runs[name].stderr.strip().splitlines() or [""]
        assert words in said[-1], f"{name!r} said {said!r}, expected {words!r}"
        self._runs[name].should_exit_with(1)

    def should_have_said(self, name: str, words: str) -> None:
        """A line on standard error before the last one has the words."""
        said = self._runs[name].stderr.strip().splitlines()[:-1]
        assert any(words in line for line in said), f"{name!r} said {said!r}, expected {words!r}"

    def should_have_left_nothing(self) -> None:
        """No folder, socket or process of the runs is there, or they go within seconds."""
        left = self._left_in_the_end()
        assert not left, f"left behind: {left}"

    def folders_should_be_private(self) -> None:
        """There is a scratch folder, and the owner alone can enter it."""
        modes = {folder.name: oct(folder.stat().st_mode & 0o777) for folder in self._folders()}
        assert set(modes.values()) == {oct(0o700)}, f"expected {oct(0o700)} of each: {modes}"

    def close(self) -> None:
        """No run is left, and nothing of it."""
        for run in self._runs.values():
            run.close()
        self._left_in_the_end()
        for process in _processes(self._base):
            _send(process, signal.SIGKILL)
        shutil.rmtree(self._base, ignore_errors=True)

    def _launch(self, name: str, databases: int, child: str = "") -> ProcessesBench:
        run = self._runs[name] = ProcessesBench()
        run.environment = self.environment
        program = "python -m benches.scratch_run"
        run.start(f"{program} {self._kind} {databases} {child}")
        return run

    def _kill(self, words: str) -> None:
        """Processes of the runs with these words in their command have ended.

        All are stopped first, since a keeper that sees the other one die begins to tidy up.
        """
        processes = _processes(self._place)
        found = {process for process, command in processes.items() if words in command}
        for number in (signal.SIGSTOP, signal.SIGKILL):
            for process in found:
                _send(process, number)
        until = time.monotonic() + _SOON
        while _processes(self._place).keys() & found and time.monotonic() < until:
            time.sleep(0.01)

    def _left_in_the_end(self) -> list[str]:
        """What is there still when keepers have had the time that they need."""
        until = time.monotonic() + _SOON
        while self._left() and time.monotonic() < until:
            time.sleep(0.01)
        return self._left()

    def _left(self) -> list[str]:
        there = [*map(str, self._folders()), *_processes(self._place).values()]
        return [*there, *self._containers()]

    def _containers(self) -> list[str]:
        if not self._kind.startswith(CONTAINERS):
            return []
        return containers_of({run.number for run in self._runs.values()})

    def _folders(self) -> list[Path]:
        return sorted(self._place.iterdir())


def _processes(place: Path) -> dict[int, str]:
    """Commands by process, of all that name the place or stand in it."""
    found = {}
    for entry in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it has just ended, or it is somebody else's
            command = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode()
            if str(place) in f"{command} {(entry / 'cwd').readlink()}":
                found[int(entry.name)] = command
    return found


def _send(process: int, number: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        os.kill(process, number)
