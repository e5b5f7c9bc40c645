"""Errors that a user can cause: each says what, where and what next, in one line."""

from __future__ import annotations

import re

_PASSWORD = re.compile(r"(?<=://)([^\s:/@]*):\S*@")
"""As URLs have it."""


class HandrailError(Exception):
    """One line for the person at the keyboard, built from its fields.

    ``what`` went wrong, ``where`` (a file, a revision, an option) and what to do ``next``. The
    password of a URL that was mistaken for something else is not shown.
    """

    def __init__(self, what: str, *, where: str = "", then: str = "") -> None:
        self.what = what
        self.where = where
        self.then = then
        super().__init__(self._line())

    def _line(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f" ({self.then})" if self.then else ""
        line = " ".join(f"{place}{self.what}{advice}".split())
        return _PASSWORD.sub(r"\1:***@", line)


class TargetError(HandrailError):
    """The target, or the call, is wrong: exit code 2."""


class NoDatabaseError(HandrailError):
    """No database could be had: exit code 3."""


class ServerLostError(NoDatabaseError):
    """A server that had answered does so no more, and its databases are lost with it."""
