"""What one run of the walk or the audit has to say."""

from __future__ import annotations

from dataclasses import dataclass

from handrail.model.finding import Finding, NotExercised, Refusal, Severity
from handrail.model.part import Part
from handrail.model.stair import Stair
from handrail.model.timings import Timings


@dataclass(frozen=True, slots=True)
class Walked:
    """How much was walked; ``steps`` counts every step that was run, retries included."""

    revisions: int = 0
    databases: tuple[str, ...] = ()
    steps: int = 0
    hazards_found: int = 0
    hazards_exercised: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that was seen, in an order that is the same in every run."""

    target: str
    walked: Walked
    findings: tuple[Finding, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    not_exercised: tuple[NotExercised, ...] = ()
    stairs: tuple[Stair, ...] = ()
    """Each revision that was visited, in the order of the chain; none where nothing was walked."""
    part: Part | None = None
    """Which shard of a walk it tells of, where it was divided."""
    timings: Timings | None = None
    """Where the time went, where that was asked for."""

    @property
    def standing(self) -> tuple[Finding, ...]:
        """The findings that nobody has accepted."""
        return tuple(finding for finding in self.findings if not finding.accepted)

    def count(self, severity: Severity) -> int:
        """How many findings weigh exactly that, those left out that are accepted."""
        return sum(finding.severity is severity for finding in self.standing)

    def fails(self, threshold: Severity | None) -> bool:
        """Whether a finding weighs as much as the threshold; never where there is none."""
        return any(finding.fails(threshold) for finding in self.findings)
