"""Where the statements of an SQL text for MariaDB or MySQL begin and end; pure.

As their own clients read it: DELIMITER names what ends a statement, and comments that begin with an
exclamation mark are words. Without DELIMITER the semicolons between BEGIN and END are part of a
trigger, a routine or a block. Where a quotation does not end, the rest is one statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_TOKEN = re.compile(
    r"""(?P<nothing>\s+|(?:--(?=\s|\Z)|\#)[^\n]*|/\*(?!M?!).*?\*/)
      | (?P<quoted>'(?:[^'\\]|\\.|'')*'|"(?:[^"\\]|\\.|"")*"|`(?:[^`]|``)*`)
      | (?P<open>['"`].*)
      | (?P<word>[\w$]+)
      | (?P<mark>.)""",
    re.VERBOSE | re.DOTALL,
)
_DELIMITER = re.compile(r"DELIMITER[ \t]+(?P<end>\S+)[^\n]*", re.IGNORECASE)
_WITH_BODY = re.compile(
    r"BEGIN\s+NOT\s+ATOMIC\b|CREATE\b[^;(]*?\b(EVENT|FUNCTION|PACKAGE|PROCEDURE|TRIGGER)\b",
    re.IGNORECASE,
)
_DEEPER = ("BEGIN", "CASE")
_OF_OTHERS = ("FOR", "IF", "LOOP", "REPEAT", "WHILE")
"""What an END may be the end of that has no beginning of its own here."""


def spans(text: str) -> Iterator[tuple[int, int]]:
    """From where to where each statement goes, its end and the comments before it left out."""
    position, end = 0, ";"
    while position < len(text):
        if named := _DELIMITER.match(text, position):
            position, end = named.end(), named["end"]
        elif text.startswith(end, position):
            position += len(end)
        elif (token := _token(text, position)).lastgroup == "nothing":
            position = token.end()
        else:
            start, position = position, _end(text, position, end)
            yield start, position


def _end(text: str, start: int, end: str) -> int:
    """Where the statement ends that begins at ``start``."""
    has_body = end == ";" and _WITH_BODY.match(text, start)
    position, depth, before = start, 0, ""
    while position < len(text):
        if depth == 0 and text.startswith(end, position):
            break
        token = _token(text, position)
        position = token.end()
        if has_body and token.lastgroup != "nothing":
            word = token[0].upper()
            depth += _deeper(before, word)
            before = word
    return position


def _deeper(before: str, word: str) -> int:
    """How much deeper a word leads, after that other one."""
    if before == "END":
        return 1 if word in _OF_OTHERS else 0
    return (word in _DEEPER) - (word == "END")


def _token(text: str, position: int) -> re.Match[str]:
    found = _TOKEN.match(text, position)
    assert found
    return found
