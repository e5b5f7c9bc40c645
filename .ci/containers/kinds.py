"""Of suites whose tests have a row for each kind of database, the rows of some kinds alone."""

from __future__ import annotations

from robot.api import SuiteVisitor
from robot.running import TestCase, TestSuite


class OnlyKinds(SuiteVisitor):
    """As in ``--prerunmodifier kinds.OnlyKinds:postgresql:mariadb``; tests left empty are gone."""

    def __init__(self, *kinds: str) -> None:
        self._kinds = set(kinds)

    def start_test(self, test: TestCase) -> None:
        """The rows of other kinds are gone."""
        test.body = [row for row in test.body if self._kinds & {*row.args, *row.name.split()}]

    def end_suite(self, suite: TestSuite) -> None:
        """So are the tests that have no other rows."""
        suite.tests = [test for test in suite.tests if test.body]
