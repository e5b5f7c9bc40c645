"""Which of the three tags may stand where.

``tdd_issue_<N>`` requires ``tdd_issue``; ``tdd_expected_fail`` requires both and exactly one N, and
stands on what runs by itself or on an Examples table, never on a group.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from handrail.expected_failures.issues import Issue

ISSUE = "tdd_issue"
EXPECTED_FAIL = "tdd_expected_fail"

_NUMBERED = re.compile(r"tdd_issue_(\d+)")


@dataclass(frozen=True, slots=True)
class Test:
    """What runs by itself: its name, its steps with all values filled in, how to run it ``alone``.

    ``table`` is the name of its Examples table. ``alone`` is what behave or Robot Framework takes
    to choose it.
    """

    name: str
    steps: tuple[str, ...]
    alone: str
    table: str = ""


@dataclass(frozen=True, slots=True)
class Tagged:
    """One place in a file that bears tags, without the @ and in lower case.

    ``tags`` are those written there. ``effective`` adds the inherited ones, for what runs by
    itself; it is None for anything else, and so is ``test``. ``group`` is what to call a place on
    which no failure can be expected, for instance "a feature".
    """

    file: str
    line: int
    tags: frozenset[str]
    effective: frozenset[str] | None = None
    group: str = ""
    test: Test | None = None


@dataclass(frozen=True, slots=True, order=True)
class Offender:
    """A rule for tags that was broken, and where; or what else is to be said of a place.

    Without a ``file`` it is about none.
    """

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}" if self.file else self.message


def issue_numbers(tags: Iterable[str]) -> list[int]:
    """The numbers of all ``tdd_issue_<N>`` among the tags, in order, each once."""
    matches = (_NUMBERED.fullmatch(tag) for tag in tags)
    return sorted({int(match[1]) for match in matches if match})


def open_issue(tags: Iterable[str], proved: int = 0) -> int | None:
    """The issue for which tags that obey the rules say that a failure is expected, or None.

    Where the tags bear the number ``proved``, that is the issue, whatever else they say.
    """
    held = frozenset(tags)
    numbers = issue_numbers(held)
    if proved in numbers:
        return proved
    return numbers[0] if EXPECTED_FAIL in held else None


def offenders(
    tagged: Iterable[Tagged], issues_of: Callable[[str], Mapping[int, Issue]]
) -> list[Offender]:
    """Every breach of the rules, by file and line; none where all is well.

    ``issues_of`` gives the known issues for a file, see :class:`IssueBook`; it is asked only for
    files that name an issue.
    """
    found = {
        Offender(place.file, place.line, message)
        for place in tagged
        for message in _breaches(place, issues_of)
    }
    return sorted(found)


def _breaches(place: Tagged, issues_of: Callable[[str], Mapping[int, Issue]]) -> Iterator[str]:
    for tag in sorted(place.tags):
        if tag.startswith("tdd_") and not _is_known(tag):
            yield f"@{tag} is no tag of the protocol: @tdd_issue, @tdd_issue_<N>, @{EXPECTED_FAIL}"
    for number in issue_numbers(place.tags):
        if number not in issues_of(place.file):
            yield f"issue {number} is not in issues.toml"
    if place.group and EXPECTED_FAIL in place.tags:
        yield f"@{EXPECTED_FAIL} on {place.group}: it belongs on what is expected to fail"
    if place.effective is not None:
        yield from _incomplete(place.effective)


def _incomplete(tags: frozenset[str]) -> Iterator[str]:
    numbers = issue_numbers(tags)
    if ISSUE not in tags:
        yield from (f"@tdd_issue_{number} requires @{ISSUE}" for number in numbers)
    if EXPECTED_FAIL not in tags:
        return
    if ISSUE not in tags:
        yield f"@{EXPECTED_FAIL} requires @{ISSUE}"
    if len(numbers) != 1:
        named = ", ".join(map(str, numbers)) or "none"
        yield f"@{EXPECTED_FAIL} requires exactly one @tdd_issue_<N>, here: {named}"


def _is_known(tag: str) -> bool:
    return tag in (ISSUE, EXPECTED_FAIL) or _NUMBERED.fullmatch(tag) is not None
