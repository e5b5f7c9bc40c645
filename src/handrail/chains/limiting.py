"""The limits of a run, kept from inside: time, memory, and what stops a statement of SQLite's."""

from __future__ import annotations

import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

from sqlalchemy import Engine, event

from handrail.chains.requests import Limits

MIB = 1024 * 1024
_STATM = Path("/proc/self/statm")
_PAGE = resource.getpagesize()
_SLICE = 100_000
"""Instructions of SQLite's own machine between two looks at the clock: about a millisecond."""


class LimitReached(BaseException):
    """Raised inside a step to stop it; no ``except Exception`` of the step can hold it up."""


class Limiter:
    """Stops a run at its limits; ``reached`` says at which, also where the step has eaten that.

    Where the step turns a deaf ear to the alarm, only killing its process helps.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._found = memory_taken()
        self.reached: str | None = None

    @property
    def keeps_memory(self) -> bool:
        """Whether the run has kept so much that the next one might not have enough."""
        return memory_taken() - self._found > self._limits.memory * MIB / 2

    def stop(self, words: str) -> NoReturn:
        """End the run; ``words`` follow after "stopped after"."""
        self.reached = self.reached or words
        raise LimitReached(self.reached)

    def check(self) -> None:
        """Once a limit was reached, the run does nothing more."""
        if self.reached:
            self.stop(self.reached)

    def stopped(self, error: BaseException | None, deliberate: bool) -> str | None:
        """The limit that ended the run, also where the database has put other words to it."""
        while error and not isinstance(error, MemoryError):
            error = error.__cause__ or error.__context__
        if error and not deliberate and not self.reached:
            self.reached = f"taking more than {self._limits.memory} MiB of memory"
        return self.reached

    @contextmanager
    def limiting(self) -> Iterator[None]:
        """Keep the limits meanwhile. Linux alone heeds that of memory."""
        soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
        most = self._found + self._limits.memory * MIB
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        previous = signal.signal(signal.SIGALRM, self._out_of_time)
        event.listen(Engine, "connect", self._watch_over)
        signal.setitimer(signal.ITIMER_REAL, self._limits.seconds)
        resource.setrlimit(resource.RLIMIT_DATA, (most, hard))
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))
            event.remove(Engine, "connect", self._watch_over)
            signal.signal(signal.SIGALRM, previous)

    def _out_of_time(self, _signal: int, _frame: FrameType | None) -> None:
        self.stop(f"{self._limits.seconds:g} s without coming to an end")

    def _watch_over(self, connection: Any, _record: object) -> None:
        """SQLite asks in the middle of a statement, which no signal would interrupt."""
        if hasattr(connection, "set_progress_handler"):
            connection.set_progress_handler(lambda: self.reached is not None, _SLICE)


def memory_taken() -> int:
    """Bytes that this process has for itself; 0 where the system does not tell."""
    return int(_STATM.read_text().split()[5]) * _PAGE if _STATM.exists() else 0
