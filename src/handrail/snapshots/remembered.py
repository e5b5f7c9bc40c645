"""What was read once and need not be read again."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Found = TypeVar("Found")


class Remembered(Generic[Key, Found]):
    """Values by their keys; all are forgotten when they become more than ``most``."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._found: dict[Key, Found] = {}

    def get(self, key: Key, find: Callable[[], Found]) -> Found:
        """The very same value each time it is asked for, found when it is not known."""
        found = self._found.get(key)
        if found is None:
            found = find()
            if len(self._found) >= self._most:
                self._found = {}
            self._found[key] = found
        return found
