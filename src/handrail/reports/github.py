"""A report as annotations of GitHub Actions: workflow commands that the log is read for."""

from __future__ import annotations

from collections.abc import Iterator

from handrail.model import Finding, Report, Severity
from handrail.reports.places import in_repository
from handrail.reports.summary import summary
from handrail.reports.words import harmless

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def as_github(report: Report, last: str = "") -> str:
    """An annotation for each finding, the gravest first, then a last line for people.

    That sums the report up, unless told.

    GitHub shows ten errors, ten warnings and ten notices of a step; what is accepted is a notice,
    after the others.
    """
    return "\n".join([*_annotations(report), harmless(last or summary(report))]) + "\n"


def _annotations(report: Report) -> Iterator[str]:
    for severity in Severity:
        for finding in report.standing:
            if finding.severity is severity:
                yield _annotation(_COMMANDS[severity], finding, finding.message)
    for finding in report.findings:
        if finding.accepted:
            yield _annotation("notice", finding, f"accepted: {finding.accepted}: {finding.message}")


def _annotation(command: str, finding: Finding, message: str) -> str:
    place = ""
    if finding.location:
        file = in_repository(finding.location.file).as_posix()
        place = f" file={_property(file)},line={finding.location.line},"
    title = _property(f"{finding.rule}{_where(finding)}")
    told = "%0A".join(map(_data, (message, finding.remedy, finding.reproduce)))
    return f"::{command}{place or ' '}title={title}::{told}"


def _where(finding: Finding) -> str:
    """On which database, where that was seen."""
    return f" on {finding.database}" if finding.database else ""


def _data(text: str) -> str:
    lines = (harmless(line) for line in text.replace("%", "%25").splitlines())
    return "%0A".join(lines)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
