"""A rule of the catalogue: its name, how much it matters, what it says, what to do instead."""

from __future__ import annotations

from dataclasses import dataclass

from handrail.model.finding import Severity


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
