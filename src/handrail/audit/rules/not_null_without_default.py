"""A column takes no NULL from now on, and nothing fills it in the rows that are there.

What it means: either way of a migration adds a column that is NOT NULL to a table that was there
before, and gives the rows of it no value; or it sets NOT NULL on a column that has taken NULL since
some revision, and nothing has filled it since.

Example:

    op.add_column("plans", sa.Column("phase", sa.String(20), nullable=False, default="draft"))

Why it hurts: it works on the empty database of the tests. Where there are rows, PostgreSQL says
"column contains null values", and MySQL fills in something that nobody chose; SQLite does not add
such a column even to an empty table. ``default=`` is the application's own and does nothing in a
migration, nor does a ``Sequence`` that is not in ``server_default``.

What is not named: a column with a server default; a key, an identity, a serial or a generated
column. A table that this direction makes, or has emptied. SET NOT NULL on a column of which the
source does not tell that it takes NULL; after an INSERT, UPDATE, DELETE or ``op.remap`` that may
have filled it, in whatever revision, or a CHECK that it is not NULL; by ``op.set_not_null`` of
Handrail, which refuses in words. Whatever follows an ``op.require`` of the
table. What a test of the dialect leaves to others than SQLite and PostgreSQL.

Remedy: give it a ``server_default``; or add it as nullable, fill it with one UPDATE, and then
set NOT NULL. Where no value is right, refuse: ``op.require`` of Handrail.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from handrail.audit.filling import filled
from handrail.audit.inventory import Inventory, Origin
from handrail.audit.moves import Thing
from handrail.audit.reading import Act, Reading
from handrail.audit.sql import Verb, shown
from handrail.model import Direction, Evidence, Finding, Rule, Severity

RULE = Rule(
    name="not-null-without-default",
    severity=Severity.WARNING,
    remedy="give it a server default, or fill it in every row before it refuses NULL",
    explanation=__doc__,
)

_WHERE = re.compile(r"\bwhere\b", re.IGNORECASE)
_WALKED = {"sqlite", "postgresql"}


def judge(reading: Reading) -> Iterator[Finding]:
    """One finding for each such column, at the statement that adds or closes it."""
    there = Inventory.of_all([reading.before])
    for direction, acts in reading.acts.items():
        for at, act in enumerate(acts):
            before = [each for each in acts[:at] if act.can_follow(each)]
            origin = Origin(reading.revision, act.location)
            for move in act.statement.moves:
                if move.closed and _is_reached(act, move.closed, before):
                    since = there.open.get(move.closed)
                    if move.come or since:
                        yield _finding(reading, direction, act, move.closed, since)
                there.apply([move], origin, certain=act.around.certain)
            there.fill(tuple(filled(act.statement, there.open)))


def _is_reached(act: Act, column: Thing, before: Sequence[Act]) -> bool:
    """Whether rows that were there before may be there still, and nobody has looked at them."""
    walked = bool(act.around.databases & _WALKED)
    return column.known and walked and not any(_is_safe(each, column.table) for each in before)


def _is_safe(act: Act, table: str) -> bool:
    """Whether the act made the table, emptied it, looked at it, or nobody can tell what it did."""
    statement = act.statement
    named = table in (statement.table, statement.other)
    makes = statement.verb in (Verb.CREATE, Verb.RENAME) and named
    empties = statement.verb is Verb.DELETE and named and not _WHERE.search(statement.text)
    asks = re.search(rf"\brequire\(.*\b{re.escape(table)}\b", statement.text, re.DOTALL)
    lost = any(move.gone and not move.gone.known for move in statement.moves)
    return bool(makes or empties or asks or lost)


def _finding(
    reading: Reading, direction: Direction, act: Act, column: Thing, since: Origin | None
) -> Finding:
    message = f"the {column.told} is added as NOT NULL, and rows that are there get no value"
    if since:
        let_in = f"{since.revision}, line {since.location.line}"
        message = f"the {column.told} takes NULL since {let_in}, and refuses it with nothing filled"
    return RULE.finding(
        revision=reading.revision,
        direction=direction,
        message=message,
        location=act.location,
        evidence=Evidence(statement=shown(act.statement.text)),
        cause=column.told,
    )
