"""Which findings make one feature: those of one behaviour, whatever database showed it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from handrail.model import Finding
from handrail.writing.forms import is_asked

Place = tuple[str | int, ...]
"""Rule, revision, and where a scenario goes the finding's own way: direction, subject, number."""


@dataclass(frozen=True, slots=True)
class Story:
    """One behaviour that is not as it should be, with the findings of each database."""

    findings: tuple[Finding, ...]

    @property
    def first(self) -> Finding:
        """The finding of the database that was walked first."""
        return self.findings[0]

    @property
    def databases(self) -> tuple[str, ...]:
        """The kinds of database that show it, in the order of the findings."""
        return tuple(dict.fromkeys(each.database for each in self.findings if each.database))

    @property
    def fingerprints(self) -> tuple[str, ...]:
        """Those of its findings."""
        return tuple(each.fingerprint for each in self.findings)


def stories(findings: Iterable[Finding]) -> tuple[Story, ...]:
    """The findings as stories, in the order in which each was first told.

    A story has one finding of each kind of database, but for what is asked of a revision as a
    whole: there all that breaks a rule is one story.
    """
    found: dict[Place, list[Finding]] = {}
    for finding in findings:
        found.setdefault(_place(finding, found), []).append(finding)
    return tuple(Story(tuple(each)) for each in found.values())


def _place(finding: Finding, found: Mapping[Place, list[Finding]]) -> Place:
    """The first story of its key that has nothing yet to say of its database."""
    if is_asked(finding):
        return finding.rule, finding.revision, 0
    about = (finding.rule, finding.revision, finding.direction, subject(finding))
    number = 0
    while any(each.database == finding.database for each in found.get((*about, number), ())):
        number += 1
    return (*about, number)


def subject(finding: Finding) -> str:
    """What it is about, in the same words on every kind of database; empty for the whole step.

    The words of an error belong to one database: there it is the tables whose rows show it.
    """
    hazard = finding.evidence.hazard
    if hazard is not None and hazard == finding.cause:
        return hazard
    return ", ".join(tables(finding)) if finding.evidence.error else finding.cause


def tables(finding: Finding) -> tuple[str, ...]:
    """The tables of the rows that show it, and of those that it changed."""
    rows = finding.trail.rows if finding.trail else finding.evidence.rows
    told = (*(row.table for row in rows), *(each.table for each in finding.evidence.changed))
    return tuple(dict.fromkeys(told))
