"""One command, run to its end: how long it took, and how much memory it held."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from tempfile import TemporaryFile
from threading import Timer

AFTER = 30.0
"""Seconds that a command may take to end after it was asked to."""


@dataclass(frozen=True)
class Ran:
    """What a command took; ``mib`` is the most that any one of its processes held."""

    seconds: float
    mib: float
    output: bytes


class OutOfTimeError(Exception):
    """A command that did not end in its time, and was ended."""


def run(command: Sequence[str], environment: Mapping[str, str], at_most: float) -> Ran:
    """Run it; raises OutOfTimeError, and SystemExit with its words where it fails."""
    with TemporaryFile() as out, TemporaryFile() as err:
        began = time.perf_counter()
        process = subprocess.Popen(
            command, env={**os.environ, **environment}, stdout=out, stderr=err
        )
        with _ended(process, at_most) as timer:
            # Of all that were waited for, the largest: a step has a process of its own.
            _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if not timer.is_alive() and seconds >= at_most:
            raise OutOfTimeError
        out.seek(0)
        err.seek(0)
        said = out.read()
        if process.returncode:
            words = (said + err.read()).decode(errors="replace")
            raise SystemExit(f"{' '.join(command)} failed:\n{words}")
    return Ran(seconds, usage.ru_maxrss / 1024, said)


@contextlib.contextmanager
def _ended(process: subprocess.Popen[bytes], at_most: float) -> Iterator[Timer]:
    """Asked to end when its time is over, so that it takes its databases away; then killed."""
    timers = [
        Timer(at_most, os.kill, (process.pid, signal.SIGINT)),
        Timer(at_most + AFTER, os.kill, (process.pid, signal.SIGKILL)),
    ]
    for timer in timers:
        timer.daemon = True
        timer.start()
    try:
        yield timers[0]
    finally:
        for timer in timers:
            timer.cancel()
