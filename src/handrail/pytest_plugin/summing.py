"""What the end of a run says of the items of Handrail; read from reports, wherever they ran."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from handrail.expected_failures import Issue, Judged, Verdict, VerdictKind
from handrail.expected_failures import summary as of_issues

PREFIX = "handrail "
"""With what the names of those properties begin that tell of an item what did not fail it."""
_PLURALS = {"note": "notes", "warning": "warnings", "error": "errors"}


def told_of(judged: Judged) -> dict[str, Any]:
    """A verdict as a report carries it from one process to another."""
    verdict = judged.verdict
    issue = verdict.issue
    return {
        "place": judged.place,
        "kind": verdict.kind.value,
        "message": verdict.message,
        "issue": [issue.number, issue.title, issue.reported],
    }


def summary(reports: Iterable[Any]) -> str:
    """How much was told beside the failures, then the issues that are still open."""
    told = [each for each in reports if hasattr(each, "handrail")]
    judged = [_judged(each.handrail) for each in told if each.handrail]
    return "\n".join(filter(None, [*_remarks(told), of_issues(judged)]))


def _remarks(reports: Iterable[Any]) -> Iterator[str]:
    """One line, where something was said beside a failure or a pass."""
    names = [name for report in reports for name, _ in report.user_properties]
    counts = Counter(name.removeprefix(PREFIX) for name in names if name.startswith(PREFIX))
    words = ", ".join(f"{number} {_named(name, number)}" for name, number in counts.items())
    if words:
        yield f"Told beside: {words} (each with -rA, and in the properties of --junitxml)"


def _named(name: str, number: int) -> str:
    return name if number == 1 else _PLURALS.get(name, name)


def _judged(told: dict[str, Any]) -> Judged:
    number, title, reported = told["issue"]
    issue = Issue(number, title, reported, re.compile(""))
    return Judged(told["place"], Verdict(VerdictKind(told["kind"]), issue, told["message"]))
