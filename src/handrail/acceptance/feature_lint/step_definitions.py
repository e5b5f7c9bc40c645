"""Rules over step definitions: each is used, and each Then can fail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from behave.model import Feature
from behave.runner_util import load_step_modules
from behave.step_registry import registry

from handrail.acceptance.feature_lint.assertions import Context, can_fail
from handrail.acceptance.feature_lint.problems import Problem
from handrail.acceptance.feature_lint.settings import Settings
from handrail.errors import TargetError


def step_problems(
    features: Iterable[Feature], folder: str, settings: Settings
) -> Iterator[Problem]:
    """Dead definitions, and Then steps that cannot fail. Imports the folder's modules.

    Raises TargetError where there is no such folder.
    """
    if not Path(folder).is_dir():
        raise TargetError("no such folder", where=folder)
    load_step_modules([folder])
    used = {
        (step.step_type, id(definition)): definition
        for feature in features
        for scenario in feature.walk_scenarios()
        for step in scenario.all_steps
        if (definition := registry.find_step_definition(step))
    }
    alive = {definition for _, definition in used}
    checking = {definition for kind, definition in used if kind == "then"}
    context = Context(settings.context)
    for definition in (each for kind in registry.steps.values() for each in kind):
        if id(definition) not in alive and _is_in(folder, definition):
            yield _problem(definition, "dead-step", "no feature uses it")
        checks = definition.step_type == "then" or id(definition) in checking
        if checks and not can_fail(definition.func, (context,)):
            yield _problem(definition, "no-assertion", "nothing that it calls asserts")


def _is_in(folder: str, definition: Any) -> bool:
    """Whether a file of the folder defines it, and not a package that the folder imports."""
    return Path(definition.location.filename).resolve().is_relative_to(Path(folder).resolve())


def _problem(definition: Any, rule: str, message: str) -> Problem:
    phrase = f'"{definition.pattern}": {message}'
    return Problem(definition.location.filename, definition.location.line, rule, phrase)
