"""A loop around statements ends only when a query happens to answer so.

What it means: a ``while`` around statements whose every way out rests on nothing but what queries
answer, and whose queries ask the same thing each round; or a ``while True`` with no way out at all.

Example:

    while True:
        waiting = connection.execute(sa.text("SELECT id FROM plans WHERE root IS NULL")).fetchall()
        if not waiting:
            break
        for plan in waiting:
            ...  # fills root from the parent, where the parent has one

Why it hurts: the author saw the rows that ought to be there. One row that the body cannot change (a
cycle, an orphan) is enough, and the migration spins for ever, holding its locks, without an error.

What is not named: a loop in which something else moves towards an end. A counter, or a deadline,
that a way out compares. A cursor: a value from the last round goes into the query of the next
(``WHERE id > :last``, OFFSET). A comparison of this round with the one before. A list of work from
which is taken, a set of things seen. A statement's ``rowcount``: a round that changes nothing ends
the loop. A flag that is set only under a condition. A batch whose rows are all handed back: a write
that stands under no condition is given the very rows, or values made of them, that the query found.
A way out through a function, or an exception, whose source cannot be read.

Remedy: one statement for all levels: a recursive common table expression (``UNION``, not
``UNION ALL``, so that a cycle ends). Where it must be a loop, stop when a round changed nothing,
and say which rows are left.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Set

from handrail.audit.exits import rests_on_queries_alone
from handrail.audit.reading import Loop, Reading
from handrail.audit.sql import WRITES, shown
from handrail.model import Direction, Evidence, Finding, Rule, Severity

RULE = Rule(
    name="unbounded-loop",
    severity=Severity.WARNING,
    remedy="write it as one statement, or leave the loop when a round changes nothing",
    explanation=__doc__,
)


def judge(reading: Reading) -> Iterator[Finding]:
    """One finding for each such loop, at its ``while``."""
    for direction, acts in reading.acts.items():
        writes = {call for act in acts if act.statement.verb in WRITES for call in act.around.calls}
        around = {loop.node: (loop, act) for act in reversed(acts) for loop in act.around.loops}
        for loop, act in around.values():
            if loop.endless or _rests_on_queries_alone(loop, writes):
                yield _finding(reading, direction, loop, act.statement.text)


def _rests_on_queries_alone(loop: Loop, writes: Set[ast.Call]) -> bool:
    if loop.module is None or not isinstance(loop.node, ast.While):
        return False
    return rests_on_queries_alone(loop.node, loop.module, writes)


def _finding(reading: Reading, direction: Direction, loop: Loop, text: str) -> Finding:
    return RULE.finding(
        revision=reading.revision,
        direction=direction,
        message=f"nothing but the answers of the database ends this loop around: {shown(text, 80)}",
        location=loop.location,
        evidence=Evidence(statement=shown(text)),
        cause=shown(text),
    )
