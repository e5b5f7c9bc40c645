"""The rules of every command, and what their texts speak of."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Sequence
from inspect import isfunction, signature
from pathlib import Path
from typing import Any

import alembic.command
import alembic.op
from typer.main import get_command

import handrail.remedies  # noqa: F401 - its operations are Alembic's from now on
from handrail.acceptance.tables import Record
from handrail.cli.app import app
from handrail.cli.rules import known_rules

_ENGINE = Path("src/handrail")
_SHOWING = ("walk", "audit", "parity", "reports", "chains")
_PARTS = {
    "Example": re.compile(r"^Example: *\S|^Example:\n\n    \S", re.MULTILINE),
    "Why it hurts": re.compile(r"^Why it hurts: \S", re.MULTILINE),
    "Remedy": re.compile(r"^Remedy: \S", re.MULTILINE),
}


class CatalogueBench:
    """Reads what ``handrail explain`` tells, and the remedies that findings are told with."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}

    def collect(self, what: str) -> None:
        """The explanations of all rules, or every sentence that the engine gives as a remedy."""
        read = {"explanations": _explanations, "remedies": _remedies}
        self._texts = dict(read[what]())

    def should_hold(self, parts: Sequence[str]) -> None:
        """Each begins with a sentence in one line, and has all of these parts."""
        assert self._texts, "there are no texts"
        lacking = {
            name: [part for part in parts if not _PARTS[part].search(text)]
            for name, text in self._texts.items()
        }
        told = {name: missing for name, missing in lacking.items() if missing}
        assert not told, f"these parts are missing: {told}"
        first = {name: text.strip().splitlines()[0] for name, text in self._texts.items()}
        odd = [line for line in first.values() if not line.endswith(".")]
        assert not odd, f"these are no sentences: {odd}"

    def _should_exist(self, kind: str, at_least: int) -> None:
        """All that is spoken of and of that kind is there, and it is spoken of so often."""
        pattern, there = _KINDS[kind]
        named = {
            (word, name) for name, text in self._texts.items() for word in pattern.findall(text)
        }
        missing = sorted((word, name) for word, name in named if not there(word))
        assert not missing, f"there is no such {kind}: {missing}"
        assert len(named) >= at_least, f"of {kind}s only these are spoken of: {sorted(named)}"

    def should_all_exist(self, expected: Sequence[Record]) -> None:
        """The same for each ``kind`` of thing, with the number that is ``named``."""
        for record in expected:
            self._should_exist(record["kind"], int(record["named"]))

    def close(self) -> None:
        """Nothing is held."""


def _explanations() -> Iterator[tuple[str, str]]:
    for number, rule in enumerate(known_rules()):
        yield f"{number}: {rule.name}", rule.explanation


def _remedies() -> Iterator[tuple[str, str]]:
    """What stands behind ``remedy=`` anywhere, with the names that stand for such sentences."""
    for folder in _SHOWING:
        for file in sorted((_ENGINE / folder).rglob("*.py")):
            source = file.read_text(encoding="utf-8")
            if "remedy=" in source:
                for line, text in _sentences(ast.parse(source)):
                    yield f"{file}:{line}", text


def _sentences(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """The texts given as a remedy; where one is given by a name, all that the module names."""
    given = [
        word.value
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        for word in call.keywords
        if word.arg == "remedy"
    ]
    named = [
        each.value
        for each in ast.walk(tree)
        if isinstance(each, ast.Assign) and any(not isinstance(one, ast.Constant) for one in given)
    ]
    for value in (*given, *named):
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            yield value.lineno, value.value


def _has_option(name: str) -> bool:
    """Whether a command of Handrail's takes it, or one of Alembic's."""
    ours = {option for command in _commands(get_command(app)) for option in _options(command)}
    functions = (each for each in vars(alembic.command).values() if isfunction(each))
    theirs = {parameter for each in functions for parameter in signature(each).parameters}
    return name in ours or name.removeprefix("--").replace("-", "_") in theirs


def _options(command: Any) -> list[str]:
    return [name for each in command.params for name in (*each.opts, *each.secondary_opts)]


def _commands(command: Any) -> Iterator[Any]:
    yield command
    for each in getattr(command, "commands", {}).values():
        yield from _commands(each)


def _has_command(words: str) -> bool:
    """Whether ``handrail WORDS`` is a command, or begins with one that takes an argument."""
    place = get_command(app)
    for word in words.split():
        place = getattr(place, "commands", {}).get(word, place)
    return place is not get_command(app) and not hasattr(place, "commands")


_KINDS: dict[str, tuple[re.Pattern[str], Callable[[str], bool]]] = {
    "operation": (re.compile(r"\bop\.(\w+)"), lambda name: hasattr(alembic.op, name)),
    "option": (re.compile(r"(?<![\w-])(--[a-z][a-z-]+)"), _has_option),
    "command": (re.compile(r"``handrail ([a-z ]+)"), _has_command),
    "command of Alembic": (
        re.compile(r"\balembic (merge|revision|stamp|upgrade|downgrade|[a-z]+)\b"),
        lambda name: hasattr(alembic.command, name),
    ),
}
"""How each kind of thing is spoken of, and whether there is one of that name."""
