"""A row is written back by a statement of its own, in a loop over the rows of a query.

What it means: an INSERT, UPDATE or DELETE is executed inside a loop over what a query handed out,
also where the query, the loop and the statement stand in different helper functions.

Example:

    for plan_id, phase in connection.execute(sa.text("SELECT plan_id, phase FROM plans")):
        connection.execute(
            sa.text("UPDATE plans SET state = :state WHERE plan_id = :plan_id"),
            {"state": STATES[phase], "plan_id": plan_id},
        )

Why it hurts: a hundred thousand rows are a hundred thousand statements, each with its way to the
server and back, all while the migration holds its locks. It works on the developer's machine and
stops production. It is also not atomic where the database commits in between.

What is not named: one call that carries a list of parameters, or a few thousand rows at a time:
the number of calls is not the number of rows. Rows that an ORM session sends in batches when it is
flushed. A loop over names written in the source, or over what the database's own catalogue lists:
neither grows with the data. DDL in a loop.

Remedy: one statement: UPDATE ... FROM, UPDATE with a CASE or a subquery, INSERT ... SELECT; for
a hierarchy a recursive common table expression. ``op.remap`` of Handrail maps values that way.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.audit.reading import Act, Loop, Reading
from handrail.audit.sql import WRITES, shown
from handrail.model import Direction, Evidence, Finding, Rule, Severity

RULE = Rule(
    name="row-by-row-backfill",
    severity=Severity.WARNING,
    remedy="write the rows with one statement: UPDATE ... FROM, INSERT ... SELECT, or a CASE",
    explanation=__doc__,
)


def judge(reading: Reading) -> Iterator[Finding]:
    """One finding for each loop over rows, at the first statement in it that writes."""
    for direction, acts in reading.acts.items():
        firsts: dict[tuple[str, int], tuple[Act, Loop]] = {}
        for act in acts:
            over = next((loop for loop in act.around.loops if loop.rows is not None), None)
            if over and act.statement.verb in WRITES:
                firsts.setdefault((over.location.file, over.line), (act, over))
        for act, over in firsts.values():
            yield _finding(reading, direction, act, over)


def _finding(reading: Reading, direction: Direction, act: Act, over: Loop) -> Finding:
    statement = act.statement
    what = f"{statement.verb} of {shown(statement.table)}"
    query = shown(over.rows or "", 80)
    return RULE.finding(
        revision=reading.revision,
        direction=direction,
        message=f"one {what} for each row of the loop in line {over.line} over: {query}",
        location=act.location,
        evidence=Evidence(statement=shown(statement.text)),
        cause=what,
    )
