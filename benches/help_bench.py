"""What the command line says of itself: help, examples, and what shells complete."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Any

from typer.main import get_command

from benches.processes_bench import ProcessesBench
from handrail.acceptance.tables import assert_same
from handrail.cli.app import app

_OF_THE_SHELL = {">", "|", "&&"}
_EXAMPLE = re.compile(r"^ *Example: (.+)$", re.MULTILINE)


class HelpBench:
    """Every command by its words, as the application holds them."""

    def __init__(self, processes: ProcessesBench) -> None:
        self._processes = processes
        self._examples: dict[str, list[str]] = {}
        self._offered: dict[str, str] = {}

    def read(self) -> None:
        """The examples of every command and group are known."""
        for words, command in _commands("handrail", get_command(app)):
            context = command.make_context(words, [], resilient_parsing=True)
            self._examples[words] = _EXAMPLE.findall(command.get_help(context))

    def should_show_examples(self) -> None:
        """Each has one that begins with its own words."""
        lacking = [
            words
            for words, examples in self._examples.items()
            if not any(example.startswith(words) for example in examples)
        ]
        assert self._examples, "no help was read"
        assert not lacking, f"their help shows no example: {lacking}"

    def should_understand_examples(self) -> None:
        """Every example is a call that the command line understands; it is not run."""
        for example in (each for examples in self._examples.values() for each in examples):
            _, program, arguments = example.partition("handrail ")
            words = shlex.split(program + arguments)
            _understand(list(takewhile(lambda word: word not in _OF_THE_SHELL, words)))

    def complete(self, lines: Sequence[str]) -> None:
        """What is offered at the end of each line is known."""
        for line in lines:
            self._processes.environment = {
                "_HANDRAIL_COMPLETE": "complete_bash",
                "COMP_WORDS": line,
                "COMP_CWORD": str(line.count(" ")),
            }
            self._processes.run("handrail")
            self._offered[line] = " ".join(self._processes.stdout.split())

    def should_offer(self, expected: Sequence[Mapping[str, str]]) -> None:
        """After each of these lines these words were offered, in this order."""
        offered = [{"line": line, "words": words} for line, words in self._offered.items()]
        assert_same(expected, offered, "other words are offered")

    def write_script(self, shell: str, name: str) -> None:
        """The script by which that shell completes is there under that name."""
        self._processes.environment = {"_HANDRAIL_COMPLETE": f"source_{shell}"}
        self._processes.run("handrail")
        self._processes.write(name, self._processes.stdout)

    def close(self) -> None:
        """Nothing is held."""


def _commands(words: str, command: Any) -> Iterator[tuple[str, Any]]:
    yield words, command
    for name, each in getattr(command, "commands", {}).items():
        yield from _commands(f"{words} {name}", each)


def _understand(words: list[str]) -> None:
    """Raises what the parser raises where it does not."""
    name, *rest = words
    command: Any = get_command(app)
    while hasattr(command, "commands"):
        name, *rest = rest
        command = command.commands[name]
    command.make_context(name, rest)
