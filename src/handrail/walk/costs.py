"""What visiting each revision will cost, by what its source says; for shards to be even.

An estimate: operations that move rows or rebuild tables bring hazards, and every look takes in all
tables there are by then. That a step crashes and its rows have to be reduced, which takes longest,
no source says; what an earlier run has measured does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from handrail.config import Cost
from handrail.model import Revision

_VISIT, _CLIMB = 10, 2
_WEIGHTS = {
    re.compile(r"\bwhile\b|\bfor\b.*:$|\bLOOP\b", re.MULTILINE): 10,
    re.compile(r"\b(execute|batch_alter_table|alter_column|drop_\w+|create_\w+_constraint)\("): 4,
    re.compile(r"\b(ALTER|UPDATE|DELETE|INSERT|DROP)\b", re.IGNORECASE): 4,
    re.compile(r"\b(add_column|create_\w+|rename_\w+|bulk_insert)\("): 1,
    re.compile(r"\bCREATE\b", re.IGNORECASE): 1,
}
_TABLES = re.compile(r"\bcreate_table\(|\bCREATE TABLE\b", re.IGNORECASE)


def costs(revisions: Sequence[Revision], measured: Mapping[str, Cost]) -> dict[str, Cost]:
    """For every revision; one that was not measured counts as much as the others on average."""
    if not any(each.identifier in measured for each in revisions):
        return _estimated(revisions)
    usual = Cost(
        sum(each.visit for each in measured.values()) // len(measured),
        sum(each.climb for each in measured.values()) // len(measured),
    )
    return {each.identifier: measured.get(each.identifier, usual) for each in revisions}


def _estimated(revisions: Sequence[Revision]) -> dict[str, Cost]:
    found: dict[str, Cost] = {}
    tables = 0
    for revision in revisions:
        text = _source(revision)
        weights = sum(weight * len(words.findall(text)) for words, weight in _WEIGHTS.items())
        tables += len(_TABLES.findall(text))
        found[revision.identifier] = Cost(_VISIT + weights + tables, _CLIMB)
    return found


def _source(revision: Revision) -> str:
    files = {revision.file, revision.downgrade_file or revision.file}
    texts = (Path(file).read_text(encoding="utf-8", errors="replace") for file in sorted(files))
    return "\n".join(texts)
