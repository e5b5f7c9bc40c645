"""What the words of a failed step say about its reason; pure, after words of both databases."""

from __future__ import annotations

import re

_FOREIGN = re.compile(
    r"syntax error|unrecognized token|(no such|unknown) (function|module)"
    r"|(type|function|collation|language|extension) \S+ (does not exist|is not available)"
    r"|can't render element of type",
    re.IGNORECASE,
)
_LACKING = re.compile(
    r"does not exist|no such (table|column|index|trigger|view)|has no column named",
    re.IGNORECASE,
)


def is_foreign(words: str | None) -> bool:
    """Whether a step was written for another kind of database than the one that says this."""
    return _FOREIGN.search(words or "") is not None


def is_lacking(words: str | None) -> bool:
    """Whether something that the step builds upon was not there."""
    return _LACKING.search(words or "") is not None
