"""What Handrail reports: findings with their evidence, refusals, and what could not be tried."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from handrail.model.chain import Direction
from handrail.model.hazard import Row
from handrail.model.outcome import Location
from handrail.model.trail import Trail


class Severity(StrEnum):
    """How much a finding matters; the order of the members is the order of weight."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    def at_least(self, other: Severity) -> bool:
        """Whether this weighs as much as ``other`` or more."""
        order = list(Severity)
        return order.index(self) <= order.index(other)


@dataclass(frozen=True, slots=True)
class Change:
    """One row of a table before and after; None where it was not there."""

    table: str
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was seen: the rows that were put in, the statement, the error, what changed."""

    hazard: str | None = None
    statement: str | None = None
    error: str | None = None
    rows: tuple[Row, ...] = ()
    left_behind: tuple[str, ...] = ()
    changed: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule broken by one step, with the evidence.

    Audited findings have no ``database``: a file was read, nothing was run.
    """

    rule: str
    severity: Severity
    revision: str
    direction: Direction
    message: str
    database: str | None = None
    location: Location | None = None
    evidence: Evidence = Evidence()
    remedy: str = ""
    reproduce: str = ""
    cause: str = ""
    """What tells this finding from another of the same rule at the same step."""
    enforced: bool = False
    """Whether it was seen with foreign keys enforced, of which the chain says nothing."""
    accepted: str = ""
    """The reason for which it is accepted, and fails no run."""
    trail: Trail | None = None
    """How a scenario shows it, where that was asked for and there is a way."""

    def fails(self, threshold: Severity | None) -> bool:
        """Whether it weighs as much as the threshold and is not accepted; never without one."""
        return threshold is not None and not self.accepted and self.severity.at_least(threshold)

    @property
    def fingerprint(self) -> str:
        """The same sixteen hexadecimal digits for the same finding in every run."""
        parts = (self.rule, self.revision, self.direction, self.database or "", self.cause)
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A step that said no in words before it changed anything.

    ``unsaid`` lists what its message should have named and did not: the table, the number of rows.
    """

    revision: str
    direction: Direction
    database: str
    message: str
    rows: tuple[Row, ...] = ()
    unsaid: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotExercised:
    """Something that could not be tried, with the reason in the database's own words."""

    revision: str
    direction: Direction
    database: str
    reason: str
