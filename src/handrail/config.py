"""What a user may ask of a walk."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Data(StrEnum):
    """Which rows are put in front of each step."""

    NONE = "none"
    PLAIN = "plain"
    ADVERSARIAL = "adversarial"


@dataclass(frozen=True, slots=True)
class WalkOptions:
    """The options of ``handrail walk`` that change what is walked.

    ``rows`` is how many rows the larger load holds when statements are counted at two sizes.
    ``only`` and ``since`` are revision identifiers; ``seconds`` and ``memory``, in MiB,
    limit each step.
    """

    data: Data = Data.ADVERSARIAL
    rows: int = 16
    only: str | None = None
    since: str | None = None
    seconds: float = 10.0
    memory: int = 1024
    arguments: tuple[str, ...] = ()
    runner: str | None = None
    """The user's own runner: ``module:callable``, or a command with {url} and {folder}."""
    seed: int = 0
    """Another one tries other legal values of those that a column may have first."""
    faults: bool = False
    """Whether each statement of each step is made to fail once."""
    baseline: str | None = None
    """What stands before the first revision: a file of SQL, or ``module:callable``."""
    trails: bool = False
    """Whether findings are told with the trails that scenarios go."""
    leave_out: bool = False
    """Whether a database is passed over that the first revision was not written for."""
