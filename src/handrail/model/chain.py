"""What is migrated: revisions, their order, and the steps they make."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Direction(StrEnum):
    """Up or down one revision."""

    UPGRADE = "upgrade"
    DOWNGRADE = "downgrade"

    @property
    def back(self) -> Direction:
        """The direction that undoes this one."""
        return Direction.DOWNGRADE if self is Direction.UPGRADE else Direction.UPGRADE


@dataclass(frozen=True, slots=True)
class Revision:
    """One migration of a chain, as its source file declares it.

    ``parents`` are the revisions it stands on (several for a merge, none for a base),
    ``depends_on`` those it merely needs applied. ``file`` is an absolute path.
    """

    identifier: str
    parents: tuple[str, ...]
    file: str
    message: str = ""
    depends_on: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    """The labels of the branch that it is on."""
    line: int = 1
    """Where the revision's ``upgrade`` begins."""
    downgrade_line: int = 1
    """Where its ``downgrade`` begins, or 1 where it has none."""
    downgrade_file: str | None = None
    """The file that its ``downgrade`` is in, where that is another one."""
    is_repeatable: bool = False
    """Run again whenever it changes, and never undone (Flyway's ``R__``)."""


@dataclass(frozen=True, slots=True)
class Step:
    """One revision in one direction."""

    revision: str
    direction: Direction

    def __str__(self) -> str:
        return f"{self.direction} of {self.revision}"
