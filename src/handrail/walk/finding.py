"""How a rule of the walk words what it found at a visit."""

from __future__ import annotations

from dataclasses import replace

from handrail.model import (
    Direction,
    Evidence,
    Finding,
    Location,
    Revision,
    Severity,
    Step,
    Trail,
)
from handrail.model.rule import Rule
from handrail.walk.passage import Leg, Passage, Visit


def found(  # noqa: PLR0913 - what a finding says
    rule: Rule,
    visit: Visit,
    direction: Direction,
    message: str,
    *,
    evidence: Evidence,
    severity: Severity | None = None,
    location: Location | None = None,
    cause: str = "",
    steps: tuple[Step, ...] = (),
) -> Finding:
    """A finding of the rule's own weight, placed where the step's function begins, unless told.

    ``steps`` are those that show it over the rows of the evidence; without them there is no trail.
    """
    finding = rule.finding(
        severity=severity,
        revision=visit.revision.identifier,
        direction=direction,
        message=message,
        database=visit.database,
        location=location or beginning(visit, direction),
        evidence=evidence,
        cause=cause,
    )
    return replace(finding, trail=Trail((), steps, evidence.rows)) if steps else finding


def steps_to(passage: Passage, leg: Leg) -> tuple[Step, ...]:
    """The steps of a passage up to one of its legs."""
    return tuple(each.step for each in passage.legs[: passage.legs.index(leg) + 1])


def strange(finding: Finding) -> Finding:
    """An error that strange values alone have shown: a warning that says so."""
    message = f"{finding.message} (with a value that no declared type of its column allows)"
    return replace(finding, severity=Severity.WARNING, message=message)


def stumbling(finding: Finding) -> Finding:
    """A crash of the code that hangs on what a made-up text says: a warning that says so."""
    message = f"{finding.message} (it reads a text, and with other words in it does not)"
    return replace(finding, severity=Severity.WARNING, message=message)


def beginning(visit: Visit, direction: Direction) -> Location:
    """Where the function of that direction begins in the revision's file."""
    return beginning_of(visit.revision, direction)


def beginning_of(revision: Revision, direction: Direction) -> Location:
    """The same, of a revision that was not visited."""
    if direction is Direction.UPGRADE:
        return Location(revision.file, revision.line)
    return Location(revision.downgrade_file or revision.file, revision.downgrade_line)


def place_in(visit: Visit, leg: Leg) -> Location:
    """The line that a step had reached, or where its function begins."""
    return leg.outcome.location or beginning(visit, leg.step.direction)
