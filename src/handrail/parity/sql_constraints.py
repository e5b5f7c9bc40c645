"""Constraints of tables as SQL writes them."""

from __future__ import annotations

from collections.abc import Sequence

from handrail.parity.schema_changes import Kind, Thing
from handrail.parity.sql_words import Cursor, Word, joined, mentioned, names, words_of

_BEGIN = {"constraint", "primary", "unique", "check", "foreign", "exclude", "like", "key"}
_KINDS = {
    "primary key": Kind.PRIMARY,
    "unique": Kind.UNIQUE,
    "foreign key": Kind.FOREIGN,
    "check": Kind.CHECK,
    "exclude": Kind.UNIQUE,
}


def is_constraint(words: Sequence[Word]) -> bool:
    """Whether an item of a table is no column."""
    return bool(words) and words[0].text in _BEGIN and not words[0].quoted


def constraint(table: str, words: Sequence[Word]) -> tuple[Thing, str]:
    """The constraint that the words are, and what it says without its name."""
    cursor = Cursor(words)
    name = cursor.name() if cursor.take("constraint") else ""
    definition = joined(cursor.rest)
    kind = _KINDS.get(cursor.take(*_KINDS), Kind.UNIQUE)
    inside = cursor.group() or []
    if kind is Kind.CHECK:
        return check(table, name, inside), definition
    return Thing(kind, table, name, names(inside)), definition


def check(table: str, name: str, words: Sequence[Word]) -> Thing:
    """A CHECK with this condition; one without a name goes by what it says."""
    return Thing(Kind.CHECK, table, name or joined(words), mentioned(words))


def check_of(table: str, name: str, condition: str) -> Thing:
    """A CHECK whose condition is a text."""
    return check(table, name, words_of(condition, "sqlite"))
