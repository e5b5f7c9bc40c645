"""Everything in Robot suites that bears tags, as Robot Framework itself reads them.

Robot takes case and spaces in tags lightly: ``TDD Issue 7`` is read as ``tdd_issue_7``.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from robot.api import TestSuite, get_init_model, get_model
from robot.api.parsing import ModelVisitor
from robot.errors import DataError

from handrail.errors import TargetError
from handrail.expected_failures import Tagged, Test


def read_suite(path: str) -> TestSuite:
    """The suite in the file or folder, without tests where it holds none.

    Raises TargetError for a path that is not there and for a file that Robot Framework cannot read.
    """
    if not Path(path).exists():
        raise TargetError("no such file or folder", where=path)
    try:
        return TestSuite.from_file_system(path, allow_empty_suite=True)
    except DataError as error:
        reason = str(error).removeprefix("Parsing ")
        raise TargetError(f"no suite: {reason}", where=path, then="save it as UTF-8") from error


def tags_of(test: Any) -> frozenset[str]:
    """The test's tags in the spelling of the protocol, those of its suites included."""
    return _spelled(test.tags)


def tagged_in(suite: TestSuite, inherited: frozenset[str] = frozenset()) -> Iterator[Tagged]:
    """The settings of suites that tag all their tests, and the tests, with their tags."""
    shared = [] if suite.source is None else list(_shared_by_tests_of(Path(suite.source)))
    yield from shared
    inherited = inherited.union(*(place.tags for place in shared))
    for test in suite.tests:
        tags = tags_of(test)
        alone = Test(test.name, tuple(map(str, test.body)), test.full_name)
        file = os.path.relpath(test.source)
        yield Tagged(file, test.lineno, tags - inherited, tags, test=alone)
    for child in suite.suites:
        yield from tagged_in(child, inherited)


def _shared_by_tests_of(source: Path) -> Iterator[Tagged]:
    file = source / "__init__.robot" if source.is_dir() else source
    if file.exists():
        reader = _SharedTags(os.path.relpath(file))
        reader.visit(get_init_model(file) if source.is_dir() else get_model(file))
        yield from reader.found


class _SharedTags(ModelVisitor):  # type: ignore[misc]
    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[Tagged] = []

    def visit_TestTags(self, node: Any) -> None:  # noqa: N802 - Robot looks for this name
        place = Tagged(self.file, node.lineno, _spelled(node.values), group="all tests of a suite")
        self.found.append(place)

    visit_DefaultTags = visit_TestTags  # noqa: N815 - Robot looks for this name


def _spelled(tags: Iterable[str]) -> frozenset[str]:
    return frozenset(tag.lower().replace(" ", "_") for tag in tags)
