"""The number of statements grows with the number of rows.

Example: a back-fill that reads every row and updates each by itself.

Why it hurts: what takes a moment on a developer's ten rows takes hours on ten million, inside a
deployment, often with locks held.

Remedy: one set-based statement; a recursive query where rows depend on one another.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from handrail.model import Evidence, Finding, Many, Severity, Step, Trail
from handrail.model.rule import Rule
from handrail.walk.finding import found
from handrail.walk.passage import Growth, Visit

RULE = Rule(
    name="row-by-row",
    severity=Severity.WARNING,
    remedy="replace the loop by one set-based statement",
    explanation=__doc__,
)


def judge(visit: Visit) -> Iterator[Finding]:
    """One finding for each direction whose statements keep pace with the rows."""
    told = set()
    for growth in visit.growths:
        if growth.direction in told or not _keeps_pace(growth):
            continue
        told.add(growth.direction)
        yield _finding(visit, growth)


def _keeps_pace(growth: Growth) -> bool:
    rows = growth.more_rows - growth.fewer_rows
    return keeps_pace(rows, growth.more_statements - growth.fewer_statements)


def keeps_pace(rows: int, statements: int) -> bool:
    """Whether there is at least one more statement for every two more rows."""
    return statements >= rows / 2


def _finding(visit: Visit, growth: Growth) -> Finding:
    seen = (
        f"{growth.fewer_statements} statements with {growth.fewer_rows} rows in {growth.table}, "
        f"{growth.more_statements} with {growth.more_rows}"
    )
    finding = found(
        RULE,
        visit,
        growth.direction,
        f"the {growth.direction} works row by row: {seen}",
        evidence=Evidence(hazard=seen),
    )
    step = Step(visit.revision.identifier, growth.direction)
    many = Many(growth.table, growth.fewer_rows, growth.more_rows)
    return replace(finding, trail=Trail((), (step,), many=many))
