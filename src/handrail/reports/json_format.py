"""A report as JSON: the contract of the design page, section 5, and of ``report.schema.json``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from handrail import __version__
from handrail.model import (
    Change,
    Evidence,
    Finding,
    Location,
    NotExercised,
    Refusal,
    Report,
    Row,
    Timings,
)
from handrail.reports.places import shown
from handrail.reports.words import spelled_out


def as_json(report: Report, facts: Mapping[str, Any] = MappingProxyType({})) -> str:
    """The whole report as one JSON document that ends with a newline; equal reports, equal text.

    ``facts`` stand beside what every report has.
    """
    document = {
        "handrail": __version__,
        "target": report.target,
        "walked": {
            "revisions": report.walked.revisions,
            "databases": list(report.walked.databases),
            "steps": report.walked.steps,
            "hazards": {
                "found": report.walked.hazards_found,
                "exercised": report.walked.hazards_exercised,
            },
        },
        "not_exercised": [_not_exercised(each) for each in report.not_exercised],
        "refusals": [_refusal(each) for each in report.refusals],
        "findings": [_finding(each) for each in report.findings],
        **facts,
    }
    if report.timings:
        document["timings"] = _timings(report.timings)
    if report.part:
        # What only shards need.
        from handrail.reports.shards import packed

        document["shard"] = packed(report, report.part)
    return spelled_out(json.dumps(document, indent=2, ensure_ascii=False, default=_plain)) + "\n"


def schema() -> str:
    """The JSON Schema that every report obeys."""
    return Path(__file__).with_name("report.schema.json").read_text(encoding="utf-8")


def _timings(timings: Timings) -> dict[str, Any]:
    """In seconds, to the thousandth."""
    return {
        "spent": [
            {
                "of": each.of,
                "seconds": round(each.seconds, 3),
                "phases": {phase: round(seconds, 3) for phase, seconds in each.phases.items()},
            }
            for each in timings.spent
        ],
        "revisions": [
            {
                "revision": each.revision,
                "database": each.database,
                "visit": round(each.visit, 3),
                "climb": round(each.climb, 3),
            }
            for each in timings.stays
        ],
    }


def _not_exercised(each: NotExercised) -> dict[str, Any]:
    return {
        "revision": each.revision,
        "direction": each.direction,
        "database": each.database,
        "reason": each.reason,
    }


def _refusal(refusal: Refusal) -> dict[str, Any]:
    return {
        "revision": refusal.revision,
        "direction": refusal.direction,
        "database": refusal.database,
        "message": refusal.message,
        "rows": [_row(row) for row in refusal.rows],
        "unsaid": list(refusal.unsaid),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "revision": finding.revision,
        "direction": finding.direction,
        "database": finding.database,
        "message": finding.message,
        "fingerprint": finding.fingerprint,
        "accepted": finding.accepted or None,
        "location": _location(finding.location),
        "evidence": _evidence(finding.evidence),
        "reproduce": finding.reproduce,
        "remedy": finding.remedy,
    }


def _location(location: Location | None) -> dict[str, Any] | None:
    return {"file": shown(location.file), "line": location.line} if location else None


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "hazard": evidence.hazard,
        "statement": evidence.statement,
        "error": evidence.error,
        "rows": [_row(row) for row in evidence.rows],
        "left_behind": list(evidence.left_behind),
        "changed": [_change(change) for change in evidence.changed],
    }


def _row(row: Row) -> dict[str, Any]:
    return {"table": row.table, "values": dict(row.values)}


def _change(change: Change) -> dict[str, Any]:
    return {
        "table": change.table,
        "before": _values(change.before),
        "after": _values(change.after),
    }


def _values(values: Mapping[str, Any] | None) -> dict[str, Any] | None:
    return None if values is None else dict(values)


def _plain(value: object) -> str:
    """What JSON has no word for: bytes as hexadecimal, everything else as it prints itself."""
    return value.hex() if isinstance(value, bytes) else str(value)
