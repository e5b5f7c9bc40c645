"""SQL conditions as trees, and whether given values satisfy them.

Nothing here talks to a database under test: conditions are read with sqlglot, and simple ones are
evaluated by an SQLite of this process's own memory, which holds no table.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from functools import lru_cache

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from handrail.model import Value

# Texts are tried on suspicion; what sqlglot thinks of those that are no SQL is of no interest.
logging.getLogger("sqlglot").setLevel(logging.ERROR)

_READS = {"sqlite": "sqlite", "postgresql": "postgres"}


@lru_cache(maxsize=4096)
def tree(text: str, dialect: str) -> exp.Expr | None:
    """The condition as a tree without casts; None where it cannot be read.

    PostgreSQL's ``(phase)::text = ANY ((ARRAY['a'::character varying])::text[])`` becomes
    ``phase IN ('a')``, so that one reading serves both databases. Callers must not change it.
    """
    try:
        root = exp.Paren(this=sqlglot.parse_one(text, read=_READS[dialect]))
    except SqlglotError:
        return None
    for node in reversed(list(root.find_all(exp.Cast, exp.EQ, exp.NEQ))):
        node.replace(_plain(node))
    condition: exp.Expr = root.this
    return condition


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
    columns = columns_of(text, dialect)
    if not columns or not set(columns) <= set(values):
        return None
    # 1, 1.0 and True are equal to Python and not to a database.
    return _verdict(text, dialect, tuple((type(values[name]), values[name]) for name in columns))


@lru_cache(maxsize=65536)
def _verdict(text: str, dialect: str, held: tuple[tuple[type, Value], ...]) -> bool | None:
    """The condition asked of SQLite, once for the same values: a walk asks it again and again."""
    columns = columns_of(text, dialect)
    places = ", ".join('? AS "' + name.replace('"', '""') + '"' for name in columns)
    query = f"SELECT ({_for_sqlite(text, dialect)}) FROM (SELECT {places})"  # noqa: S608
    with closing(sqlite3.connect(":memory:")) as memory:
        try:
            (verdict,) = memory.execute(query, [value for _, value in held]).fetchone()
        except sqlite3.Error:
            return None
    return None if verdict is None else bool(verdict)


def _for_sqlite(text: str, dialect: str) -> str:
    root = tree(text, dialect)
    return text if dialect == "sqlite" or root is None else root.sql("sqlite")


def _plain(node: exp.Expr) -> exp.Expr:
    """The node without a cast or PostgreSQL's way of printing IN."""
    if isinstance(node, exp.Cast):
        return _uncast(node)
    listed = _array_of(node.expression)
    if listed is None:
        return node
    included = exp.In(this=node.this.copy(), expressions=[item.copy() for item in listed])
    return included if isinstance(node, exp.EQ) else exp.Not(this=included)


def _uncast(node: exp.Cast) -> exp.Expr:
    inner: exp.Expr = node.this
    if isinstance(inner, exp.Literal) and node.to.is_type(*exp.DataType.NUMERIC_TYPES):
        return exp.Literal.number(inner.this)
    return inner


def _array_of(node: exp.Expr) -> list[exp.Expr] | None:
    """The elements of ``ANY (ARRAY[...])`` or ``ALL (ARRAY[...])``."""
    if not isinstance(node, exp.Any | exp.Anonymous):
        return None
    array = node.find(exp.Array)
    return array.expressions if array else None
