"""Errors that a user can cause: each says what, where and what next, in one line."""

from __future__ import annotations


class HandrailError(Exception):
    """One line for the person at the keyboard, built from its fields.

    ``what`` went wrong, ``where`` (a file, a revision, an option) and what to do ``next``.
    """

    def __init__(self, what: str, *, where: str = "", then: str = "") -> None:
        self.what = what
        self.where = where
        self.then = then
        super().__init__(self._line())

    def _line(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f" ({self.then})" if self.then else ""
        return " ".join(f"{place}{self.what}{advice}".split())


class TargetError(HandrailError):
    """The target, or the call, is wrong: exit code 2."""


class NoDatabaseError(HandrailError):
    """No database could be had: exit code 3."""
