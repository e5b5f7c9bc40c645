"""What went wrong in a Robot test, and which of it was a failed check."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

from handrail.expected_failures import Failure

_BEFORE_THE_CHECK = ("given", "when")
_CONTINUING = ("and", "but")


class RobotFailures:
    """Watches one test at a time; which exception failed a keyword is known only as it ends."""

    def __init__(self) -> None:
        self._asserting: set[int] = set()

    def start(self) -> None:
        """No check of this test has failed so far."""
        self._asserting.clear()

    def keyword_ended(self, result: Any) -> None:
        """To be called by a listener at the end of a library keyword.

        Robot hands over no exception, but calls listeners while Python still handles it; what a
        nested keyword raised arrives here as an exception of Robot's own.
        """
        if isinstance(sys.exc_info()[1], AssertionError):
            self._asserting.add(id(result))

    def of(self, test: Any) -> list[Failure]:
        """Every failure of the finished test that made it fail; none where it passed."""
        found = [*_around(test), *self._in_body(test)]
        if test.failed and not found:
            found = [Failure("the test", test.message, is_check=False)]
        return found

    def _in_body(self, test: Any) -> Iterator[Failure]:
        word = ""
        for item in test.body:
            first = _name(item).split(" ")[0].lower()
            word = word if first in _CONTINUING else first
            for failure in self._in_item(item):
                is_check = failure.is_check and word not in _BEFORE_THE_CHECK
                yield Failure(failure.where, failure.message, is_check)

    def _in_item(self, item: Any) -> Iterator[Failure]:
        """The outermost failed checks in a keyword or control structure, or else what failed it."""
        if not getattr(item, "failed", False):
            return
        if id(item) in self._asserting:
            yield Failure(f'"{_name(item)}"', item.message, is_check=True)
            return
        inner = [failure for child in item.body for failure in self._in_item(child)]
        inner.extend(_around(item))
        yield from inner or [Failure(f'"{_name(item)}"', item.message, is_check=False)]


def _around(item: Any) -> Iterator[Failure]:
    """The failures of set-up and teardown, of a test or a keyword."""
    for part in ("setup", "teardown"):
        if getattr(item, f"has_{part}", False) and getattr(item, part).failed:
            yield Failure(f"the {part}", getattr(item, part).message, is_check=False)


def _name(item: Any) -> str:
    return str(item.name) if item.type == item.KEYWORD else str(item.type)
