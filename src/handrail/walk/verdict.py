"""Is this a refusal? Pure, from an outcome and what stood before and after it."""

from __future__ import annotations

from dataclasses import replace

from handrail.model import Outcome, OutcomeKind, Snapshot


def judged(outcome: Outcome, before: Snapshot, after: Snapshot) -> Outcome:
    """The same outcome, called refused when the step said no in words and changed nothing.

    A step that says no after it has changed something stays crashed: it said no too late.
    """
    if outcome.kind is OutcomeKind.CRASHED and outcome.deliberate and before == after:
        return replace(outcome, kind=OutcomeKind.REFUSED)
    return outcome


def said_no_too_late(outcome: Outcome) -> bool:
    """Whether a step refused on purpose although it had already changed something."""
    return outcome.kind is OutcomeKind.CRASHED and outcome.deliberate
