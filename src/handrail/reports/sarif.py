"""A report as SARIF 2.1.0, with what code scanning on GitHub asks for beyond it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from textwrap import shorten
from typing import Any
from urllib.parse import quote

from handrail import __version__
from handrail.model import Finding, Location, Report, Rule
from handrail.reports.places import in_repository
from handrail.reports.words import spelled_out

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "%SRCROOT%"
_LONGEST = 1024
"""How much of a description is shown."""


def as_sarif(report: Report, rules: Iterable[Rule], command: str) -> str:
    """One run of the tool, with the rules that it found broken; the same report, the same text.

    ``rules`` are those of the findings, each once. Places are told from the root of the repository.
    Results that are accepted are suppressed. ``command`` keeps what one command finds from taking
    the place of what another has found.
    """
    listed = list(rules)
    names = [rule.name for rule in listed]
    driver = {"name": "handrail", "version": __version__, "rules": list(map(_rule, listed))}
    run = {
        "tool": {"driver": driver},
        "automationDetails": {"id": f"handrail {command} {report.target}/"},
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The root of the repository."}}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, names, report.target) for each in report.findings],
    }
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return spelled_out(json.dumps(document, indent=2, ensure_ascii=False)) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    explained = rule.explanation.strip()
    meaning = explained.removeprefix(rule.summary)
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": shorten(meaning, _LONGEST, placeholder=" …")},
        "help": {"text": explained},
        "defaultConfiguration": {"level": rule.severity},
    }


def _result(finding: Finding, names: Sequence[str], target: str) -> dict[str, Any]:
    told = f"{finding.message}; {finding.remedy}" if finding.remedy else finding.message
    again = f"\n\nSee it again: {finding.reproduce}" if finding.reproduce else ""
    result = {
        "ruleId": finding.rule,
        "ruleIndex": names.index(finding.rule),
        "level": finding.severity,
        "message": {"text": f"{told}{again}"},
        "locations": [_location(finding.location or _beginning(target))],
        "partialFingerprints": {
            "handrail/v1": finding.fingerprint,
            "primaryLocationLineHash": finding.fingerprint,
        },
        "properties": {
            "revision": finding.revision,
            "direction": finding.direction,
            "database": finding.database,
        },
    }
    if finding.accepted:
        result["suppressions"] = [{"kind": "external", "justification": finding.accepted}]
    return result


def _beginning(target: str) -> Location:
    return Location(target if Path(target).is_file() else "pyproject.toml", 1)


def _location(place: Location) -> dict[str, Any]:
    path = in_repository(place.file)
    artifact = (
        {"uri": path.as_uri()}
        if path.is_absolute()
        else {"uri": quote(path.as_posix()), "uriBaseId": _ROOT}
    )
    region = {"startLine": place.line}
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}
