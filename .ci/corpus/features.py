"""The features that a walk has written of a package: each must fail as it says that it does."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from targets import Target

STEPS = "from handrail.acceptance.behave_steps import *\n"
SETTINGS = """\
[tool.behave]
paths = ["features"]
runner = "handrail.acceptance.behave_runner:HandrailRunner"
"""


def lay_out(place: Path) -> list[str]:
    """What features need is there, and nothing of an earlier run; the options that write them."""
    (place / "steps").mkdir(exist_ok=True)
    (place / "steps" / "handrail_steps.py").write_text(STEPS, encoding="utf-8")
    (place / "pyproject.toml").write_text(SETTINGS, encoding="utf-8")
    shutil.rmtree(place / "features", ignore_errors=True)
    (place / "features").mkdir()
    (place / "features" / "issues.toml").touch()  # else they would be entered in this project's own
    return ["--write-features", "features"]


def complaints(target: Target, python: Path, place: Path) -> Iterator[str]:
    """A line for each kind of database on which not all of them are expected failures."""
    written = len(list((place / "features").glob("*.feature")))
    if not written:
        yield f"{target.name}: no feature was written"
    for database in target.databases:
        command = [python.absolute().with_name("behave"), "--define", f"database={database}"]
        environment = {**os.environ, "HOME": str(place / "home")}
        run = subprocess.run(
            [*command, "--format", "progress", "--no-color"],
            cwd=place,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        (place / f"behave-{database}.txt").write_text(run.stdout + run.stderr, encoding="utf-8")
        counts = re.search(r"(\d+) scenarios? passed, (\d+) failed", run.stdout)
        if run.returncode or not counts or counts[2] != "0":
            said = counts.group() if counts else run.stderr.strip().splitlines()[-1:]
            yield f"{target.name}: of {written} features on {database}: {said}"
