"""Of which columns a condition speaks, and whether given values satisfy it.

Nothing here talks to a database under test: conditions are read with sqlglot, and simple ones are
evaluated by an SQLite of this process's own memory, which holds no table.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from functools import lru_cache

from sqlglot import exp

from handrail.model import Value
from handrail.snapshots.conditions import tree


@lru_cache(maxsize=4096)
def columns_of(text: str, dialect: str) -> tuple[str, ...]:
    """The columns that a condition speaks of, in order of appearance; empty if unreadable."""
    root = tree(text, dialect)
    found = root.find_all(exp.Column, bfs=False) if root else ()
    return tuple(dict.fromkeys(column.name for column in found))


def holds(text: str, values: Mapping[str, Value], dialect: str) -> bool | None:
    """Whether the values satisfy a condition; None where it is NULL or cannot be told.

    ``values`` are native Python values by column name. It cannot be told where a column is not
    among them, where sqlglot cannot read the text, or where SQLite lacks a function that it calls.
    """
    found = outcome(text, values, dialect)
    return None if found is None or found[0] is None else bool(found[0])


def outcome(text: str, values: Mapping[str, Value], dialect: str) -> tuple[Value] | None:
    """What an expression over the values comes to; None where it cannot be told, as above."""
    columns = columns_of(text, dialect)
    if not columns or not set(columns) <= set(values):
        return None
    # 1, 1.0 and True are equal to Python and not to a database.
    return _outcome(text, dialect, tuple((type(values[name]), values[name]) for name in columns))


@lru_cache(maxsize=65536)
def _outcome(text: str, dialect: str, held: tuple[tuple[type, Value], ...]) -> tuple[Value] | None:
    """The expression asked of SQLite, once for the same values: a walk asks it again and again."""
    columns = columns_of(text, dialect)
    places = ", ".join('? AS "' + name.replace('"', '""') + '"' for name in columns)
    query = f"SELECT ({_for_sqlite(text, dialect)}) FROM (SELECT {places})"  # noqa: S608
    with closing(sqlite3.connect(":memory:")) as memory:
        try:
            (found,) = memory.execute(query, [value for _, value in held]).fetchone()
        except sqlite3.Error:
            return None
    return (found,)


def _for_sqlite(text: str, dialect: str) -> str:
    root = tree(text, dialect)
    return text if dialect == "sqlite" or root is None else root.sql("sqlite")
