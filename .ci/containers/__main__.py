"""What runs in containers, in parts side by side; arguments go to each run of Robot Framework.

The features of containers, the provider contract on both kinds, the suites of integrity on
PostgreSQL, and a walk of the plans on each. What they print stands in ``reports/docker``; each
part's time is told, and in full what failed. Exit code 1 then.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

REPORTS = Path("reports/docker")
IMAGES = {"postgresql": "docker:postgres:15", "mariadb": "docker:mariadb:10.11"}
CHAIN = "fixtures/plans/repaired/alembic.ini"
FEATURES = ("features/databases/engines.feature", "features/databases/docker.feature")
INTEGRITY = {"up": ("checks", "upgrades", "whole_way"), "down": ("downgrades", "refusals")}
SUM = re.compile(r"^\d+ (tests?|scenarios?|revisions?)\b")
"""The line that tells what a part has done, as each of them writes it."""
PYTHON = (sys.executable, "-m")
MEASURED = (*PYTHON, "coverage", "run", "-m")


def parts(arguments: Sequence[str]) -> dict[str, list[str]]:
    """Commands by the names of their parts, the longest first."""
    shown = ("--format", "progress", "--no-color", "--show-skipped")
    junit = ("--junit", "--junit-directory", str(REPORTS / "features"))
    there = [f"--variable={kind}:{image}" for kind, image in IMAGES.items()]
    kinds = [f"--pythonpath={Path(__file__).parent}"]
    kinds += [f"--prerunmodifier=kinds.OnlyKinds:{':'.join(IMAGES)}"]
    handrail = str(Path(sys.executable).with_name("handrail"))
    walk = [handrail, "walk", CHAIN, "--fail-on", "error", "--database"]
    robot = ("--log=NONE", "--report=NONE", *there, *arguments)

    contract = (f"--outputdir={REPORTS / 'contract'}", *kinds, *robot)

    def integrity(way: str) -> list[str]:
        """The suites of one way."""
        chosen = (f"robot/integrity/{suite}.robot" for suite in INTEGRITY[way])
        return [*PYTHON, "robot", f"--outputdir={REPORTS / way}", *robot, *chosen]

    return {
        **{f"integrity on the way {way}": integrity(way) for way in INTEGRITY},
        "features": [*MEASURED, "behave", *shown, *junit, *FEATURES],
        "contract": [*MEASURED, "robot", *contract, "robot/providers"],
        **{f"walk on {kind}": [*walk, image] for kind, image in IMAGES.items()},
    }


def main(arguments: Sequence[str]) -> int:
    """Run all parts at once, and tell of them one after the other."""
    shutil.rmtree(REPORTS, ignore_errors=True)
    REPORTS.mkdir(parents=True)
    commands = parts(arguments)

    def run(name: str) -> tuple[int, float]:
        began = time.monotonic()
        with (REPORTS / f"{name}.log").open("w", encoding="utf-8") as log:
            done = subprocess.run(commands[name], stdout=log, stderr=log, check=False)
        return done.returncode, time.monotonic() - began

    failed = False
    with ThreadPoolExecutor(len(commands)) as threads:
        for name, (code, seconds) in zip(commands, threads.map(run, commands), strict=True):
            log = (REPORTS / f"{name}.log").read_text(encoding="utf-8")
            sums = [line for line in log.splitlines() if SUM.search(line)]
            said = log if code else "".join(sums[-1:])
            print(f"in containers, {name}, {seconds:.0f} s, exit code {code}:\n{said}", flush=True)
            failed = failed or code != 0
    return int(failed)


if __name__ == "__main__":
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.exit(main(sys.argv[1:]))
