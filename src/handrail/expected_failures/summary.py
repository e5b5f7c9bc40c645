"""What the end of a run says about the expected failures in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handrail.expected_failures.issues import Issue
from handrail.expected_failures.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict and the file and line of what it is about."""

    place: str
    verdict: Verdict


def summary(judged: Sequence[Judged]) -> str:
    """The issues still open, each with how often and where, then all that was red; or nothing."""
    green = [each for each in judged if each.verdict.green]
    red = [f"  {each.place}: {each.verdict.message}" for each in judged if not each.verdict.green]
    open_issues = {each.verdict.issue.number: each.verdict.issue for each in green}
    lines: list[str] = []
    if green:
        lines.append(f"Issues still open: {len(open_issues)} (expected failures: {len(green)})")
    for number, issue in sorted(open_issues.items()):
        places = [each.place for each in green if each.verdict.issue.number == number]
        lines.extend(_open(issue, places))
    if red:
        lines.extend(["Expected to fail, and red:", *red])
    return "\n".join(lines)


def _open(issue: Issue, places: Sequence[str]) -> list[str]:
    return [
        f"  issue {issue.number}: {issue.title} ({issue.reported})",
        *(f"    {place}" for place in places),
    ]
