"""What the guard saw, for people, for GitHub's annotations, for SARIF and for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from handrail import __version__
from handrail.parity.differences import Difference, Fate
from handrail.parity.guard import Outcome, Verdict
from handrail.parity.rules.one_track_change import RULE, judge

_SKIPPED = "skipped: there is no base to compare with (give BASE, or set PR_BASE_SHA)"
_NAMED = {Outcome.PASSED: "pass", Outcome.SKIPPED: "skip", Outcome.MISSING: "missing"}


def as_text(verdict: Verdict) -> str:
    """The verdict for a person; what is missing first."""
    return "\n".join(_lines(verdict)) + "\n"


def as_github(verdict: Verdict) -> str:
    """An annotation for each thing that is missing or not judged, then the last line for people."""
    lines = [_annotation("error", each, _message(each)) for each in verdict.missing]
    unjudged = "which what cannot be read may bring"
    lines += [_annotation("warning", each, f"{each.told}, {unjudged}") for each in verdict.unjudged]
    return "\n".join([*lines, _summary(verdict)]) + "\n"


def as_json(verdict: Verdict) -> str:
    """One document; findings are written as those of the other commands are."""
    document = {
        "handrail": __version__,
        "target": f"{verdict.base}...{verdict.head}" if verdict.base else "",
        "outcome": _NAMED[verdict.outcome],
        "entries": [
            {"name": each.name, "location": _location(each.place.file, each.place.line)}
            for each in verdict.entries
        ],
        "differences": [each.told for each in verdict.differences],
        "accepted": list(verdict.accepted),
        "not_judged": [each.told for each in verdict.unjudged],
        "findings": [_finding(each, verdict) for each in verdict.missing],
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def as_sarif(verdict: Verdict) -> str:
    """SARIF 2.1.0, one result for each thing that is missing."""
    rule = {"id": RULE.name, "shortDescription": {"text": RULE.summary}}
    driver = {"name": "handrail", "version": __version__, "rules": [rule]}
    run = {"tool": {"driver": driver}, "results": [_result(each) for each in verdict.missing]}
    document = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


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
    yield _summary(verdict)


def _summary(verdict: Verdict) -> str:
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


def _annotation(level: str, each: Difference, message: str) -> str:
    place = each.places[0]
    line = "" if _is_gone(each) else f",line={place.line}"
    also = "; ".join(_places(each)[1:])
    message = f"{message}; also at {also}" if also else message
    file = _escaped(place.file).replace(":", "%3A").replace(",", "%2C")
    return f"::{level} file={file}{line},title={RULE.name}::{_escaped(message)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _location(file: str, line: int) -> dict[str, Any]:
    return {"file": file, "line": line}


def _finding(each: Difference, verdict: Verdict) -> dict[str, Any]:
    (found,) = judge([each])
    place = each.places[0]
    return {
        "rule": found.rule,
        "severity": found.severity,
        "revision": found.revision,
        "direction": found.direction,
        "database": None,
        "message": found.message,
        "fingerprint": found.fingerprint,
        "location": _location(place.file, place.line),
        "evidence": {"places": _places(each)},
        "reproduce": f"handrail parity guard {verdict.base} {verdict.head}",
        "remedy": found.remedy,
    }


def _result(each: Difference) -> dict[str, Any]:
    locations = []
    for place in each.places:
        region = {} if _is_gone(each) else {"region": {"startLine": place.line}}
        where = {"artifactLocation": {"uri": quote(place.file)}, **region}
        locations.append({"physicalLocation": where})
    return {
        "ruleId": RULE.name,
        "level": "error",
        "message": {"text": f"{_message(each)}; {RULE.remedy}"},
        "locations": locations,
        "partialFingerprints": {"handrail/v1": next(judge([each])).fingerprint},
    }
