"""The rules for tags, asked of files without running them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from handrail.acceptance import tagged_features
from handrail.expected_failures import IssueBook, Offender, Tagged, offenders


def read(paths: Sequence[str]) -> list[Tagged]:
    """Everything in the feature files and Robot suites at or below ``paths`` that bears tags.

    Nothing is run and no step or library is imported. Raises TargetError for a path that is not
    there, and a file that cannot be read as what its name says.
    """
    return [place for path in paths for place in _tagged(path)]


def broken(tagged: Sequence[Tagged]) -> list[Offender]:
    """Every breach by file and line. Raises TargetError for an unreadable ``issues.toml``."""
    return offenders(tagged, IssueBook().of)


def _tagged(path: str) -> Iterator[Tagged]:
    if not path.endswith(".robot"):
        yield from tagged_features.tagged_in(tagged_features.read_features([path]))
    if path.endswith(".robot") or any(Path(path).rglob("*.robot")):
        from handrail.acceptance import tagged_suites  # takes as long as all the rest

        yield from tagged_suites.tagged_in(tagged_suites.read_suite(path))
