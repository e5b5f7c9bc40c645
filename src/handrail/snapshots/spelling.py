"""Whether two texts of a catalog say the same in other spelling.

Blanks, comments, capitals, quotes around names, brackets that change nothing and the order of an
IN list are spelling. What sqlglot cannot parse is compared by its tokens.
"""

from __future__ import annotations

from functools import lru_cache

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from handrail.snapshots.sqlite_text import tokens

_DIALECTS = ("sqlite", "postgres", "mysql")


def same_text(one: str | None, other: str | None) -> bool:
    """Whether two conditions, defaults, types or statements differ in spelling at most."""
    if one is None or other is None or one == other:
        return one == other
    return by_tokens(one) == by_tokens(other) or any(
        by_meaning(one, dialect) == by_meaning(other, dialect) for dialect in _DIALECTS
    )


@lru_cache(maxsize=4096)
def by_tokens(text: str) -> str:
    """The text without blanks and comments, names in small letters and without quotes."""
    return " ".join(
        token.text if token.kind == "string" else token.name.lower() for token in tokens(text)
    )


@lru_cache(maxsize=4096)
def by_meaning(text: str, dialect: str) -> str:
    """The tree of an expression, printed; its tokens where it is none in that dialect."""
    try:
        tree = sqlglot.parse_one(f"SELECT 1 WHERE {text}", dialect=dialect)
    except SqlglotError:
        return by_tokens(text)
    for node in tree.walk():
        node.comments = None
    for brackets in list(tree.find_all(exp.Paren)):
        brackets.replace(brackets.this)
    for name in list(tree.find_all(exp.Identifier)):
        name.replace(exp.to_identifier(name.name.lower()))
    for listed in tree.find_all(exp.In, exp.Array):
        if _is_a_set(listed):
            listed.set("expressions", sorted(listed.expressions, key=repr))
    return repr(tree)


def _is_a_set(listed: exp.Expression) -> bool:
    """Whether the order means nothing: IN, or an array as PostgreSQL prints IN and NOT IN."""
    around = listed.find_ancestor(exp.Any, exp.Anonymous)
    return isinstance(listed, exp.In) or (
        around is not None and (isinstance(around, exp.Any) or around.name == "ALL")
    )
