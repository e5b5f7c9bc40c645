"""Rules over feature files alone: tags, names, and a Then in every scenario."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from behave.model import Feature, Scenario, ScenarioOutline
from behave.parser import ParserError, parse_file

from handrail.acceptance.feature_lint.problems import Problem
from handrail.acceptance.feature_lint.settings import Settings


def read_features(folder: Path) -> tuple[list[Feature], list[Problem]]:
    """Every feature below the folder, in the order of their paths, and those beyond reading."""
    features, problems = [], []
    for file in sorted(folder.rglob("*.feature")):
        try:
            feature = parse_file(str(file))
        except ParserError as error:
            words = str(error.args[0]).splitlines()[0]
            problems.append(Problem(str(file), error.line or 1, "does-not-parse", words))
        else:
            features += [feature] if feature else []
    return features, problems


def scenario_problems(features: Iterable[Feature], settings: Settings) -> Iterator[Problem]:
    """What is wrong with tags, names and the lack of a Then."""
    names: dict[str, Scenario] = {}
    for feature in features:
        for tagged in _tagged(feature):
            yield from _tag_problems(tagged, feature.filename, settings)
        for scenario in _as_written(feature):
            yield from _name_problems(scenario, names)
            if not any(step.step_type == "then" for step in scenario.all_steps):
                yield _problem(scenario, "checks-nothing", "the scenario has no Then")


def _tagged(feature: Feature) -> list[Any]:
    """Everything in the feature that can carry tags of its own."""
    written = list(feature.walk_scenarios(with_outlines=True, with_rules=True))
    outlines = [entity for entity in written if isinstance(entity, ScenarioOutline)]
    examples = [table for outline in outlines for table in outline.examples]
    expanded = {id(scenario) for outline in outlines for scenario in outline.scenarios}
    return [feature, *(one for one in written if id(one) not in expanded), *examples]


def _as_written(feature: Feature) -> list[Scenario]:
    """Scenarios and outlines, without what outlines expand to."""
    return [one for one in _tagged(feature) if isinstance(one, Scenario)]


def _tag_problems(tagged: Any, file: str, settings: Settings) -> Iterator[Problem]:
    for tag in tagged.tags:
        if not settings.allows(str(tag)):
            yield Problem(file, getattr(tag, "line", tagged.line), "tag-not-allowed", f"@{tag}")


def _name_problems(scenario: Scenario, names: dict[str, Scenario]) -> Iterator[Problem]:
    first = names.setdefault(" ".join(scenario.name.casefold().split()), scenario)
    if first is not scenario:
        yield _problem(scenario, "same-name", f'"{scenario.name}" is also at {first.location}')


def _problem(scenario: Scenario, rule: str, message: str) -> Problem:
    return Problem(scenario.filename, scenario.line, rule, message)
