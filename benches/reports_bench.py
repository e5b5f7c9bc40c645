"""Reports that a command has written: to its standard output, and to files."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from jsonschema import Draft202012Validator

from benches.calls_bench import CallsBench
from benches.processes_bench import ProcessesBench
from handrail.reports.json_format import schema


class ReportsBench:
    """Looks at what the last command has left in the scratch folder, and at what it printed."""

    def __init__(self, processes: ProcessesBench, calls: CallsBench) -> None:
        self._processes = processes
        self._calls = calls

    def files_should_be(self, folder: str, names: Sequence[str]) -> None:
        """The folder holds these files and nothing else."""
        there = sorted(path.name for path in self._processes.path(folder).iterdir())
        assert there == list(names), f"{folder!r} holds {there}"

    def file_should_obey(self, name: str) -> None:
        """The file holds a report as JSON that obeys the schema in the package."""
        text = self._processes.path(name).read_text(encoding="utf-8")
        _should_obey(json.loads(text))

    def output_should_obey(self) -> None:
        """The same of standard output, which holds nothing else."""
        _should_obey(self._calls.report())

    def close(self) -> None:
        """Nothing is held."""


def _should_obey(report: Any) -> None:
    wrong = [
        error.message for error in Draft202012Validator(json.loads(schema())).iter_errors(report)
    ]
    assert not wrong, f"the JSON breaks its schema: {wrong}"
