"""What the words of a failed step say about its reason; pure, after words of all databases."""

from __future__ import annotations

import re

from handrail.chains.process import LostError
from handrail.model import Outcome

_FOREIGN = re.compile(
    r"syntax error|error in your SQL syntax|unrecognized token"
    r"|(no such|unknown) (function|module|collation|data type)"
    r"|(type|function|collation|language|extension) \S+ (does not exist|is not available)"
    r"|can't render element of type|without a key length|requires a length on dialect",
    re.IGNORECASE,
)
_LACKING = re.compile(
    r"does not exist|doesn't exist|check that it exists|has no column named"
    r"|(no such|unknown) (table|column|index|trigger|view|constraint|sequence)"
    r"|foreign key constraint is incorrectly formed|KeyError: ",
    re.IGNORECASE,
)
_UNAVAILABLE = re.compile(r"extension \S+ is not available", re.IGNORECASE)
_MISREAD = re.compile(
    r"invalid input syntax for type|incorrect \S+ value|invalid JSON text", re.IGNORECASE
)
_MISREAD_BY_CODE = ("JSONDecodeError", "UnicodeDecodeError", "ValueError")
_THERE = re.compile(
    r"(?<!\) )already exists|duplicate (column|key|(check|foreign key) constraint) name|errno: 121",
    re.IGNORECASE,
)
"""Of a thing; that a key like ``(id)=(1)`` already exists is said of a row."""
_DROPPING = re.compile(r"\s*(DROP|ALTER TABLE \S+ DROP)\b", re.IGNORECASE)


def is_foreign(words: str | None) -> bool:
    """Whether a step was written for another kind of database than the one that says this."""
    return _FOREIGN.search(words or "") is not None


def is_lacking(words: str | None) -> bool:
    """Whether something that the step builds upon was not there."""
    return _LACKING.search(words or "") is not None


def is_done_already(words: str, statement: str | None) -> bool:
    """Whether a statement failed since what it makes is there, or what it drops is not."""
    dropping = _DROPPING.match(statement or "") is not None
    return _THERE.search(words) is not None or (dropping and is_lacking(words))


def is_unavailable(words: str | None) -> bool:
    """Whether the server that Handrail has lacks what the step asks of it."""
    return _UNAVAILABLE.search(words or "") is not None


def misreads(outcome: Outcome) -> bool:
    """Whether a step failed since a text was not written as it wanted to read it."""
    by_database = outcome.failed_statement and _MISREAD.search(outcome.error or "")
    return bool(by_database) or outcome.error_type in _MISREAD_BY_CODE


def lost_its_process(outcome: Outcome) -> bool:
    """Whether the process that ran a step has ended in the middle of it."""
    return outcome.error_type == LostError.__name__


def follows(words: str | None) -> bool:
    """Whether a step may have failed since one before it changed nothing.

    Something that it builds upon is not there, or something is still there.
    """
    return is_lacking(words) or _THERE.search(words or "") is not None
