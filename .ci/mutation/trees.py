"""Copies of the repository, in each of which one change at a time is tried."""

from __future__ import annotations

import os
import queue
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

LONGEST = 300
"""Seconds after which a run is taken to hang, which is noticed too."""
_LEFT_OUT = (".git", ".nox", ".venv", ".mypy_cache", ".ruff_cache", "reports")
"""What lies at the top, and no feature reads."""


@dataclass(frozen=True)
class Change:
    """A file that is another one, and the features that should notice, on each of the databases."""

    group: str
    told: str
    file: str
    text: str
    features: Sequence[str]
    databases: Sequence[str]


@dataclass(frozen=True)
class Tried:
    """A change, and whether it was noticed; how long that took."""

    change: Change
    noticed: bool
    seconds: float


class Trees:
    """So many copies below a folder; what is tried in one of them disturbs no other."""

    def __init__(self, folder: Path, number: int) -> None:
        self._free: queue.Queue[Path] = queue.Queue()
        for name in map(str, range(number)):
            shutil.copytree(Path.cwd(), folder / name, ignore=_not_copied)
            # Whatever is not changed starts as fast as it does elsewhere.
            compiled = [sys.executable, "-m", "compileall", "-q", "src", "benches", "steps"]
            subprocess.run(compiled, cwd=folder / name, check=False, capture_output=True)
            self._free.put(folder / name)
        self._number = number

    def try_all(
        self, changes: Iterable[Change], until: float, tell: Callable[[Tried], None]
    ) -> list[Tried]:
        """Each change that could be begun in time, in whatever order they end."""
        found: list[Tried] = []

        def try_one(change: Change) -> None:
            if time.monotonic() < until:
                tried = self.tried(change)
                found.append(tried)
                tell(tried)

        with ThreadPoolExecutor(self._number) as runs:
            list(runs.map(try_one, changes))
        return found

    def tried(self, change: Change) -> Tried:
        """The features run in a copy that has the change."""
        tree, began = self._free.get(), time.monotonic()
        file = tree / change.file
        before = file.read_bytes()
        file.write_text(change.text, encoding="utf-8")
        try:
            noticed = any(_fails(tree, change.features, each) for each in change.databases)
        finally:
            file.write_bytes(before)
            self._free.put(tree)
        return Tried(change, noticed, time.monotonic() - began)


def _not_copied(folder: str, names: list[str]) -> set[str]:
    return {"__pycache__", *(_LEFT_OUT if Path(folder) == Path.cwd() else ())} & {*names}


def _fails(tree: Path, features: Sequence[str], database: str) -> bool:
    """Whether one of them fails; suites of Robot name their databases themselves."""
    with subprocess.Popen(
        [sys.executable, "-m", *_command(features, database)],
        cwd=tree,
        # Of a file that is changed twice within a second the older bytecode would be taken.
        env={**os.environ, "PYTHONPATH": f"{tree / 'src'}:{tree}", "PYTHONDONTWRITEBYTECODE": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            return process.wait(LONGEST) != 0
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            return True


def _command(features: Sequence[str], database: str) -> list[str]:
    if features[0].startswith("robot/"):
        return ["robot", "--exitonfailure", "--output", "NONE", *features]
    shown = ["--stop", "--format", "progress", "--no-color"]
    return ["behave", *shown, "--define", f"database={database}", *features]
