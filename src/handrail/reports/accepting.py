"""A report as a project wants it judged: rules weighed anew, and what is accepted marked (pure)."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass, replace
from os.path import normpath

from handrail.model import Finding, Report
from handrail.reports.acceptances import Acceptance, Opinions
from handrail.reports.rules import stale_acceptance


@dataclass(frozen=True, slots=True)
class Scope:
    """What a run looked at, so that it can be told what it would have found.

    ``visited`` are the revisions that it was narrowed to, None where it was not; ``faults`` tells
    whether statements were made to fail. ``call`` is the command as a user types it.
    """

    command: str
    call: str
    visited: Set[str] | None = None
    faults: bool = False


def judged(report: Report, opinions: Opinions, scope: Scope) -> Report:
    """The same findings, weighed, and those that are accepted marked with the reason.

    An acceptance that matches none, though the run looked there, is a finding itself.
    """
    weighed = tuple(
        replace(finding, severity=opinions.severities.get(finding.rule, finding.severity))
        for finding in report.findings
    )
    marked = tuple(_marked(finding, report, opinions, scope) for finding in weighed)
    return replace(report, findings=(*marked, *stale(report, opinions, scope)))


def _marked(finding: Finding, report: Report, opinions: Opinions, scope: Scope) -> Finding:
    reasons = (
        acceptance.reason
        for acceptance in opinions.acceptances
        if acceptance.fingerprint == finding.fingerprint and _is_about(acceptance, report, scope)
    )
    return replace(finding, accepted=next(reasons, ""))


def _is_about(acceptance: Acceptance, report: Report, scope: Scope) -> bool:
    """Whether it speaks of this command and target, as far as it says."""
    its_target = not acceptance.target or normpath(acceptance.target) == normpath(report.target)
    return its_target and acceptance.command in ("", scope.command)


def stale(report: Report, opinions: Opinions, scope: Scope) -> Iterator[Finding]:
    """A finding for each acceptance that matches none, though the run looked there."""
    there = {finding.fingerprint for finding in report.findings}
    unmatched = [
        acceptance
        for acceptance in opinions.acceptances
        if acceptance.fingerprint not in there and _was_looked_for(acceptance, report, scope)
    ]
    severity = opinions.severities.get(stale_acceptance.RULE.name)
    for finding in stale_acceptance.judge(unmatched, scope.call):
        yield replace(finding, severity=severity or finding.severity)


def _was_looked_for(acceptance: Acceptance, report: Report, scope: Scope) -> bool:
    """Whether the run would have found it; one that says of no command is held to be of a walk."""
    missing = {(each.revision, each.database) for each in report.not_exercised}
    places = {(acceptance.revision, name) for name in report.walked.databases}
    if acceptance.database:
        places = {(acceptance.revision, acceptance.database)}
    return (
        _is_about(acceptance, report, scope)
        and (acceptance.command or "walk") == scope.command
        and acceptance.database in ("", *report.walked.databases)
        and acceptance.faults in (False, scope.faults)
        and (scope.visited is None or acceptance.revision in scope.visited)
        and not places & missing
    )
