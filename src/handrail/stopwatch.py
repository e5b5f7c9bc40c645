"""Seconds by phase, each second counted once; next to nothing where nobody asks for them.

A phase inside another takes its time from that one. Each thread has a stopwatch of its own, or
none: what is counted is the time that passes for this thread, waiting included.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import wraps
from threading import local
from time import perf_counter
from typing import ParamSpec, TypeVar

from handrail.model import Phase, Spent

P = ParamSpec("P")
R = TypeVar("R")


class Stopwatch:
    """Counts for the thread that runs it, in seconds of a clock."""

    def __init__(self, clock: Callable[[], float] = perf_counter) -> None:
        self._clock = clock
        self._seconds: dict[str, float] = {}
        self._phase = Phase.OTHER
        self._since = 0.0

    @contextmanager
    def running(self) -> Iterator[None]:
        """Count what this thread does meanwhile."""
        before, _RUNNING.stopwatch = _RUNNING.stopwatch, self
        self._since = self._clock()
        try:
            yield
        finally:
            self.turn(Phase.OTHER)
            _RUNNING.stopwatch = before

    def turn(self, phase: Phase) -> Phase:
        """From now on it is that phase; the one that it was until now."""
        now, before = self._clock(), self._phase
        self._seconds[before] = self._seconds.get(before, 0.0) + now - self._since
        self._phase, self._since = phase, now
        return before

    def move(self, phase: Phase, seconds: float) -> None:
        """So much of what the present phase has counted belongs to another."""
        for each, more in ((self._phase, -seconds), (phase, seconds)):
            self._seconds[each] = self._seconds.get(each, 0.0) + more

    @property
    def phases(self) -> Mapping[str, float]:
        """The seconds of each phase that there was, in their order."""
        return {phase: self._seconds[phase] for phase in Phase if phase in self._seconds}

    def spent(self, of: str) -> Spent:
        """What was counted until now, as that of something."""
        return Spent(of, sum(self._seconds.values()), self.phases)


class _Running(local):
    """The stopwatch of this thread."""

    stopwatch: Stopwatch | None = None


_RUNNING = _Running()


def running() -> Stopwatch | None:
    """The stopwatch of this thread, where one runs."""
    return _RUNNING.stopwatch


def timed(phase: Phase) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Count what a function does to a phase, where a stopwatch runs."""

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        @wraps(function)
        def counted(*args: P.args, **kwargs: P.kwargs) -> R:
            stopwatch = _RUNNING.stopwatch
            if stopwatch is None:
                return function(*args, **kwargs)
            before = stopwatch.turn(phase)
            try:
                return function(*args, **kwargs)
            finally:
                stopwatch.turn(before)

        return counted

    return decorate
