"""What a run prints: kept in part, and shown to nobody."""

from __future__ import annotations

import io
from typing import Any

from handrail.chains.words import legible

KEPT = 100_000
"""How many bytes are kept."""


class Printed(io.RawIOBase):
    """Takes whatever is written and keeps the beginning of it.

    What is written past Python, to the number of the file, goes where the process has it.
    """

    def __init__(self) -> None:
        self._kept = bytearray()

    def writable(self) -> bool:
        """Always."""
        return True

    def write(self, data: Any) -> int:
        """All of it counts as written."""
        self._kept += bytes(data[: KEPT - len(self._kept)])
        return len(data)

    def close(self) -> None:
        """It stays open: the next stream of the same run may write too."""

    def fileno(self) -> int:
        """That of the process's own standard output."""
        return 1

    def as_stream(self) -> io.TextIOWrapper:
        """What a program finds as its standard output."""
        return io.TextIOWrapper(
            self,  # type: ignore[arg-type]  # nothing is held back in a buffer
            encoding="utf-8",
            errors="backslashreplace",
            write_through=True,
        )

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines that hold anything."""
        text = self._kept.decode("utf-8", "replace")
        return tuple(legible(line) for line in text.splitlines() if line.strip())
