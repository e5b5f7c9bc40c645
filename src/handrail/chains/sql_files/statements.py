"""The statements of an SQL text, one by one, each with its line."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlglot import Token, TokenType
from sqlglot.dialects.dialect import Dialect
from sqlglot.errors import TokenError

from handrail.chains.calling import NAMES
from handrail.chains.sql_files import delimiters

_SPELLED = {"postgresql": "postgres", "sqlite": "sqlite"}
"""What sqlglot calls the databases."""
_DEEPER = {TokenType.L_PAREN, TokenType.CASE}
_BACK = {TokenType.R_PAREN, TokenType.END}


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement without the comments before it, and without its semicolon.

    ``line`` counts from 1, in the text that it was split from.
    """

    text: str
    line: int


def split(text: str, dialect: str) -> tuple[Statement, ...]:
    """Every statement of a text, in order; comments by themselves are none.

    ``dialect`` is as SQLAlchemy calls it. Where a quotation or a comment does not end, the
    rest is one statement, so that the database says in its own words what is wrong with it.
    """
    if dialect in NAMES:
        found = delimiters.spans(text)
        return tuple(
            Statement(text[start:end].rstrip(), _line(text, start)) for start, end in found
        )
    spans = _sqlite_spans(text) if dialect == "sqlite" else _postgresql_spans(text)
    statements = (_statement(text, start, end, dialect) for start, end in spans)
    return tuple(statement for statement in statements if statement)


def _sqlite_spans(text: str) -> Iterator[tuple[int, int]]:
    """By SQLite's own verdict, which knows quotations, comments and the bodies of triggers."""
    start, semicolon = 0, text.find(";")
    while semicolon >= 0:
        if sqlite3.complete_statement(text[start : semicolon + 1]):
            yield start, semicolon
            start = semicolon + 1
        semicolon = text.find(";", semicolon + 1)
    yield start, len(text)


def _postgresql_spans(text: str) -> Iterator[tuple[int, int]]:
    """At semicolons outside of brackets (CREATE RULE) and of a body that begins with BEGIN ATOMIC.

    Source: psql's own reader, psqlscan.l.
    """
    tokens = _tokens(text, "postgresql") or ()
    start, depth = 0, 0
    for token, following in zip(tokens, (*tokens[1:], None), strict=False):
        if token.token_type is TokenType.SEMICOLON and depth == 0:
            yield start, token.start
            start = token.end + 1
        atomic = token.token_type is TokenType.BEGIN and _says(following, "ATOMIC")
        depth += atomic or token.token_type in _DEEPER
        depth -= depth > 0 and token.token_type in _BACK
    yield start, len(text)


def _tokens(text: str, dialect: str) -> Sequence[Token] | None:
    """None where a quotation or a comment does not end."""
    try:
        return Dialect.get_or_raise(_SPELLED[dialect]).tokenize(text)
    except TokenError:
        return None


def _says(token: Token | None, word: str) -> bool:
    return token is not None and token.text.upper() == word


def _statement(text: str, start: int, end: int, dialect: str) -> Statement | None:
    """What stands between two places, or None where that is nothing."""
    tokens = _tokens(text[start:end], dialect)
    if tokens is not None and not tokens:
        return None
    if tokens:
        start, end = start + tokens[0].start, start + tokens[-1].end + 1
    else:
        start = end - len(text[start:end].lstrip())
    return Statement(text[start:end], _line(text, start))


def _line(text: str, start: int) -> int:
    return text.count("\n", 0, start) + 1
