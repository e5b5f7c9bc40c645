"""SQL conditions as trees, read with sqlglot alike on every database."""

from __future__ import annotations

import logging
from functools import lru_cache

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

# Texts are tried on suspicion; what sqlglot thinks of those that are no SQL is of no interest.
logging.getLogger("sqlglot").setLevel(logging.ERROR)

_READS = {"sqlite": "sqlite", "postgresql": "postgres", "mariadb": "mysql"}


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
