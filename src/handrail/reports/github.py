"""A report as annotations of GitHub Actions: workflow commands that the log is read for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handrail.model import Finding, Location, Report, Severity
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


def annotation(command: str, title: str, told: Iterable[str], place: Location | None) -> str:
    """The line that shows it at that place: ``command`` is error, warning or notice."""
    where = " "
    if place:
        where = f" file={_property(in_repository(place.file).as_posix())},line={place.line},"
    return f"::{command}{where}title={_property(title)}::{'%0A'.join(map(_data, told))}"


def _annotation(command: str, finding: Finding, message: str) -> str:
    title = f"{finding.rule}{_where(finding)}"
    told = (message, finding.remedy, finding.reproduce)
    return annotation(command, title, told, finding.location)


def _where(finding: Finding) -> str:
    """On which database, where that was seen."""
    return f" on {finding.database}" if finding.database else ""


def _data(text: str) -> str:
    lines = (harmless(line) for line in text.replace("%", "%25").splitlines())
    return "%0A".join(lines)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
