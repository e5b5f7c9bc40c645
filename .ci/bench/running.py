"""One command, run to its end: how long it took, and how much memory it held."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from threading import Timer

AFTER = 30.0
"""Seconds that a command may take to end after it was asked to."""
ORPHANS = 3.0
"""Seconds in which what a command left behind ends by itself."""
ADOPT_ORPHANS = 36
"""Linux's PR_SET_CHILD_SUBREAPER: steps run below a process that outlives the command."""
SERVER = "postgres"


@dataclass(frozen=True)
class Ran:
    """What a command took; ``mib`` is the most that any one of its processes held.

    Steps have processes of their own. A server's are not counted.
    """

    seconds: float
    mib: float
    output: bytes


@dataclass(frozen=True)
class Ended:
    """A process that has ended."""

    process: int
    code: int
    mib: float


class FailedError(Exception):
    """A command that failed, with its words."""


class OutOfTimeError(Exception):
    """A command that did not end in its time, and was ended."""


def adopt_orphans() -> None:
    """Be told of what loses its parent."""
    ctypes.CDLL(None).prctl(ADOPT_ORPHANS, 1, 0, 0, 0)


def run(command: Sequence[str], environment: Mapping[str, str], at_most: float) -> Ran:
    """Run it; raises OutOfTimeError, or FailedError."""
    others = _children()
    with TemporaryFile() as out, TemporaryFile() as err:
        began = time.perf_counter()
        process = subprocess.Popen(
            command, env={**os.environ, **environment}, stdout=out, stderr=err
        )
        with _ended_after(process.pid, at_most):
            ended = list(_until(process.pid))
        seconds = time.perf_counter() - began
        process.returncode = ended[-1].code
        ended += _orphans(others)
        if seconds >= at_most:
            raise OutOfTimeError
        out.seek(0)
        err.seek(0)
        said = out.read()
        if process.returncode:
            words = (said + err.read()).decode(errors="replace")
            raise FailedError(f"{' '.join(command)} failed:\n{words}")
    return Ran(seconds, max(each.mib for each in ended), said)


@contextlib.contextmanager
def _ended_after(process: int, seconds: float) -> Iterator[None]:
    """Asked to end when its time is over, so that it takes its databases away; then killed."""
    timers = [
        Timer(seconds, os.kill, (process, signal.SIGTERM)),
        Timer(seconds + AFTER, os.kill, (process, signal.SIGKILL)),
    ]
    for timer in timers:
        timer.daemon = True
        timer.start()
    try:
        yield
    finally:
        for timer in timers:
            timer.cancel()


def _until(process: int) -> Iterator[Ended]:
    """Whatever ends, up to that process."""
    while True:
        ended = _next(os.WEXITED)
        if ended:
            yield ended
            if ended.process == process:
                return


def _orphans(others: set[int]) -> Iterator[Ended]:
    """What the command left behind and ends now."""
    until = time.monotonic() + ORPHANS
    while _children() - others and time.monotonic() < until:
        ended = _next(os.WEXITED | os.WNOHANG)
        if ended:
            yield ended
        else:
            time.sleep(0.01)


def _next(options: int) -> Ended | None:
    """The next that has ended, with the most that it or one of those that it waited for held."""
    there = os.waitid(os.P_ALL, 0, options | os.WNOWAIT)
    if there is None:
        return None
    name = Path(f"/proc/{there.si_pid}/comm").read_text(encoding="utf-8").strip()
    process, status, usage = os.wait4(there.si_pid, 0)
    mib = 0.0 if name == SERVER else usage.ru_maxrss / 1024
    return Ended(process, os.waitstatus_to_exitcode(status), mib)


def _children() -> set[int]:
    found: set[int] = set()
    for file in Path("/proc/self/task").glob("*/children"):
        with contextlib.suppress(FileNotFoundError):  # the thread has just ended
            found |= {int(each) for each in file.read_text(encoding="ascii").split()}
    return found
