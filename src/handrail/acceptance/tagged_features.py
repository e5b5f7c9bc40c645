"""Everything in feature files that bears tags, as behave itself reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from behave.exception import InvalidFilenameError
from behave.model import Feature, Rule, Scenario, ScenarioOutline, Step
from behave.parser import ParserError
from behave.runner_util import collect_feature_locations, parse_features

from handrail.errors import TargetError
from handrail.expected_failures import Tagged, Test


def read_features(paths: Sequence[str]) -> list[Feature]:
    """Every feature in the files and below the folders.

    Raises TargetError for a path that is not there and for what is no Gherkin.
    """
    absent = [path for path in paths if not Path(path).exists()]
    if absent:
        raise TargetError("no such file or folder", where=", ".join(absent))
    try:
        return list(parse_features(collect_feature_locations(paths)))
    except (ParserError, InvalidFilenameError) as error:
        raise TargetError(f"no Gherkin: {error}", where=", ".join(paths)) from error
    except UnicodeDecodeError as error:
        what = f"a feature cannot be read: {error}"
        raise TargetError(what, where=", ".join(paths), then="save it as UTF-8") from error


def tagged_in(features: Iterable[Feature]) -> Iterator[Tagged]:
    """Features, rules, outlines, Examples tables and scenarios with their tags."""
    for feature in features:
        yield _place(feature, group="a feature")
        for item in feature.walk_scenarios(with_outlines=True, with_rules=True):
            yield from _tagged(item)


def _tagged(item: Any) -> Iterator[Tagged]:
    if isinstance(item, Rule):
        yield _place(item, group="a Rule")
    elif isinstance(item, ScenarioOutline):
        yield _place(item)
        yield from _examples(item)
    elif not isinstance(item.parent, ScenarioOutline):
        yield _place(item, effective=frozenset(item.effective_tags), test=_test(item, item.name))


def _examples(outline: ScenarioOutline) -> Iterator[Tagged]:
    """Each row under the line of its table: it has the tags of both, with placeholders filled."""
    tables = [each for each in outline.examples if each.table for _ in each.table.rows]
    for scenario, table in zip(outline.scenarios, tables, strict=True):
        own = frozenset(scenario.tags) - frozenset(outline.tags)
        effective = frozenset(scenario.effective_tags)
        test = _test(scenario, outline.name, table.name)
        yield Tagged(scenario.filename, table.line, own, effective, test=test)


def _test(scenario: Scenario, name: str, table: str = "") -> Test:
    steps = tuple(_step(step) for step in scenario.steps)
    return Test(name, steps, f"{scenario.filename}:{scenario.line}", table)


def _step(step: Step) -> str:
    rows = [step.table.headings, *step.table.rows] if step.table else []
    return "\n".join([f"{step.keyword} {step.name}", step.text or "", *map(str, rows)])


def _place(
    item: Any,
    effective: frozenset[str] | None = None,
    group: str = "",
    test: Test | None = None,
) -> Tagged:
    return Tagged(item.filename, item.line, frozenset(item.tags), effective, group, test)
