"""Behave on every kind of database, in parts side by side; arguments go to each of them.

Features that touch no database, or name it themselves, run with SQLite alone; those of systems that
know PostgreSQL only run there; of the others MariaDB has those that say what differs on it. Walks
on PostgreSQL and of whole chains leave no coverage: they go the same ways as the others, and
measuring would double their time. At the end each part's time is told, the slowest scenarios, and
in full what failed, since behave's progress shows no more than a letter. Exit code 1 then.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

RUN_ONCE = (
    "features/(audit/|ci/|command_line/|expected_failures/|init/|lint/|databases/(engines|given"
    "|needs)|parity/guard/|phrases/(listing|repositories)|properties/|pytest/|reports/"
    "|safety/unlooked)"
)
WALKS = "features/(walk|safety|reports|agents/walk)/"
WHOLE_CHAINS = "features/walk/bundled_chains"
POSTGRESQL_ALONE = "features/(agents|dual_track|parity/drift)/"
OTHER_SQLITE = "features/(remedies/|databases/(clones|providers)|plans/rebuild/)"
ON_MARIADB = (
    "features/(mariadb|remedies|rows|snapshots)/|features/databases/(clones|drops)"
    "|features/(phrases/cells|walk/hazards/types_in_place)"
)
CONTAINERS = "features/databases/docker"
COMMANDS = "features/(ci|command_line|expected_failures|init|lint|pytest|writing)/"
REPORTS = Path("reports/behave")
SLOWEST = 10


@dataclass(frozen=True)
class Part:
    """Some features on one kind of database."""

    name: str
    database: str
    included: str = ""
    excluded: tuple[str, ...] = ()
    measured: bool = True

    def command(self, arguments: Sequence[str]) -> list[str]:
        """What runs it, and leaves its reports."""
        python = [sys.executable, "-m"]
        behave = (
            [*python, "coverage", "run", "-m", "behave"] if self.measured else [*python, "behave"]
        )
        shown = ["--format", "progress", "--no-color", "--show-skipped"]
        folder = REPORTS / self.database.replace(":", "_") / self.name
        junit = ["--junit", "--junit-directory", str(folder)]
        chosen = ["--include", self.included] if self.included else []
        chosen += ["--exclude", "|".join(self.excluded)] if self.excluded else []
        return [
            *behave,
            "--define",
            f"database={self.database}",
            *junit,
            *shown,
            *chosen,
            *arguments,
        ]


PARTS = (
    Part("walks", "postgresql", WALKS, (RUN_ONCE,), measured=False),
    Part("walks", "sqlite", WALKS, (WHOLE_CHAINS, POSTGRESQL_ALONE)),
    Part("whole_chains", "sqlite", WHOLE_CHAINS, measured=False),
    Part("commands", "sqlite", COMMANDS),
    Part("rest", "sqlite", "", (WALKS, COMMANDS, POSTGRESQL_ALONE, CONTAINERS)),
    Part("rest", "postgresql", "", (WALKS, RUN_ONCE, CONTAINERS)),
    Part("remedies", "sqlite:pysqlite3", OTHER_SQLITE),
    Part("mariadb", "mariadb", ON_MARIADB),
)


def main(arguments: Sequence[str]) -> int:
    """Run all parts at once, and tell of them one after the other."""
    shutil.rmtree(REPORTS, ignore_errors=True)

    def run(part: Part) -> tuple[float, subprocess.CompletedProcess[str]]:
        began = time.monotonic()
        command = part.command(arguments)
        done = subprocess.run(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
        )
        return time.monotonic() - began, done

    failed = False
    with ThreadPoolExecutor(len(PARTS)) as threads:
        for part, (seconds, done) in zip(PARTS, threads.map(run, PARTS), strict=True):
            print(f"behave on {part.database}, {part.name}, {seconds:.0f} s:\n{done.stdout}")
            failed = failed or done.returncode != 0
    tell_slowest()
    tell_failures()
    return int(failed)


def cases() -> list[tuple[str, ElementTree.Element]]:
    """Every scenario that behave has reported, with the database that it ran on."""
    files = sorted(REPORTS.rglob("*.xml"))
    found = [(file.parent.parent.name, ElementTree.parse(file)) for file in files]
    return [(where, case) for where, report in found for case in report.iter("testcase")]


def tell_slowest() -> None:
    """The scenarios that took the most time, so that nobody has to look for them."""
    took = [(float(case.get("time", 0)), where, case.get("name", "")) for where, case in cases()]
    print("the slowest scenarios:")
    for seconds, where, name in sorted(took)[::-1][:SLOWEST]:
        print(f"{seconds:7.1f} s  {where:10}  {name}")


def tell_failures() -> None:
    """What failed, in full."""
    for where, case in cases():
        for failure in (*case.iterfind("failure"), *case.iterfind("error")):
            print(f"\n{case.get('name')} ({where})\n{failure.text}", file=sys.stderr)


if __name__ == "__main__":
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.exit(main(sys.argv[1:]))
