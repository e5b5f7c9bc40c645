"""The rules for tags, asked of features as behave reads them."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from benches.properties.trying import tried
from handrail.acceptance.tagged_features import read_features, tagged_in
from handrail.expected_failures import Issue, IssueBook, judge, offenders, open_issue
from handrail.expected_failures.tags import EXPECTED_FAIL, ISSUE
from handrail.expected_failures.verdict import Failure

_KNOWN = {41, 42}
_ISSUES = "\n".join(
    f"[{number}]\ntitle = 't'\nreported = 'r'\nfails_with = 'lost'" for number in sorted(_KNOWN)
)
_TAGS = (ISSUE, ISSUE, "tdd_issue_41", "tdd_issue_42", "tdd_issue_7", EXPECTED_FAIL, EXPECTED_FAIL)
_OTHERS = ("slow", "tdd_issue_", "tdd_other")


@dataclass(frozen=True, slots=True)
class _Feature:
    """Tags of a feature, of its rule, of a scenario, of an outline, and of its two tables."""

    feature: frozenset[str]
    rule: frozenset[str]
    scenario: frozenset[str]
    outline: frozenset[str]
    tables: tuple[frozenset[str], ...]

    def lines(self) -> Iterator[str]:
        """As it is written; what bears tags says in a comment what it is."""
        yield from (_written(self.feature), "Feature: F")
        yield from (_written(self.rule), "Rule: R")
        yield from (_written(self.scenario), "Scenario: S", "Given it")
        yield from (_written(self.outline), "Scenario Outline: O", "Given <it>")
        for at, table in enumerate(self.tables):
            yield from (_written(table), f"Examples: E{at}", "| it |", "| a |", "| b |")

    def is_broken(self) -> bool:
        """Whether a rule is, by the sentences that stand in docs/expected_failures.md."""
        above = self.feature | self.rule
        runs = [above | self.scenario, *(above | self.outline | each for each in self.tables)]
        written = above.union(*runs)
        foreign = any(each.startswith("tdd_") and not _is_ours(each) for each in written)
        return foreign or EXPECTED_FAIL in above or any(map(_breaks, runs))


def found_exactly_where_a_rule_is_broken() -> None:
    """A feature offends exactly where one of the rules is broken, however its tags are spread."""
    with tempfile.TemporaryDirectory(prefix="handrail-tags-") as made:
        folder = Path(made)
        (folder / "issues.toml").write_text(_ISSUES, encoding="utf-8")

        def holds(feature: _Feature) -> None:
            file = folder / "one.feature"
            text = "\n".join(filter(None, feature.lines()))
            file.write_text(text, encoding="utf-8")
            found = offenders(tagged_in(read_features([str(file)])), IssueBook().of)
            told = "\n".join(map(str, found))
            assert bool(found) == feature.is_broken(), f"{text}\n{told}"
            assert len(set(found)) == len(found), told

        tried(150, _features(), holds)


def what_obeys_has_one_issue() -> None:
    """Among tags that obey, a failure is expected of exactly one issue where they say so."""

    def holds(tags: frozenset[str]) -> None:
        if not _breaks(tags):
            found = open_issue(tags)
            assert (found in _KNOWN) == (EXPECTED_FAIL in tags), f"of {sorted(tags)} it is {found}"

    tried(100, _some(_TAGS), holds)


def green_for_what_was_reported_alone() -> None:
    """A verdict is green where something failed, and all of it as reported; else it is red."""
    issue = _issue()
    failure = st.builds(
        Failure,
        where=st.just("Then it is there"),
        message=st.sampled_from(("a row is lost", "lost", "a row is new", "")),
        is_check=st.sampled_from((True, True, False)),
    )

    def holds(failures: Sequence[Failure]) -> None:
        reported = all(each.is_check and "lost" in each.message for each in failures)
        verdict = judge(issue, failures)
        assert verdict.green == (reported and bool(failures)), f"{failures}: {verdict}"

    tried(100, st.lists(failure, max_size=3), holds)


def _issue() -> Issue:
    with tempfile.TemporaryDirectory(prefix="handrail-tags-") as made:
        (Path(made) / "issues.toml").write_text(_ISSUES, encoding="utf-8")
        return IssueBook().of(str(Path(made) / "one.feature"))[41]


def _breaks(tags: frozenset[str]) -> bool:
    """Whether what runs with all these tags breaks a rule."""
    numbers = {int(each.rpartition("_")[2]) for each in tags if _is_numbered(each)}
    incomplete = EXPECTED_FAIL in tags and (ISSUE not in tags or len(numbers) != 1)
    return incomplete or bool(numbers - _KNOWN) or bool(numbers and ISSUE not in tags)


def _is_numbered(tag: str) -> bool:
    return tag.startswith("tdd_issue_") and tag.rpartition("_")[2].isdigit()


def _is_ours(tag: str) -> bool:
    return tag in (ISSUE, EXPECTED_FAIL) or _is_numbered(tag)


def _written(tags: frozenset[str]) -> str:
    return " ".join(f"@{tag}" for tag in sorted(tags))


def _some(tags: Sequence[str]) -> st.SearchStrategy[frozenset[str]]:
    return st.lists(st.sampled_from(tags), max_size=4).map(frozenset)


@st.composite
def _features(draw: Any) -> _Feature:
    # Those that obey are the rarer ones by far: most tags belong to what runs.
    above = st.one_of(st.just(frozenset[str]()), _some((ISSUE, "tdd_issue_41")), _some(_TAGS))
    below = st.one_of(_whole(), _some((*_TAGS, *_OTHERS)))
    tables = st.tuples(below, below)
    return _Feature(draw(above), draw(above), draw(below), draw(above), draw(tables))


def _whole() -> st.SearchStrategy[frozenset[str]]:
    """What obeys by itself."""
    numbered = st.sampled_from(("tdd_issue_41", "tdd_issue_42"))
    return st.builds(
        lambda number, expected: frozenset({ISSUE, number, *expected}),
        numbered,
        st.sampled_from(((), (EXPECTED_FAIL,))),
    )
