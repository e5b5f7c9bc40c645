"""The command ``handrail`` as a user calls it: what it prints, and what it leaves behind."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from benches.processes_bench import ProcessesBench
from benches.runs_bench import RunsBench


class CallsBench:
    """Calls in the scratch folder of the processes, with scratch databases in a place of their own.

    The place is that of the other runs of Handrail, where nobody else puts anything.
    """

    def __init__(self, processes: ProcessesBench, runs: RunsBench) -> None:
        self._processes = processes
        self._runs = runs
        self._files: frozenset[str] = frozenset()

    def call(self, arguments: str) -> None:
        """``handrail ARGUMENTS`` ran to its end."""
        self._begin()
        self._processes.run(f"handrail {arguments}")

    def call_on_terminal(self, arguments: str) -> None:
        """The same, where both of its outputs are one terminal."""
        self._begin()
        spawn = "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))"
        self._processes.run(f'env TERM=xterm python -c "{spawn}" handrail {arguments}')

    def should_say_in_one_line(self, expected: str) -> None:
        """Standard error is that line alone, and standard output is empty.

        ``{folder}`` stands for the scratch folder, a star for any words.
        """
        line = expected.replace("{folder}", str(self._processes.folder))
        pattern = ".*".join(map(re.escape, line.split("*"))) + "\n"
        out, said = self._processes.stdout, self._processes.stderr
        assert re.fullmatch(pattern, said), f"expected {line!r} alone, it said {said!r}"
        assert not out, f"something is on standard output: {out}"

    def should_leave_nothing(self) -> None:
        """No process, no scratch folder, no file that was not there before."""
        self._runs.should_have_left_nothing()
        left = sorted(self._listed() - self._files)
        assert not left, f"files are left: {left}"

    def report(self) -> Mapping[str, Any]:
        """Standard output, which is one JSON document and nothing else; else AssertionError."""
        try:
            report = json.loads(self._processes.stdout)
        except json.JSONDecodeError as error:
            raise AssertionError(f"no JSON: {error}\n{self._processes.stdout}") from error
        assert isinstance(report, dict), f"no JSON object: {report}"
        return report

    def should_report(self, finding: Mapping[str, str]) -> None:
        """A finding of the report has these values."""
        there = [{key: each[key] for key in finding} for each in self.report()["findings"]]
        assert finding in there, f"no {finding} among {there}"

    def should_report_walked(self, walked: Mapping[str, Any]) -> None:
        """What the report says was walked has these values."""
        there = {key: self.report()["walked"][key] for key in walked}
        assert there == walked, f"walked was {there}, expected {walked}"

    def use_wheel(self, state: str) -> None:
        """Commands find a wheel of PostgreSQL in that state, see ``RunsBench``."""
        self._runs.use_wheel(state)

    def close(self) -> None:
        """Nothing is held."""

    def _begin(self) -> None:
        self._processes.environment |= self._runs.environment
        self._files = self._listed()

    def _listed(self) -> frozenset[str]:
        folder = self._processes.folder
        return frozenset(str(path.relative_to(folder)) for path in folder.rglob("*"))
