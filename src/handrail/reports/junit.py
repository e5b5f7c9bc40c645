"""A report as JUnit's XML, as Jenkins, GitLab and others read it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from handrail.model import (
    Direction,
    Finding,
    NotExercised,
    Refusal,
    Report,
    Severity,
    Tread,
    Way,
)
from handrail.reports.text import told

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no way to say."""


@dataclass(slots=True)
class _Case:
    """One step of one revision on one database, and what was seen of it."""

    revision: str
    direction: str
    database: str
    treads: list[Tread] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    missing: list[NotExercised] = field(default_factory=list)


def as_junit(report: Report, fail_on: Severity | None) -> str:
    """A test case for each revision, direction and database; equal reports, equal text but times.

    Findings that fail the run are failures. A case in which all is accepted, or that could not be
    exercised, is skipped; refusals, and findings that fail no run, are said in a case that passes.
    """
    cases = [_element(case, report.target, fail_on) for case in _cases(report)]
    suite = Element("testsuite", name=_legal(f"handrail {report.target}"))
    suite.extend(cases)
    for name, tag in (("tests", "testcase"), ("failures", "failure"), ("skipped", "skipped")):
        suite.set(name, str(len(list(suite.iter(tag)))))
    suite.set("errors", "0")
    suite.set("time", f"{sum(float(case.get('time', 0)) for case in cases):.3f}")
    root = Element("testsuites")
    root.append(suite)
    indent(root)
    return f"<?xml version='1.0' encoding='utf-8'?>\n{tostring(root, encoding='unicode')}\n"


def _cases(report: Report) -> list[_Case]:
    """In the order of the chain, then of what was seen."""
    cases: dict[tuple[str, str, str], _Case] = {}

    def case(revision: str, direction: str, database: str | None) -> _Case:
        key = (revision, direction, database or "")
        return cases.setdefault(key, _Case(*key))

    for stair in report.stairs:
        for tread in stair.treads:
            way = Direction.UPGRADE if tread.way is Way.AGAIN else Direction(tread.way)
            case(stair.revision, way, tread.database).treads.append(tread)
    for finding in report.findings:
        what = finding.direction if finding.revision else finding.rule
        case(finding.revision, what, finding.database).findings.append(finding)
    for refusal in report.refusals:
        case(refusal.revision, refusal.direction, refusal.database).refusals.append(refusal)
    for each in report.not_exercised:
        case(each.revision, each.direction, each.database).missing.append(each)
    return list(cases.values()) or [_Case("", "everything", "")]


def _element(case: _Case, target: str, fail_on: Severity | None) -> Element:
    """The case with what failed, or why it was skipped, and all else that was said."""
    of = f" of {case.revision}" if case.revision else ""
    on = f" on {case.database}" if case.database else ""
    element = Element(
        "testcase", classname=_legal(target), name=_legal(f"{case.direction}{of}{on}")
    )
    element.set("time", f"{sum(tread.seconds for tread in case.treads):.3f}")
    failing = [finding for finding in case.findings if finding.fails(fail_on)]
    if failing:
        more = f" (and {len(failing) - 1} more)" if len(failing) > 1 else ""
        message = f"{failing[0].rule}: {failing[0].message}{more}"
        failure = SubElement(element, "failure", type=failing[0].rule, message=_legal(message))
        failure.text = _legal("\n".join(map(told, failing)))
    elif reasons := list(_skipped(case)):
        SubElement(element, "skipped", message=_legal("; ".join(reasons)))
    said = list(_said(case, failing))
    if said:
        SubElement(element, "system-out").text = _legal("\n".join(said))
    return element


def _skipped(case: _Case) -> Iterator[str]:
    """Why the case proves nothing."""
    for finding in case.findings:
        if finding.accepted:
            yield f"accepted: {finding.accepted}: {finding.rule}: {finding.message}"
    for each in case.missing:
        yield f"not exercised: {each.reason}"


def _said(case: _Case, failing: list[Finding]) -> Iterator[str]:
    for refusal in case.refusals:
        yield f"refused: {refusal.message}"
    yield from (told(finding) for finding in case.findings if finding not in failing)


def _legal(text: str) -> str:
    return _ILLEGAL.sub("\ufffd", text)
