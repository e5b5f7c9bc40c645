"""Numbers for reported issues, and their place in issues.toml."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from textwrap import shorten

from handrail.expected_failures import issues_file, read_issues
from handrail.reports.words import spelled_out
from handrail.writing.feature import Told
from handrail.writing.patterns import any_of

_LONGEST = 120
"""Of a title; the feature has all of it."""


class Ledger:
    """The issues.toml that counts for a folder of features, and what is to be added to it.

    It is the nearest one from the folder upwards, as the protocol looks for it; where there is
    none, one in the folder itself. What stands in it is left as it is: issues come at its end.
    Raises TargetError where it cannot be read.
    """

    def __init__(self, folder: Path) -> None:
        self._path = issues_file(str(folder / "any.feature")) or folder / "issues.toml"
        self._known = read_issues(self._path) if self._path.exists() else {}
        self._taken: dict[int, list[Told]] = {}

    def free(self) -> int:
        """The next number after all that are taken."""
        return max((*self._known, *self._taken), default=0) + 1

    def take(self, number: int, tale: Told) -> None:
        """The issue of that number is about this story too, unless somebody has described it."""
        if number not in self._known:
            self._taken.setdefault(number, []).append(tale)

    def texts(self) -> dict[Path, str]:
        """The file with what was taken, whole; nothing where nothing was."""
        if not self._taken:
            return {}
        before = self._path.read_text(encoding="utf-8") if self._path.exists() else _HEAD
        entries = [_entry(number, tales) for number, tales in self._taken.items()]
        return {self._path: "\n".join([before.rstrip("\n") + "\n", *entries])}


def _entry(number: int, tales: Sequence[Told]) -> str:
    first = tales[0].story.first
    more = f", and {len(tales) - 1} more" if len(tales) > 1 else ""
    title = shorten(f"{first.revision}: {first.message}", _LONGEST, placeholder=" …")
    values = {
        "title": f"{title}{more}",
        "reported": first.reproduce,
        "fails_with": any_of(tale.fails_with for tale in tales),
    }
    lines = (f"{key} = {_quoted(value)}" for key, value in values.items())
    return "\n".join([f"[{number}]", *lines]) + "\n"


_HEAD = """\
# The reported issues that tags name: title, where each was reported, and a pattern for the message
# of the check that fails while it is open.
"""


def _quoted(value: str) -> str:
    """A literal string where TOML has one for it, so that a pattern reads as it is."""
    literal = "'" not in value and value.isprintable()
    return f"'{value}'" if literal else spelled_out(json.dumps(value, ensure_ascii=False))
