"""A report as text: what broke, with which rows, what was left, what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from handrail.model import Change, Evidence, Finding, Report, Row, Severity
from handrail.reports.places import shown

WIDTH = 160
"""Where a long value, statement or error is cut."""


def as_text(report: Report) -> str:
    """The whole report, findings by weight, then refusals, then what was not exercised."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    for severity in Severity:
        for finding in report.findings:
            if finding.severity is severity:
                yield from _finding(finding)
                yield ""
    yield from _refusals(report)
    yield from _not_exercised(report)
    yield _summary(report)


def _finding(finding: Finding) -> Iterator[str]:
    where = f" on {finding.database}" if finding.database else ""
    yield f"{finding.severity} {finding.rule}: {finding.direction} of {finding.revision}{where}"
    yield f"  {_cut(finding.message)}"
    if finding.location:
        yield f"  at           {shown(finding.location.file)}:{finding.location.line}"
    yield from _evidence(finding.evidence, finding.message)
    yield f"  remedy       {finding.remedy}"
    if finding.reproduce:
        yield f"  see it again {finding.reproduce}"
    yield f"  fingerprint  {finding.fingerprint}"


def _evidence(evidence: Evidence, message: str) -> Iterator[str]:
    if evidence.hazard and evidence.hazard not in message:
        yield f"  with         {_cut(evidence.hazard)}"
    yield from _several("rows", [_row(row, _words(evidence, message)) for row in evidence.rows])
    if evidence.statement:
        yield f"  statement    {_cut(evidence.statement)}"
    if evidence.error and evidence.error not in message:
        yield f"  error        {_cut(evidence.error)}"
    yield from _several("changed", [_change(change) for change in evidence.changed])
    yield from _several("left behind", [_cut(phrase) for phrase in evidence.left_behind])


def _several(title: str, phrases: list[str]) -> Iterator[str]:
    for number, phrase in enumerate(phrases):
        yield f"  {title if number == 0 else '':<12} {phrase}"


def _words(evidence: Evidence, message: str) -> frozenset[str]:
    """Every word that could be the name of a column that matters here."""
    changed = {name for change in evidence.changed for name in (change.before or {})}
    return frozenset(re.findall(r"\w+", f"{message} {evidence.hazard}")) | changed


def _row(row: Row, words: frozenset[str]) -> str:
    """A row with its first column, then those that are spoken of, then the others."""
    names = list(row.values)
    ordered = sorted(names, key=lambda name: (name != names[0], name not in words))
    return f"{row.table}: {_values({name: row.values[name] for name in ordered})}"


def _values(values: Mapping[str, Any] | None) -> str:
    if values is None:
        return "gone"
    return _cut(", ".join(f"{name} = {_value(value)}" for name, value in values.items()))


def _value(value: object) -> str:
    return "NULL" if value is None else repr(value)


def _change(change: Change) -> str:
    if change.before is None or change.after is None:
        return f"{change.table}: {_values(change.before)} -> {_values(change.after)}"
    different = [
        name
        for name, value in change.before.items()
        if name in change.after and change.after[name] != value
    ]
    changes = [
        f"{name} {_value(change.before[name])} -> {_value(change.after[name])}"
        for name in different
    ]
    return f"{change.table}: {_cut(', '.join(changes))}"


def _cut(text: str) -> str:
    """One line, no control characters, and never longer than a reader wants."""
    line = "".join(c if c.isprintable() else " " for c in " ".join(text.split()))
    return line if len(line) <= WIDTH else f"{line[: WIDTH - 1]}…"


def _refusals(report: Report) -> Iterator[str]:
    for refusal in report.refusals:
        yield f"refused {refusal.direction} of {refusal.revision} on {refusal.database}"
        yield f"  {_cut(refusal.message)}"
        if refusal.unsaid:
            yield f"  its words leave out {' and '.join(refusal.unsaid)}"
        yield ""


def _not_exercised(report: Report) -> Iterator[str]:
    for each in report.not_exercised:
        yield f"not exercised: {each.direction} of {each.revision} on {each.database}: " + _cut(
            each.reason
        )
    if report.not_exercised:
        yield ""


def _summary(report: Report) -> str:
    counts = ", ".join(_counted(report.count(severity), severity) for severity in Severity)
    walked = report.walked
    revisions = _counted(walked.revisions, "revision")
    if not walked.databases:
        return f"{revisions} read: {counts}"
    return (
        f"{revisions} walked on {' and '.join(walked.databases)}, "
        f"{_counted(walked.steps, 'step')}, {walked.hazards_exercised} of "
        f"{_counted(walked.hazards_found, 'hazard')} exercised: "
        f"{counts}, {_counted(len(report.refusals), 'refusal')}"
    )


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
