"""The audit of a chain: every revision is read, every rule judges every reading."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from handrail import catalogue
from handrail.audit import rules, source
from handrail.audit.reader import acts_of
from handrail.audit.reading import Reading
from handrail.audit.sql import Verb
from handrail.model import Direction, Finding


def audit(files: Iterable[Path]) -> tuple[Finding, ...]:
    """Every finding in the revisions among ``files``, in the order given, then by line.

    Files are Alembic's: Python with ``revision = "..."`` at the top level; others among them are
    passed over. All revisions of a chain should be given even where only some are of interest,
    since a few verdicts rest on what the others create. Nothing is imported, run or written.

    Raises TargetError, with file and line, where a file cannot be read as Python.
    """
    readings = [reading for file in files if (reading := read(file))]
    made = {reading.revision: _created(reading) for reading in readings}
    found = (
        finding
        for reading in readings
        for finding in _judged(replace(reading, existed=_others(made, reading.revision)))
    )
    return tuple(found)


def read(file: Path) -> Reading | None:
    """One revision as it can be read, or None where the file is none. Errors as in `audit`."""
    module = source.read(file)
    revision = module.revision
    if revision is None:
        return None
    acts = {direction: acts_of(module, direction) for direction in Direction}
    functions = {direction: module.function(direction) for direction in Direction}
    return Reading(revision, module, acts, functions)


def _judged(reading: Reading) -> list[Finding]:
    found = [
        finding for module in catalogue.rule_modules(rules) for finding in module.judge(reading)
    ]
    return sorted(found, key=lambda finding: finding.location.line if finding.location else 0)


def _created(reading: Reading) -> frozenset[str]:
    acts = reading.acts[Direction.UPGRADE]
    return frozenset(act.statement.table for act in acts if act.statement.verb is Verb.CREATE)


def _others(made: dict[str, frozenset[str]], revision: str) -> frozenset[str]:
    others = (tables for other, tables in made.items() if other != revision)
    return frozenset().union(*others)
