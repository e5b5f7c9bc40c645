"""Findings put down as accepted, so that a project can start from where it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.items import AoT

from handrail.model import Finding, Report
from handrail.reports.accepting import Scope
from handrail.reports.destinations import write_whole

REASON = "there before Handrail"


def write_acceptances(
    file: Path, findings: Iterable[Finding], report: Report, scope: Scope
) -> None:
    """Append an entry for each finding to ``accept`` of a pyproject.toml, or make the file.

    All else in it stays as it was, comments and all. Raises TargetError where it cannot be written,
    and leaves it as it was.
    """
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    document = tomlkit.parse(text)
    table = document
    for name in ("tool", "handrail"):
        if name not in table:
            table[name] = tomlkit.table(is_super_table=name == "tool")
        table = table[name]
    if "accept" not in table:
        table["accept"] = tomlkit.array().multiline(True)
    for finding in findings:
        _append(table["accept"], _entry(finding, report, scope))
    write_whole(file, tomlkit.dumps(document))


def _append(entries: Any, entry: Mapping[str, Any]) -> None:
    """In the way in which the others are written: each a table, or a line of a list."""
    if isinstance(entries, AoT):
        entries.append(tomlkit.item(dict(entry)))
    else:
        line = tomlkit.inline_table()
        line.update(entry)
        entries.add_line(line)
        entries.multiline(True)


def _entry(finding: Finding, report: Report, scope: Scope) -> dict[str, Any]:
    """All that tells which runs would have to find it, but for what there is none of."""
    said = {
        "fingerprint": finding.fingerprint,
        "reason": REASON,
        "command": scope.command,
        "target": report.target,
        "rule": finding.rule,
        "revision": finding.revision,
        "database": finding.database,
        "faults": "--faults" in finding.reproduce.split(),
    }
    return {key: value for key, value in said.items() if value}
