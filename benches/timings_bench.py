"""Profiles of runs: what is said of them, and what the JSON tells."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import count
from typing import Any

from benches.processes_bench import ProcessesBench
from handrail.acceptance.tables import Record, assert_same
from handrail.model import Phase
from handrail.stopwatch import Stopwatch, timed


class TimingsBench:
    """Looks at what the last command has said on standard error, and at its JSON."""

    def __init__(self, processes: ProcessesBench) -> None:
        self._processes = processes
        self._stopwatch = Stopwatch()

    def run_inside(self, inner: str, outer: str) -> None:
        """One phase was run inside another; each look at the clock took a second."""
        self._stopwatch = Stopwatch(count(0.0).__next__)
        within = timed(Phase(inner))(bool)
        with self._stopwatch.running():
            timed(Phase(outer))(within)()

    def should_have_taken(self, expected: str) -> None:
        """Each phase took so many seconds."""
        told = (f"{name} {took:g}" for name, took in self._stopwatch.phases.items())
        assert ", ".join(told) == expected, f"they took {self._stopwatch.phases}"

    def should_tell(self, expected: Sequence[Record]) -> None:
        """The profile has these columns, and in each of them these phases with some seconds."""
        lines = self._processes.stderr.splitlines()
        head = next(n for n, line in enumerate(lines) if line.startswith(" "))
        columns: dict[str, list[str]] = {name: [] for name in lines[head].split()}
        for line in lines[head + 1 : -1]:
            for number, name in enumerate(columns):
                if line[10 + 18 * number :][:18].strip():
                    columns[name].append(line.split()[0])
        there = [{"of": name, "phases": " ".join(told)} for name, told in columns.items()]
        assert_same(expected, there, "the profile tells of other phases")

    def should_add_up(self, file: str) -> None:
        """What counts for one phase counts for no other."""
        for each in self._told(file)["spent"]:
            total = sum(each["phases"].values())
            assert abs(total - each["seconds"]) < 0.01, f"{each['of']}: {each}"
            assert min(each["phases"].values()) >= 0, f"less than nothing: {each}"

    def should_time(self, file: str, revisions: str) -> None:
        """These were visited, which took some time, and no others."""
        told = [each["revision"] for each in self._told(file)["revisions"] if each["visit"] > 0]
        assert told == revisions.split(), f"visited were {told}"

    def shard_should_visit(self, file: str, revisions: str) -> None:
        """The share of the shard that wrote the file."""
        shard = self._read(file)["shard"]
        share = shard["report"]["part"]["shares"][shard["number"] - 1]
        assert share == revisions.split(), f"its share is {share}"

    def _told(self, file: str) -> Any:
        return self._read(file)["timings"]

    def _read(self, file: str) -> Any:
        return json.loads(self._processes.path(file).read_text(encoding="utf-8"))

    def close(self) -> None:
        """Nothing is held."""
