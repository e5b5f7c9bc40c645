"""Rules over Robot suites: tags, and keywords that promise a check can fail."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from robot.libraries import STDLIBS
from robot.running import ResourceFile, TestLibrary, TestSuite

from handrail.acceptance.feature_lint.assertions import Instance, can_fail
from handrail.acceptance.feature_lint.problems import Problem
from handrail.acceptance.feature_lint.settings import Settings

_SILENT = '"{}": nothing that it calls asserts'


def suite_problems(folder: Path, settings: Settings) -> Iterator[Problem]:
    """What is wrong with the suites, resources and libraries of the folder."""
    resources = [ResourceFile.from_file_system(file) for file in sorted(folder.rglob("*.resource"))]
    for suite in _suites(TestSuite.from_file_system(folder)):
        resources.append(suite.resource)
        for test in suite.tests:
            yield from _tag_problems(test, settings)
    for resource in resources:
        yield from _resource_problems(resource)
    for library in sorted({name for resource in resources for name in _libraries(resource)}):
        yield from _library_problems(TestLibrary.from_name(library))


def _suites(suite: TestSuite) -> Iterator[TestSuite]:
    yield suite
    for child in suite.suites:
        yield from _suites(child)


def _tag_problems(test: Any, settings: Settings) -> Iterator[Problem]:
    for tag in test.tags:
        if not settings.allows(tag):
            yield _problem(test, "tag-not-allowed", tag)


def _libraries(resource: ResourceFile) -> Iterator[str]:
    """The libraries that the project brings itself, by name or by path."""
    for each in resource.imports:
        if each.type == "LIBRARY" and each.name not in STDLIBS:
            path = Path(each.directory, each.name)
            yield str(path) if path.exists() else each.name


def _resource_problems(resource: ResourceFile) -> Iterator[Problem]:
    for keyword in resource.keywords:
        if _promises(keyword.name) and not any(map(_checks, keyword.body)):
            yield _problem(keyword, "no-assertion", _SILENT.format(keyword.name))


def _checks(item: Any) -> bool:
    """Whether a call, or one in a block of calls, is to a keyword that promises a check itself."""
    words = [getattr(item, "name", None) or "", *map(str, getattr(item, "args", ()))]
    return any(_promises(word) or word == "Fail" for word in words) or any(
        map(_checks, getattr(item, "body", ()))
    )


def _library_problems(library: TestLibrary) -> Iterator[Problem]:
    for keyword in library.keywords:
        if _promises(keyword.name) and "site-packages" not in str(keyword.source):
            method, owner = keyword.method, (Instance(type(library.instance)),)
            if not can_fail(getattr(method, "__func__", method), owner):
                yield _problem(keyword, "no-assertion", _SILENT.format(keyword.name))


def _promises(name: str) -> bool:
    return "should" in name.casefold().split()


def _problem(where: Any, rule: str, message: str) -> Problem:
    return Problem(os.path.relpath(where.source), where.lineno or 1, rule, message)
