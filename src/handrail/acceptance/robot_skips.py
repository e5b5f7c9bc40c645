"""Which Robot tests were skipped, and why, for the end of a run.

::

    rebot --prerebotmodifier handrail.acceptance.robot_skips.SkippedTests output.xml
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from robot.api import ResultVisitor


class SkippedTests(ResultVisitor):  # type: ignore[misc]
    """Prints each reason once, with the number of tests that it kept from running."""

    def __init__(self) -> None:
        self._reasons: Counter[str] = Counter()

    def visit_test(self, test: Any) -> None:
        """The reason of a skipped test is its message."""
        if test.skipped:
            self._reasons[test.message] += 1

    def end_suite(self, suite: Any) -> None:
        """The reasons are on the screen."""
        if suite.parent is None:
            for reason, tests in self._reasons.items():
                print(f"skipped: {tests} tests: {reason}")
