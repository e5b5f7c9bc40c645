"""SQL that a developer hands over as text: it must be one expression and nothing else."""

from __future__ import annotations

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from handrail.remedies.errors import RemedyError

_READS = {"postgresql": "postgres", "mariadb": "mysql"}


def one_expression(text: str, dialect: str) -> str:
    """The text itself, when it is one SQL expression of this dialect.

    Raises RemedyError where it is empty, a statement, several expressions or an alias, where a
    bracket, a quote or a comment is left open, and where it ends in a comment that would swallow
    what is written behind it.
    """
    alone, bracketed = _parsed(text, dialect), _parsed(f"({text})", dialect)
    if not isinstance(alone, exp.Condition) or not isinstance(bracketed, exp.Paren):
        raise RemedyError(
            "this is not one SQL expression", where=repr(text), then="nothing was changed"
        )
    return text


def columns_of(text: str, dialect: str) -> tuple[str, ...]:
    """The columns that the expression names, each once, in the order of the text."""
    named = sqlglot.parse_one(text, read=_read(dialect)).find_all(exp.Column, bfs=False)
    return tuple(dict.fromkeys(column.name for column in named))


def _parsed(text: str, dialect: str) -> exp.Expr | None:
    """The only thing in the text; None where it is several, or cannot be read."""
    try:
        everything = sqlglot.parse(text, read=_read(dialect))
    except SqlglotError:
        return None
    return everything[0] if len(everything) == 1 else None


def _read(dialect: str) -> str:
    return _READS.get(dialect, dialect)
