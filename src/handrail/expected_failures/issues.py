"""The reported issues that tags name, as ``issues.toml`` tells them.

::

    [6648]
    title = "The downgrade of a5_005 crashes on rows that are legal"
    reported = "https://tracker.example/issues/6648"
    fails_with = 'crashed: .*ck_v3_plans_(phase|state)'
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from handrail.errors import TargetError

NAMES = ("issues.toml", "features/issues.toml")
"""What is looked for in each folder, on the way from a tagged file up to the root."""

_KEYS = {"title", "reported", "fails_with"}


@dataclass(frozen=True, slots=True)
class Issue:
    """One reported bug: its number and title, where it was reported, and how its check fails.

    ``fails_with`` is searched for in the message of the failing check.
    """

    number: int
    title: str
    reported: str
    fails_with: re.Pattern[str]


def read_issues(path: Path) -> Mapping[int, Issue]:
    """Every issue of the file, by number.

    Raises TargetError where the file is no TOML, a table is not named by a number, a key is
    missing or one too many, or ``fails_with`` is no pattern or one that any message fits.
    """
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TargetError(str(error), where=str(path), then="write it as TOML") from error
    return {issue.number: issue for issue in (_issue(path, *pair) for pair in tables.items())}


class IssueBook:
    """The nearest ``issues.toml`` of each tagged file, read once."""

    def __init__(self) -> None:
        self._read: dict[str, Mapping[int, Issue]] = {}

    def of(self, file: str) -> Mapping[int, Issue]:
        """The issues that tags in ``file`` may name; none where there is no such file.

        In the folder of ``file``, then in each folder above it, ``issues.toml`` and
        ``features/issues.toml`` are looked for; the first that is there counts.
        Raises TargetError where it cannot be read.
        """
        if file not in self._read:
            path = issues_file(file)
            self._read[file] = read_issues(path) if path else {}
        return self._read[file]


def issues_file(file: str) -> Path | None:
    """The ``issues.toml`` that counts for ``file``, see :class:`IssueBook`; None without one."""
    folder = Path(file).resolve().parent
    candidates = (above / name for above in (folder, *folder.parents) for name in NAMES)
    return next((path for path in candidates if path.is_file()), None)


def _issue(path: Path, name: str, table: Any) -> Issue:
    where = f"{path} [{name}]"
    if not name.isdigit() or not isinstance(table, dict):
        raise TargetError("no issue number", where=where, then="name each table by its number")
    if set(table) != _KEYS or not all(isinstance(value, str) for value in table.values()):
        raise TargetError("an issue has three texts", where=where, then=", ".join(sorted(_KEYS)))
    pattern = _pattern(where, table["fails_with"])
    return Issue(int(name), table["title"], table["reported"], pattern)


def _pattern(where: str, text: str) -> re.Pattern[str]:
    try:
        pattern = re.compile(text)
    except re.error as error:
        raise TargetError(f"fails_with is no pattern: {error}", where=where) from error
    if pattern.search(""):
        raise TargetError("fails_with fits any message", where=where, then="be specific")
    return pattern
