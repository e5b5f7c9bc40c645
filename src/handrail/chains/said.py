"""What a run lets be known beside what it raises."""

from __future__ import annotations

import io
from dataclasses import dataclass, field

from handrail.model import Location


@dataclass(slots=True)
class Said:
    """Lines printed, where the ledger is, and how far the run had come."""

    output: io.StringIO = field(default_factory=io.StringIO)
    ledger: str = "alembic_version"
    ledger_column: str = "version_num"
    reached: bool = False
    """Whether it came as far as running migrations."""
    place: Location | None = None
    """The place in a file that was reached, where no line of Python tells it."""
    refused: bool = False
    """Whether what was raised are the migration's own words, where no Python says so."""

    @property
    def lines(self) -> tuple[str, ...]:
        """The printed lines that hold anything."""
        return tuple(line for line in self.output.getvalue().splitlines() if line.strip())
