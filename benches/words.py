"""Stored values of this repository's own systems as plain words: NULL is the word."""

from __future__ import annotations

from collections.abc import Sequence

from handrail.model import Rows, Value


def word(value: Value) -> str:
    """A stored value as a feature writes it."""
    return "NULL" if value is None else str(value)


def value_of(text: str) -> str | None:
    """A feature's word as a value to store; the database makes a number of it where it wants."""
    return None if text == "NULL" else text


def records(rows: Rows, columns: Sequence[str]) -> list[dict[str, str]]:
    """The rows in words, in the columns that a feature named."""
    missing = [name for name in columns if name not in rows.columns]
    assert not missing, f"no column {', '.join(missing)}; there are {', '.join(rows.columns)}"
    return [{name: word(row[name]) for name in columns} for row in rows.as_dicts()]
