"""Rules over Robot keywords: one that promises a check can fail."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from robot.libraries import STDLIBS
from robot.running import ResourceFile, TestLibrary, TestSuite

from handrail.acceptance.feature_lint.assertions import Instance, can_fail
from handrail.acceptance.feature_lint.problems import Problem

_CHECKS = ("Fail", "Run Keyword And Expect Error")
"""What of Robot Framework's own keywords checks without saying Should."""


def keyword_problems(folder: Path, suite: TestSuite) -> Iterator[Problem]:
    """Keywords of the folder's suites, resources and libraries that cannot fail."""
    resources = [ResourceFile.from_file_system(file) for file in sorted(folder.rglob("*.resource"))]
    resources += [each.resource for each in _suites(suite)]
    for resource in resources:
        yield from _resource_problems(resource)
    for library in sorted({name for resource in resources for name in _libraries(resource)}):
        yield from _library_problems(TestLibrary.from_name(library))


def _suites(suite: TestSuite) -> Iterator[TestSuite]:
    yield suite
    for child in suite.suites:
        yield from _suites(child)


def _libraries(resource: ResourceFile) -> Iterator[str]:
    """The libraries that the project brings itself, by name or by path."""
    for each in resource.imports:
        if each.type == "LIBRARY" and each.name not in STDLIBS:
            path = Path(each.directory, each.name)
            yield str(path) if path.exists() else each.name


def _resource_problems(resource: ResourceFile) -> Iterator[Problem]:
    for keyword in resource.keywords:
        if _promises(keyword.name) and not any(map(_checks, keyword.body)):
            yield _problem(keyword)


def _checks(item: Any) -> bool:
    """Whether a call, or one in a block of calls, is to a keyword that promises a check itself."""
    words = [getattr(item, "name", None) or "", *map(str, getattr(item, "args", ()))]
    return any(_promises(word) or word in _CHECKS for word in words) or any(
        map(_checks, getattr(item, "body", ()))
    )


def _library_problems(library: TestLibrary) -> Iterator[Problem]:
    for keyword in library.keywords:
        if _promises(keyword.name) and "site-packages" not in str(keyword.source):
            method, owner = keyword.method, (Instance(type(library.instance)),)
            if not can_fail(getattr(method, "__func__", method), owner):
                yield _problem(keyword)


def _promises(name: str) -> bool:
    return "should" in name.casefold().split()


def _problem(keyword: Any) -> Problem:
    message = f'"{keyword.name}": nothing that it calls asserts'
    return Problem(os.path.relpath(keyword.source), keyword.lineno or 1, "no-assertion", message)
