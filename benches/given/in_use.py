"""What servers that somebody has share, whatever they speak: they are watched by whoever tests."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from typing import Any

SOON = 10.0
"""Seconds within which a server answers, or sees that somebody has gone."""


class InUse(ABC):
    """A server with a database in use, and with sessions of the user ``maker``."""

    def __init__(self) -> None:
        self._sight: list[Any] = []

    @abstractmethod
    def sessions(self) -> int:
        """How many ``maker`` has."""

    @abstractmethod
    def _seen(self) -> list[Any]:
        """What the database in use holds now."""

    def wait_for_sessions(self, number: int) -> None:
        """``maker`` has no more than that number, soon."""
        until = time.monotonic() + SOON
        while self.sessions() > number:
            assert time.monotonic() < until, "sessions of a dead run stay"
            time.sleep(0.01)

    def look(self) -> None:
        """What the database in use holds is known from now on."""
        self._sight = self._seen()

    def is_as_it_was(self) -> bool:
        """Whether the database in use holds what it held."""
        return self._seen() == self._sight
