"""Walks that are called again: as their findings say, or in other circumstances."""

from __future__ import annotations

import json
import shlex
from collections.abc import Mapping, Sequence
from typing import Any

from benches.processes_bench import ProcessesBench


class AgainBench:
    """Calls ``handrail walk`` in the scratch folder of the processes."""

    def __init__(self, processes: ProcessesBench) -> None:
        self._processes = processes
        self._errors: list[Mapping[str, Any]] = []
        self._shown: dict[str, list[str]] = {}
        self._reports: list[str] = []

    def walk(self, arguments: str) -> None:
        """Walk, and keep the errors; AssertionError where there is none."""
        found = json.loads(self._walked(f"handrail walk {arguments}"))["findings"]
        self._errors = [finding for finding in found if finding["severity"] == "error"]
        assert self._errors, f"there is nothing to see again: {found}"

    def show(self) -> None:
        """Call what each error says that shows it again."""
        for command in dict.fromkeys(error["reproduce"] for error in self._errors):
            found = json.loads(self._walked(command))["findings"]
            self._shown[command] = [finding["fingerprint"] for finding in found]

    def should_be_shown(self, expected: Sequence[Mapping[str, str]]) -> None:
        """Each error was among what its own command found, and the commands were these."""
        gone = [e for e in self._errors if e["fingerprint"] not in self._shown[e["reproduce"]]]
        assert not gone, f"these were not shown again: {gone}"
        there = [{"command": command} for command in self._shown]
        assert there == list(expected), f"the commands were {there}"

    def walk_in(self, arguments: str, circumstances: Sequence[Mapping[str, str]]) -> None:
        """The same walk in each of the circumstances: a seed of hashes, a place for files, jobs."""
        for each in circumstances:
            self._processes.make_folder(each["TMPDIR"])
            place = str(self._processes.path(each["TMPDIR"]))
            variables = {"PYTHONHASHSEED": each["PYTHONHASHSEED"], "TMPDIR": place}
            self._processes.environment |= variables
            self._reports.append(self._walked(f"handrail walk {arguments} --jobs {each['jobs']}"))

    def should_be_alike(self) -> None:
        """All reports are the same text, and they tell of something."""
        assert json.loads(self._reports[0])["findings"], "there is nothing in the reports"
        assert len(set(self._reports)) == 1, "\n".join(self._reports)

    def close(self) -> None:
        """Nothing is held."""

    def _walked(self, command: str) -> str:
        """The report of a walk that finds something, as JSON."""
        self._processes.run(shlex.join([*shlex.split(command), "--format", "json"]))
        self._processes.should_exit_with(1)
        return self._processes.stdout
