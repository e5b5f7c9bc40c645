"""SQL conditions as trees, read with sqlglot alike on every database."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from functools import lru_cache
from typing import ClassVar

import sqlglot
from sqlglot import exp
from sqlglot.dialects.dialect import DialectType
from sqlglot.dialects.mysql import MySQL
from sqlglot.errors import SqlglotError

# Texts are tried on suspicion; what sqlglot thinks of those that are no SQL is of no interest.
logging.getLogger("sqlglot").setLevel(logging.ERROR)


class _MariaDB(MySQL):
    """As its catalog prints conditions: texts stand in single quotes alone."""

    class Tokenizer(MySQL.Tokenizer):
        QUOTES: ClassVar = ["'"]
        IDENTIFIERS: ClassVar = ["`", '"']


_READS: Mapping[str, DialectType] = {
    "sqlite": "sqlite",
    "postgresql": "postgres",
    "mariadb": _MariaDB,
}


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
    for node in reversed(list(root.find_all(exp.Cast, exp.EQ, exp.NEQ, exp.Anonymous))):
        node.replace(_plain(node))
    condition: exp.Expr = root.this
    return condition


def _plain(node: exp.Expr) -> exp.Expr:
    """The node without a cast, PostgreSQL's way of printing IN, or MariaDB's of a length."""
    if isinstance(node, exp.Cast):
        return _uncast(node)
    if isinstance(node, exp.Anonymous):
        is_length = node.name.lower() == "octet_length"
        return exp.Length(this=node.expressions[0].copy()) if is_length else node
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
