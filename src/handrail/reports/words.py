"""Texts of a target, made fit to be shown."""

from __future__ import annotations

import re

WIDTH = 160
"""Where a long value, statement or error is cut."""

_UNSEEN = re.compile(r"[\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
"""What JSON may hold as it is, but turns the direction of writing or is not seen at all."""


def harmless(text: str) -> str:
    """The same without anything that moves a cursor or colours a terminal: blanks in its place."""
    return "".join(c if c.isprintable() else " " for c in text)


def one_line(text: str) -> str:
    """The same in one line, without control characters."""
    return harmless(" ".join(text.split()))


def cut(text: str, width: int = WIDTH) -> str:
    """One line, no control characters, and never longer than a reader wants."""
    line = one_line(text)
    return line if len(line) <= width else f"{line[: width - 1]}…"


def value(held: object) -> str:
    """A value of a row, so that a text is told from a number and NULL from both."""
    return "NULL" if held is None else harmless(repr(held))


def spelled_out(json: str) -> str:
    """The same document, in which nothing is unseen: escapes stand for it."""
    return _UNSEEN.sub(lambda found: f"\\u{ord(found.group()):04x}", json)
