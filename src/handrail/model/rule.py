"""A rule of the catalogue: its name, how much it matters, what it says, what to do instead."""

from __future__ import annotations

from dataclasses import dataclass

from handrail.model.chain import Direction
from handrail.model.finding import Evidence, Finding, Severity
from handrail.model.outcome import Location


@dataclass(frozen=True, slots=True)
class Rule:
    """One entry of the catalogue.

    ``explanation`` is the docstring of the rule's own module, which is what ``handrail explain``
    prints: what the rule means, an example, why it hurts, the remedy at length. ``remedy`` is the
    one sentence that goes with every finding.
    """

    name: str
    severity: Severity
    remedy: str
    explanation: str

    @property
    def summary(self) -> str:
        """The first line of the explanation."""
        return self.explanation.strip().splitlines()[0]

    def finding(
        self,
        *,
        revision: str,
        direction: Direction,
        message: str,
        severity: Severity | None = None,
        database: str | None = None,
        location: Location | None = None,
        evidence: Evidence = Evidence(),  # noqa: B008 - it is frozen
        cause: str = "",
    ) -> Finding:
        """A finding of this rule, of its own weight unless told, with its own remedy."""
        return Finding(
            rule=self.name,
            severity=severity or self.severity,
            revision=revision,
            direction=direction,
            message=message,
            database=database,
            location=location,
            evidence=evidence,
            remedy=self.remedy,
            cause=cause,
        )
