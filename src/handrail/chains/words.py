"""What a target says, fit to be told: one line, and nothing that a terminal or a file chokes on."""

from __future__ import annotations

import re

from sqlalchemy.exc import DBAPIError, NoSuchTableError

from handrail.databases.spoken import said

_ILLEGIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Controls, what turns the direction of writing, and halves of letters."""
_SCRATCH = re.compile(r"handrail_[a-z0-9_]{8}_\d+\b")
_BEFORE_NAMES = re.compile(rf"(`?){_SCRATCH.pattern}\1\.")
"""A database of the run, which MariaDB puts before each name: the next run has another."""


def words_of(error: BaseException) -> str:
    """What was raised in one line: the database's own words where it was the database.

    What is no more than a word (the key of a KeyError, a table) has the error's name before it.
    """
    if isinstance(error, NoSuchTableError):
        return f"no such table: {error}"
    original = error.orig if isinstance(error, DBAPIError) and error.orig else error
    name = type(original).__name__
    lines = [line.strip() for line in _said(original).splitlines() if line.strip()]
    words = legible(" ".join(lines))
    return words if " " in words else f"{name}: {words}" if words else name


def named_words_of(error: BaseException) -> str:
    """The same with the error's name before it, in any case."""
    name, words = type(error).__name__, words_of(error)
    return words if words.startswith(name) else f"{name}: {words}"


def legible(text: str) -> str:
    """The same text as a plain string, with what cannot be printed spelled out.

    Databases of the run have no name of their own in it.
    """
    plain = _SCRATCH.sub("handrail", _BEFORE_NAMES.sub("", str.__str__(text)))
    return _ILLEGIBLE.sub(_spelled, plain)


def _said(error: BaseException) -> str:
    try:
        return said(error)
    except Exception:  # noqa: BLE001 - an exception may be unable to say what it is
        return ""


def _spelled(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape").decode("ascii")
