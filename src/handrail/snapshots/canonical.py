"""Conditions and defaults in a form that two kinds of database share; pure."""

from __future__ import annotations

from functools import lru_cache

from sqlglot import exp

from handrail.snapshots.conditions import tree
from handrail.snapshots.spelling import by_tokens

COMPUTED = "computed"
"""The form of every default that is no constant: which function says it differs by database."""


@lru_cache(maxsize=4096)
def condition(text: str, dialect: str) -> str:
    """The same text for conditions that admit the same, as far as that can be read from them.

    Casts, brackets, capitals, the names of tables, the order of AND, OR and IN and the spelling of
    BETWEEN make no difference. What cannot be read is known by its tokens.
    """
    root = tree(text, dialect)
    return by_tokens(text) if root is None else _written(_plain(root))


def columns_of(text: str, dialect: str) -> tuple[str, ...]:
    """The columns that a condition or an expression speaks of, in small letters."""
    root = tree(text, dialect)
    return tuple(node.name.lower() for node in root.find_all(exp.Column)) if root else ()


@lru_cache(maxsize=4096)
def default(text: str | None, dialect: str) -> str | None:
    """The constant that a default is, ``COMPUTED``, or None where it is NULL or there is none."""
    root = tree(text, dialect) if text else None
    match root.unnest() if root else None:
        case None:
            return COMPUTED if text else None
        case exp.Null():
            return None
        case exp.Boolean(this=value):
            return str(float(value))
        case exp.Literal(name=value):
            return _number(value)
        case exp.Neg(this=exp.Literal(name=value)):
            return _number(f"-{value}")
        case _:
            return COMPUTED


def _number(text: str) -> str:
    """A number as Python prints it, whatever it was in quotes for; other texts as they are."""
    try:
        return str(float(text))
    except ValueError:
        return text


def _plain(root: exp.Expr) -> exp.Expr:
    tree_of_ours = exp.Paren(this=root.copy())
    for node in reversed(list(tree_of_ours.walk())):
        node.comments = None
        if isinstance(node, exp.Between):
            low = exp.GTE(this=node.this.copy(), expression=node.args["low"])
            high = exp.LTE(this=node.this.copy(), expression=node.args["high"])
            node.replace(exp.And(this=low, expression=high))
        elif isinstance(node, exp.Column):
            node.replace(exp.column(exp.to_identifier(node.name.lower())))
        elif isinstance(node, exp.In) and len(node.expressions) == 1:
            node.replace(exp.EQ(this=node.this, expression=node.expressions[0]))
        elif isinstance(node, exp.Paren) and node.parent:
            node.replace(node.this)
    plain: exp.Expr = tree_of_ours.this
    return plain


def _written(node: exp.Expr) -> str:
    """The tree as text, what stands on the two sides of AND and OR in the order of its text."""
    if isinstance(node, exp.And | exp.Or):
        parts = sorted({_written(part) for part in node.flatten()})
        return f"({f' {node.key} '.join(parts)})"
    if isinstance(node, exp.In):
        listed = sorted(each.sql("sqlite") for each in node.expressions)
        return f"{_written(node.this)} in ({', '.join(listed)})"
    if isinstance(node, exp.Not):
        return f"not {_written(node.this)}"
    return node.sql("sqlite", normalize_functions="lower")
