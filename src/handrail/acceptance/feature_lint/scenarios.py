"""Rules over features and suites as they are written: tags, names, and a Then in every scenario."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from behave.model import Feature, Scenario, ScenarioOutline

from handrail.acceptance.feature_lint.problems import Problem
from handrail.acceptance.feature_lint.settings import Settings
from handrail.expected_failures import Tagged


def tag_problems(places: Iterable[Tagged], settings: Settings) -> Iterator[Problem]:
    """A problem for each tag that the settings do not allow, where it is written."""
    for place in places:
        for tag in place.tags:
            if not settings.allows(tag):
                yield Problem(place.file, place.line, "tag-not-allowed", tag)


def scenario_problems(features: Iterable[Feature]) -> Iterator[Problem]:
    """Scenarios of one name, and those without a Then; an outline counts as one scenario."""
    first: dict[str, Scenario] = {}
    for scenario in _as_written(features):
        for name in sorted(_names(scenario)):
            if first.setdefault(name.casefold(), scenario) is not scenario:
                message = f'"{name}" is also at {first[name.casefold()].location}'
                yield Problem(scenario.filename, scenario.line, "same-name", message)
        if not any(step.step_type == "then" for step in scenario.all_steps):
            message = "the scenario has no Then"
            yield Problem(scenario.filename, scenario.line, "checks-nothing", message)


def _as_written(features: Iterable[Feature]) -> Iterator[Scenario]:
    for feature in features:
        for scenario in feature.walk_scenarios(with_outlines=True):
            if not isinstance(scenario.parent, ScenarioOutline):
                yield scenario


def _names(scenario: Scenario) -> set[str]:
    """Its name, or those that the rows of an outline give it, each without the row's number."""
    rows = scenario.scenarios if isinstance(scenario, ScenarioOutline) else [scenario]
    return {" ".join(row.name.partition(" -- @")[0].split()) for row in rows}
