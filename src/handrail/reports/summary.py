"""A report in one line."""

from __future__ import annotations

from collections.abc import Iterator

from handrail.model import Report, Severity


def summary(report: Report) -> str:
    """How much was walked or read, and how much of each kind was found."""
    return f"{_extent(report)}: {', '.join(_found(report))}"


def counted(number: int, thing: str) -> str:
    """The number with the word, which says whether there are several."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _extent(report: Report) -> str:
    walked = report.walked
    revisions = counted(walked.revisions, "revision")
    if not walked.databases:
        return f"{revisions} read"
    return (
        f"{revisions} walked on {' and '.join(walked.databases)}, "
        f"{counted(walked.steps, 'step')}, {walked.hazards_exercised} of "
        f"{counted(walked.hazards_found, 'hazard')} exercised"
    )


def _found(report: Report) -> Iterator[str]:
    for severity in Severity:
        yield counted(report.count(severity), severity)
    accepted = len(report.findings) - len(report.standing)
    if accepted:
        yield f"{accepted} accepted"
    if report.walked.databases:
        yield counted(len(report.refusals), "refusal")
    if report.not_exercised:
        yield f"{len(report.not_exercised)} not exercised"
