"""Calls of a runner, in this process or in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL

from benches.agents.stages import runner_of, text_of

UNMEASURED = ("COVERAGE_PROCESS_START", "COVERAGE_PROCESS_CONFIG")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a runner said; ``error`` is empty where it did what it was told."""

    said: str
    error: str = ""


def call(variant: str, command: str, url: URL, folder: Path) -> Outcome:
    """What came of calling the runner as a function; whatever it raises on its own is kept."""
    runner = runner_of(variant)
    try:
        lines = runner.COMMANDS[command](text_of(url), folder)
    except runner.MigrationError as error:
        return Outcome("", str(error))
    return Outcome("\n".join(lines or ()))


def call_in_process(variant: str, command: str, url: URL, folder: Path) -> Outcome:
    """What came of calling the runner as its documentation says."""
    words = [sys.executable, "-m", runner_of(variant).__name__, "--database-url", text_of(url)]
    kept = {name: value for name, value in os.environ.items() if name not in UNMEASURED}
    ended = subprocess.run(
        [*words, "--folder", str(folder), command],
        env=kept,
        capture_output=True,
        text=True,
        check=False,
    )
    return Outcome(ended.stdout, ended.stderr)
