"""Projects whose chains are walked, and the features that the walk writes there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from benches.processes_bench import ProcessesBench
from handrail.acceptance.tables import Record, assert_same

_FOUND = 1
"""The exit code of a walk with findings."""


class WritingBench:
    """A project in the scratch folder of the processes, with what its features need."""

    def __init__(self, processes: ProcessesBench) -> None:
        self._processes = processes

    def begin(self, runner: str = "HandrailRunner") -> None:
        """One line in its steps folder and one setting."""
        line = "from handrail.acceptance.behave_steps import *  # noqa: F403"
        self._processes.write("steps/handrail_steps.py", line)
        setting = f'runner = "handrail.acceptance.behave_runner:{runner}"'
        self._processes.write("pyproject.toml", f'[tool.behave]\npaths = ["features"]\n{setting}')

    def have_written(self, calls: Sequence[str]) -> None:
        """Each of these walks was called, and wrote features of what it found."""
        for call in calls:
            self._processes.run(f"handrail walk {call} --write-features features")
            self._processes.should_exit_with(_FOUND)

    def untag(self) -> None:
        """No feature is expected to fail any more."""
        for path in self._features():
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace(" @tdd_expected_fail", ""), encoding="utf-8")

    def change(self, name: str, old: str, new: str) -> None:
        """In a file other words stand where these stood."""
        path = self._processes.path(name)
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {name}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    def should_be_there(self, expected: Sequence[Record]) -> None:
        """The feature files are these and no others, with their issues."""
        found = [{"feature": each.stem, "issue": _issue(each)} for each in self._features()]
        there = [{name: row[name] for name in expected[0]} for row in found]
        assert_same(expected, there, "other features are there")

    def should_end_with(self, name: str, text: str) -> None:
        """The last lines of a file, without their indentation."""
        there = self._processes.path(name).read_text(encoding="utf-8").splitlines()
        lines = [line.strip() for line in text.strip().splitlines()]
        end = [line.strip() for line in there[-len(lines) :]]
        assert end == lines, f"{name} ends with {end}"

    def close(self) -> None:
        """The folder goes with the processes."""

    def _features(self) -> list[Path]:
        return sorted(self._processes.path("features").rglob("*.feature"))


def _issue(path: Path) -> str:
    found = re.search(r"@tdd_issue_(\d+)", path.read_text(encoding="utf-8"))
    return found[1] if found else ""
