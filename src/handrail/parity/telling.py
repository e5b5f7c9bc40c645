"""What the guard saw: for people as text, and as the report that every other form is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from handrail.model import Finding, Location, Report, Severity, Walked
from handrail.parity.differences import Difference, Fate
from handrail.parity.guard import Outcome, Verdict
from handrail.parity.rules.one_track_change import RULE, judge

_TARGET = "parity"
"""What the verdicts of all commits are about, so that one takes the place of another."""
_SKIPPED = "skipped: there is no base to compare with (give BASE, or set PR_BASE_SHA)"
_NAMED = {Outcome.PASSED: "pass", Outcome.SKIPPED: "skip", Outcome.MISSING: "missing"}


def as_text(verdict: Verdict) -> str:
    """The verdict for a person; what is missing first."""
    return "\n".join(_lines(verdict)) + "\n"


def report(verdict: Verdict) -> Report:
    """The verdict as every form but text has it: what is missing, and what is not judged."""
    missing = (_finding(each, verdict) for each in verdict.missing)
    unjudged = (
        replace(
            _finding(each, verdict),
            severity=Severity.WARNING,
            message=f"{each.told}, which what cannot be read may bring{_also(each)}",
        )
        for each in verdict.unjudged
    )
    return Report(_TARGET, Walked(), (*missing, *unjudged))


def facts(verdict: Verdict) -> dict[str, Any]:
    """What other programs are told beside the findings."""
    return {
        "target": f"{verdict.base}...{verdict.head}" if verdict.base else "",
        "outcome": _NAMED[verdict.outcome],
        "entries": [
            {
                "name": each.name,
                "location": {"file": each.place.file, "line": each.place.line},
            }
            for each in verdict.entries
        ],
        "differences": [each.told for each in verdict.differences],
        "accepted": list(verdict.accepted),
        "not_judged": [each.told for each in verdict.unjudged],
    }


def _lines(verdict: Verdict) -> Iterator[str]:
    for each in verdict.missing:
        yield f"error {RULE.name}: {_message(each)}"
        yield from (f"  at     {where}" for where in _places(each))
    if verdict.missing:
        yield f"  remedy {RULE.remedy}"
        yield ""
    for entry in verdict.entries:
        yield f"entry {entry.name} ({entry.place})"
    for file in verdict.accepted:
        yield f"accepted {file}"
    for place in verdict.unread:
        yield f"not judged: what is run at {place} cannot be read"
    for each in verdict.unjudged:
        yield f"not judged: {each.told}, which one of the accepted may bring"
    yield summary(verdict)


def summary(verdict: Verdict) -> str:
    """The last line."""
    if verdict.outcome is Outcome.SKIPPED:
        return f"parity guard: {_SKIPPED}"
    number = len(verdict.differences)
    changes = "1 change" if number == 1 else f"{number or 'no'} changes"
    counted = f"{changes} of the schema on the code-first track"
    if verdict.missing:
        return f"parity guard: {counted}, {len(verdict.missing)} without a revision"
    if verdict.unjudged:
        return f"parity guard: pass: {counted}, {len(verdict.unjudged)} not judged"
    brought = ", brought by the other track" if verdict.differences else ""
    return f"parity guard: pass: {counted}{brought}"


def _message(each: Difference) -> str:
    (found,) = judge([each])
    return found.message


def _places(each: Difference) -> list[str]:
    before = " (at the base)" if _is_gone(each) else ""
    return [f"{place}{before}" for place in each.places]


def _is_gone(each: Difference) -> bool:
    """Whether its places are at the base, since the head says nothing of it any more."""
    return each.fate is Fate.REMOVED and not each.entry


def _also(each: Difference) -> str:
    others = _places(each)[1:]
    return f"; also at {'; '.join(others)}" if others else ""


def _finding(each: Difference, verdict: Verdict) -> Finding:
    """As its rule has it; of what is gone the file alone, since its line is at the base."""
    (found,) = judge([each])
    place = each.places[0]
    return replace(
        found,
        message=f"{found.message}{_also(each)}",
        location=Location(place.file, 1 if _is_gone(each) else place.line),
        reproduce=f"handrail parity guard {verdict.base} {verdict.head}",
    )
