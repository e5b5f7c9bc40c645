"""What a run lets be known beside what it raises."""

from __future__ import annotations

import io
from dataclasses import dataclass, field

from handrail.chains.printing import Printed
from handrail.chains.surroundings import Surroundings
from handrail.model import Location


@dataclass(slots=True)
class Said:
    """What was printed, where the ledger is, and how far the run had come."""

    printed: Printed = field(default_factory=Printed)
    ledger: str = "alembic_version"
    ledger_column: str = "version_num"
    surroundings: Surroundings | None = None
    """What the first step found in its process."""
    contexts: int = 0
    """How many databases env.py takes to run migrations on."""
    place: Location | None = None
    """The place in a file that was reached, where no line of Python tells it."""
    refused: bool = False
    """Whether what was raised are the migration's own words, where no Python says so."""

    def begin(self) -> None:
        """The run has come as far as running migrations."""
        self.surroundings = self.surroundings or Surroundings()

    @property
    def reached(self) -> bool:
        """Whether it came as far as running migrations."""
        return self.surroundings is not None

    @property
    def output(self) -> io.TextIOWrapper:
        """Where the run is to print."""
        return self.printed.as_stream()
