"""The start of the agents' server over migrations that do not succeed."""

from __future__ import annotations

import os
import subprocess
import sys

from benches.agents.calling import UNMEASURED
from benches.agents.runner_bench import RunnerBench
from benches.agents.stages import text_of


class StartUpBench:
    """Starts a server over the database and the folder of a runner, and ends it again."""

    def __init__(self, runner: RunnerBench) -> None:
        self._runner = runner
        self._first_line = ""
        self._complaint = ""
        self._exit_code: int | None = None

    def start(self, variant: str) -> None:
        """The server of that variant was started, and has ended."""
        module = f"fixtures.agents.{variant.removeprefix('as ')}.server"
        words = ["--database-url", text_of(self._runner.url), "--until-stdin-closes"]
        words += ["--migrations", str(self._runner.files.folder)]
        kept = {name: value for name, value in os.environ.items() if name not in UNMEASURED}
        process = subprocess.Popen(
            [sys.executable, "-m", module, *words],
            env=kept,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert process.stdout
        self._first_line = process.stdout.readline()
        _, self._complaint = process.communicate()
        self._exit_code = process.returncode

    def should_serve(self) -> None:
        """It listened."""
        assert self._first_line.startswith("listening on"), f"no server: {self._complaint}"

    def should_have_stopped_with(self, *words: str) -> None:
        """It never listened, and said these words in one line."""
        assert not self._first_line, "the server serves, though migrating failed"
        assert self._exit_code == 1, f"the exit code is {self._exit_code}"
        lacking = [word for word in words if word not in self._complaint]
        assert not lacking, f"it does not say {' and '.join(lacking)}: {self._complaint}"
        lines = self._complaint.strip().splitlines()
        assert len(lines) == 1, f"it says more than a line: {self._complaint}"

    def close(self) -> None:
        """Nothing is held."""
