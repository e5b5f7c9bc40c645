"""Patterns for the message of the check that fails while an issue is open."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SPECIAL = re.compile(r"[\\.^$*+?{}\[\]|()]")
_NUMBER = re.compile(r"(?<![\w.])\d+(?![\w.])")
_LONGEST = 120
"""Of a long message the beginning tells enough."""


def alike(words: str) -> str:
    """A pattern for the first line of what was said, whatever numbers stand in it by themselves.

    Without PostgreSQL's details, which tell of one row.
    """
    line = (words.strip().splitlines() or [""])[0].partition("DETAIL:")[0][:_LONGEST].rstrip()
    plain = _SPECIAL.sub(lambda found: f"\\{found.group()}", line)
    return _NUMBER.sub(r"\\d+", plain)


def any_of(patterns: Iterable[str]) -> str:
    """A pattern that fits what one of them fits."""
    return "|".join(dict.fromkeys(patterns))
