"""The protocol of expected failures for any pytest suite, by two marks.

::

    @pytest.mark.tdd_issue(6648)
    @pytest.mark.tdd_expected_fail
    def test_that_the_downgrade_refuses(): ...

The rules are those of the tags (:mod:`handrail.expected_failures.tags`), and so are the verdicts. A
failed check is an AssertionError, or what ``pytest.fail`` raises, in the test itself; an error in a
fixture and any other exception are none. Tests that are skipped are not judged.
"""

from __future__ import annotations

import os
import re
from collections.abc import Generator, Iterable, Iterator, Sequence
from typing import Any

import pytest

from handrail.errors import HandrailError
from handrail.expected_failures import (
    EXPECTED_FAIL,
    Failure,
    IssueBook,
    Judged,
    Tagged,
    Verdict,
    VerdictKind,
    issue_numbers,
    judge,
    offenders,
)
from handrail.pytest_plugin.summing import told_of

ISSUE = "tdd_issue"
BY_MARK = "@pytest.mark.tdd_expected_fail"
BY_ENTRY = "its entry from the chain's expected"
"""What has to be removed once the issue is mended."""
_CHECKS = (AssertionError, pytest.fail.Exception)
_PARTS = {"setup": "the set-up of ", "call": "", "teardown": "the tear-down of "}


def breaches(config: pytest.Config, items: Sequence[pytest.Item]) -> list[str]:
    """Every breach of the rules for marks, by file and line; none where all is well.

    Marks that the project has registered under other names are its own affair.
    """
    own = {re.split(r"[\s(:]", line)[0] for line in config.getini("markers")}
    try:
        found = offenders(_places(items, own - {ISSUE, EXPECTED_FAIL}), IssueBook().of)
    except HandrailError as error:
        return [str(error)]
    return [re.sub(r"@tdd_issue_<?(\w+)>?", r"@tdd_issue(\1)", str(each)) for each in found]


class ExpectedFailures:
    """Turns expected failures into xfailed tests, and unexpected passes into failed ones."""

    def __init__(self) -> None:
        self._issues = IssueBook()

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """A test that is expected to fail gets the outcome and message of its verdict."""
        report = yield
        mark = item.get_closest_marker(EXPECTED_FAIL)
        if mark is None or not _is_judged(call):
            return report
        (number,) = issue_numbers(_tags(item.iter_markers()))
        issue = self._issues.of(_file(item))[number]
        verdict = judge(issue, list(_failures(item, call)), mark.kwargs.get("remove", BY_MARK))
        _show(report, verdict)
        report.handrail = told_of(Judged(item.nodeid, verdict))  # type: ignore[attr-defined]
        return report


def _is_judged(call: pytest.CallInfo[None]) -> bool:
    """The test itself where it has run to an end, and whatever else has failed."""
    if call.excinfo is None:
        return call.when == "call"
    return not call.excinfo.errisinstance(pytest.skip.Exception)


def _failures(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[Failure]:
    if call.excinfo is None:
        return
    error, title = call.excinfo.value, item.location[2]
    if call.when == "call" and isinstance(error, _CHECKS):
        for message in getattr(error, "messages", [str(error)]):
            yield Failure(title, message, is_check=True)
    else:
        words = f"{type(error).__name__}: {error}"
        yield Failure(f"{_PARTS[call.when]}{title}", words, is_check=False)


def _show(report: pytest.TestReport, verdict: Verdict) -> None:
    vars(report).pop("wasxfail", None)  # of a mark of pytest's own, which asks for no reason
    if verdict.kind is VerdictKind.EXPECTED:
        report.outcome = "skipped"
        report.wasxfail = verdict.message
        return
    report.outcome = "failed"
    place = getattr(report.longrepr, "reprcrash", None)
    if verdict.kind is VerdictKind.FIXED:
        report.longrepr = verdict.message
    elif place:
        place.message = verdict.message
        report.sections.append(("handrail", verdict.message))


def _places(items: Iterable[pytest.Item], own: set[str]) -> Iterator[Tagged]:
    """Every item, and every class and module above one that bears marks of the protocol."""
    above = {node: None for item in items for node in item.listchain()[:-1]}
    for node in above:
        tags = _tags(getattr(node, "own_markers", ()))
        if tags - own:
            group = f"a {type(node).__name__.lower()}"
            yield Tagged(_file(node), _line(node), tags - own, group=group)
    for item in items:
        tags, effective = _tags(item.own_markers), _tags(item.iter_markers())
        yield Tagged(_file(item), _line(item), tags - own, effective=effective - own)


def _tags(marks: Iterable[pytest.Mark]) -> frozenset[str]:
    """Marks as the tags of a feature: ``tdd_issue(41)`` is ``tdd_issue`` and ``tdd_issue_41``."""
    marks = [mark for mark in marks if mark.name.startswith("tdd_")]
    numbers = {f"{ISSUE}_{number}" for mark in marks if mark.name == ISSUE for number in mark.args}
    return frozenset({mark.name for mark in marks} | numbers)


def _file(node: Any) -> str:
    """The file that bears the marks, from the folder where pytest was started."""
    return str(os.path.relpath(node.path, node.config.invocation_params.dir))


def _line(node: Any) -> int:
    """Where the node begins, counted from 1."""
    line = node.reportinfo()[1] if hasattr(node, "reportinfo") else None
    return (line or 0) + 1
