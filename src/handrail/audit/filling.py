"""Which columns a statement may put a value into, in every row that holds NULL."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from handrail.audit.moves import Kind, Thing
from handrail.audit.sql import WRITES, Statement, Verb

_SQL = re.compile(r"\s*(with|insert|update|delete|merge|replace|truncate|copy)\b", re.IGNORECASE)
_OTHERWISE = re.compile(r"\bremap\(|\bcheck\b.*\bis not null\b", re.IGNORECASE | re.DOTALL)
"""A mapping by Handrail's operation; a CHECK, which must hold before the column is closed."""


def filled(statement: Statement, columns: Iterable[Thing]) -> Iterator[Thing]:
    """Those of the columns that may hold no NULL after the statement.

    A statement that is not written as SQL need not name what it writes.
    """
    for column in columns:
        named = re.search(rf"\b{re.escape(column.name)}\b", statement.text, re.IGNORECASE)
        if statement.verb in WRITES:
            if _is_of(statement, column) and (named or not _SQL.match(statement.text)):
                yield column
        elif named and (statement.verb is Verb.ASSIGN or _OTHERWISE.search(statement.text)):
            yield column


def _is_of(statement: Statement, column: Thing) -> bool:
    """Whether it writes the table of the column, or one whose name cannot be known."""
    return statement.table == column.table or not Thing(Kind.TABLE, statement.table).known
