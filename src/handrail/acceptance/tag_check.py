"""The rules for tags, asked of files without running them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from handrail.acceptance import tagged_features, tagged_suites
from handrail.expected_failures import IssueBook, Offender, Tagged, offenders


def check(paths: Sequence[str]) -> list[Offender]:
    """Every breach in the feature files and Robot suites at or below ``paths``, by file and line.

    Nothing is run and no step or library is imported. Raises TargetError for a path that is not
    there, a file that cannot be read as what its name says, and an unreadable ``issues.toml``.
    """
    return offenders(read(paths), IssueBook().of)


def read(paths: Sequence[str]) -> list[Tagged]:
    """Everything at or below ``paths`` that bears tags. Raises TargetError, see ``check``."""
    return [place for path in paths for place in _tagged(path)]


def _tagged(path: str) -> Iterator[Tagged]:
    if not path.endswith(".robot"):
        yield from tagged_features.tagged_in(tagged_features.read_features([path]))
    if path.endswith(".robot") or any(Path(path).rglob("*.robot")):
        yield from tagged_suites.tagged_in(tagged_suites.read_suite(path))
