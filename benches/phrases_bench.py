"""What `handrail steps` prints, held against the sources and features of this repository."""

from __future__ import annotations

import ast
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from behave.runner import the_step_registry
from cucumber_expressions.expression import CucumberExpression
from cucumber_expressions.parameter_type_registry import ParameterTypeRegistry

from benches.processes_bench import ProcessesBench
from handrail.acceptance import behave_steps
from handrail.acceptance.tagged_features import read_features

_DEFINITION = re.compile(r'^(Given|When|Then)\((".*"), \(\) => \{\}\)$', re.MULTILINE)


class PhrasesBench:
    """Looks at what the last command has printed."""

    def __init__(self, processes: ProcessesBench) -> None:
        self._processes = processes

    def should_be_printed(self) -> None:
        """As many phrases stand under each keyword as are defined, each with words below it."""
        printed = Counter[str]()
        for block in self._processes.stdout.split("\n\n"):
            keyword, *lines = block.splitlines()
            printed[keyword.lower()] = len(lines) // 2
            lacking = [
                phrase for phrase, said in zip(lines[::2], lines[1::2], strict=True) if not said
            ]
            assert not lacking, f"nothing is said of {lacking}"
        defined = Counter(keyword for keyword, _ in _defined())
        assert printed == defined, f"{dict(printed)} are printed, {dict(defined)} are defined"

    def should_be_objects(self) -> None:
        """Each phrase is among the objects, as behave has it, and says what it means."""
        there = json.loads(self._processes.stdout)
        found = {(each["keyword"], each["pattern"]) for each in there if each["meaning"]}
        assert found == set(_defined()), f"other phrases: {found ^ set(_defined())}"

    def should_match_steps_of(self, folder: str) -> None:
        """Every step in the features of the folder that the package defines is matched once."""
        types = ParameterTypeRegistry()
        expressions = [
            (keyword.lower(), CucumberExpression(json.loads(text), types))
            for keyword, text in _DEFINITION.findall(self._processes.stdout)
        ]
        steps = set(_steps_of(folder))
        wrong = {
            text: matches
            for keyword, text in steps
            if (matches := sum(e.match(text) is not None for k, e in expressions if k == keyword))
            != 1
        }
        assert steps, "there are no such steps"
        assert not wrong, f"not matched once: {wrong}"

    def close(self) -> None:
        """Nothing is held."""


def _defined() -> Iterator[tuple[str, str]]:
    """Keyword and pattern of each decorator in the sources of the package."""
    for noun in behave_steps.__all__:
        source = Path(str(behave_steps.__file__)).with_name(f"{noun}.py")
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            for mark in getattr(node, "decorator_list", ()):
                yield mark.func.id, ast.literal_eval(mark.args[0])


def _steps_of(folder: str) -> Iterator[tuple[str, str]]:
    for feature in read_features([folder]):
        for scenario in feature.walk_scenarios():
            for step in scenario.all_steps:
                definition = the_step_registry.find_step_definition(step)
                # Behave gives the modules of a steps folder no name.
                if str(definition.func.__module__).startswith(behave_steps.__name__):
                    yield step.step_type, step.name
