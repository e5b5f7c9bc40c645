"""What the page has to show, as plain data: the JSON report with the steps that were walked.

Values of rows are texts or None, since a browser's numbers hold less than a database's.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from handrail.model import Alteration, Change, Report, Some, Stair, Tread, Way
from handrail.reports.json_format import as_json
from handrail.reports.places import shown


def contents(report: Report) -> dict[str, Any]:
    """The report in the shape of its JSON, and ``stairs`` beside it."""
    document: dict[str, Any] = json.loads(as_json(replace(report, part=None, timings=None)))
    for each in document["refusals"]:
        each["rows"] = [_row(row) for row in each["rows"]]
    for each in document["findings"]:
        each["way"] = _way(each["rule"], each["direction"])
        evidence = each["evidence"]
        evidence["rows"] = [_row(row) for row in evidence["rows"]]
        evidence["changed"] = [_pair(change) for change in evidence["changed"]]
    document["stairs"] = [_stair(stair) for stair in report.stairs]
    return document


def _way(rule: str, direction: str) -> str:
    """The step at which a finding shows; what fails after the way back has rules of its own."""
    return Way.AGAIN if rule.startswith("reupgrade-") else direction


def _stair(stair: Stair) -> dict[str, Any]:
    first = {tread.database: tread for tread in stair.treads if tread.way is Way.UPGRADE}
    return {
        "revision": stair.revision,
        "parents": list(stair.parents),
        "message": stair.message,
        "location": {"file": shown(stair.location.file), "line": stair.location.line},
        "treads": [_tread(tread, first.get(tread.database)) for tread in stair.treads],
    }


def _tread(tread: Tread, first: Tread | None) -> dict[str, Any]:
    """Once more what it does is told only where it is something else than at first."""
    told = {
        "database": tread.database,
        "way": tread.way,
        "outcome": tread.kind,
        "seconds": round(tread.seconds, 4),
        "aims": _some(tread.aims, [[aim.title, aim.exercised] for aim in tread.aims.shown]),
        "trials": _some(
            tread.trials, [[each.title, each.rows, each.kind] for each in tread.trials.shown]
        ),
        "statements": _some(tread.statements, list(tread.statements.shown)),
        "alterations": _some(tread.alterations, list(map(_alteration, tread.alterations.shown))),
        "example": None,
    }
    if tread.way is Way.AGAIN and first:
        for name in ("statements", "alterations"):
            if getattr(tread, name) == getattr(first, name):
                told[name] = None
    if tread.example:
        pairs = [_pair(_change(change)) for change in tread.example.rows.shown]
        told["example"] = {
            "title": tread.example.trial.title,
            "outcome": tread.example.trial.kind,
            "rows": _some(tread.example.rows, pairs),
        }
    return told


def _some(things: Some[Any], told: list[Any]) -> dict[str, Any]:
    return {"shown": told, "left_out": things.left_out}


def _alteration(each: Alteration) -> list[str | None]:
    return [each.thing, each.before, each.after]


def _change(change: Change) -> dict[str, Any]:
    return {"table": change.table, "before": change.before, "after": change.after}


def _row(row: Mapping[str, Any]) -> dict[str, Any]:
    return {"table": row["table"], "values": _texts(row["values"])}


def _pair(change: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "table": change["table"],
        "before": _texts(change["before"]),
        "after": _texts(change["after"]),
    }


def _texts(values: Mapping[str, Any] | None) -> dict[str, str | None] | None:
    if values is None:
        return None
    return {name: None if value is None else _text(value) for name, value in values.items()}


def _text(value: Any) -> str:
    return value.hex() if isinstance(value, bytes) else str(value)
