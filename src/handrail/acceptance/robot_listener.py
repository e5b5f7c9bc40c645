"""The protocol of expected failures for any Robot Framework project, by one listener.

::

    robot --listener handrail.acceptance.robot_listener.ExpectedFailureListener tests/

The tags are those of behave without the @. A failed check is a library keyword in the body of the
test that raised an AssertionError: the ``Should ...`` keywords, ``Fail``, any ``assert`` in a
Python keyword. Where keywords begin with Given, When and Then, only what belongs to a Then counts.
Another exception, an unknown keyword or variable, a time-out, and whatever fails in a set-up or
teardown is no failed check. Tests that are skipped, and dry runs, are not judged.

Robot counts a failure before listeners see it, so ``--exitonfailure`` ends a run at an expected
failure too.
"""

from __future__ import annotations

import os
import sys
from typing import Any
from xml.etree import ElementTree

from robot.api import ResultVisitor
from robot.libraries.BuiltIn import BuiltIn

from handrail.acceptance.robot_failures import RobotFailures
from handrail.acceptance.tagged_suites import tagged_in, tags_of
from handrail.errors import TargetError
from handrail.expected_failures import (
    IssueBook,
    Judged,
    VerdictKind,
    judge,
    offenders,
    open_issue,
    summary,
)

JUNIT_TYPE = "handrail.expected_failure"
"""The type of a skipped xUnit test case that failed as expected (pytest: ``pytest.xfail``)."""


class ExpectedFailureListener:
    """Turns expected failures green and unexpected passes red, and sums up the open issues.

    A breach of the rules for tags, or an unreadable ``issues.toml``, ends the process with exit
    code 2 before any test runs, whatever called Robot; its outputs are left unfinished.
    """

    ROBOT_LISTENER_API_VERSION = 3

    def __init__(self, proved: str = "0") -> None:
        """With ``ExpectedFailureListener:41`` all that bears issue 41 is expected to fail."""
        self._issues = IssueBook()
        self._proved = int(proved)
        self._judged: dict[tuple[str, str], Judged] = {}
        self._failures = RobotFailures()

    def start_suite(self, data: Any, result: Any) -> None:  # noqa: ARG002 - Robot's signature
        """The outermost suite, with all below it, keeps the rules, or the process ends."""
        if data.parent is None:
            self._stop_on_broken_rules(data)

    def start_test(self, data: Any, result: Any) -> None:  # noqa: ARG002
        """No check of this test has failed so far."""
        self._failures.start()

    def end_library_keyword(self, data: Any, implementation: Any, result: Any) -> None:  # noqa: ARG002
        """Whether a check failed is found out now."""
        self._failures.keyword_ended(result)

    def end_test(self, data: Any, result: Any) -> None:
        """A test that is expected to fail gets the status and message of its verdict."""
        number = open_issue(tags_of(data), self._proved)
        if number is None or result.skipped or BuiltIn().dry_run_active:
            return
        file = os.path.relpath(data.source)
        verdict = judge(self._issues.of(file)[number], self._failures.of(result))
        self._judged[result.parent.full_name, result.name] = Judged(
            f"{file}:{data.lineno}", verdict
        )
        result.status = "PASS" if verdict.green else "FAIL"
        result.message = "\n".join(filter(None, [verdict.message, result.message]))

    def xunit_file(self, path: Any) -> None:
        """Expected failures are skipped test cases in the xUnit file."""
        tree = ElementTree.parse(path)
        for case in tree.iter("testcase"):
            judged = self._judged.get((case.get("classname", ""), case.get("name", "")))
            if judged and judged.verdict.green and case.find("failure") is None:
                told = {"type": JUNIT_TYPE, "message": judged.verdict.message}
                case.append(ElementTree.Element("skipped", told))
        for suite in tree.iter("testsuite"):
            suite.set("skipped", str(len(suite.findall(".//testcase/skipped"))))
        tree.write(path, encoding="UTF-8", xml_declaration=True)

    def close(self) -> None:
        """The issues still open are on the screen."""
        if self._judged:
            print(f"\n{summary(list(self._judged.values()))}\n", file=sys.__stdout__)

    def _stop_on_broken_rules(self, suite: Any) -> None:
        try:
            broken = [str(each) for each in offenders(tagged_in(suite), self._issues.of)]
        except TargetError as error:
            broken = [str(error)]
        if broken:
            print("\n".join(["", "Nothing was run: the rules for tags are broken.", *broken]))
            sys.stdout.flush()
            # Robot swallows every exception of a listener but SystemExit, which it turns into 253.
            os._exit(2)


class OpenIssues(ResultVisitor):  # type: ignore[misc]
    """Prints the expected failures among results that were written with the listener."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    def visit_test(self, test: Any) -> None:
        """An expected failure is kept with its verdict, which is the first line of its message."""
        verdict = test.message.partition("\n")[0]
        if verdict.startswith(VerdictKind.EXPECTED):
            self._lines.append(f"  {test.full_name}: {verdict}")

    def end_suite(self, suite: Any) -> None:
        """The list is on the screen."""
        if suite.parent is None and self._lines:
            print("\n".join([f"Expected failures: {len(self._lines)}", *self._lines]))
