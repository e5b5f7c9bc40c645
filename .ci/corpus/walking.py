"""One walk: its report, how long it took, and how much memory all its processes held at most."""

from __future__ import annotations

import ctypes
import json
import os
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from features import lay_out
from targets import Target

PAUSE = 0.5
"""Seconds between two looks at the memory."""
ADOPT_ORPHANS = 36
"""Linux's PR_SET_CHILD_SUBREAPER: a server whose parent has gone still counts as ours."""
BEYOND_LIMITS = ("--timeout", "60")
"""The first step imports the whole application."""


@dataclass(frozen=True)
class Walk:
    """What a walk came to."""

    report: dict
    seconds: float
    mib: float


class CannotBeWalkedError(Exception):
    """A target that Handrail does not walk, in its own words."""


def walk(target: Target, python: Path, folder: Path) -> Walk:
    """Walk a target as its user would; the home folder is one of its own."""
    place = (folder / target.name).resolve()
    (place / "home").mkdir(parents=True, exist_ok=True)
    (place / "alembic.ini").write_text(target.alembic_ini, encoding="utf-8")
    databases = [word for name in target.databases for word in ("--database", name)]
    features = lay_out(place) if target.features else []
    wanted = [*databases, *target.options, *BEYOND_LIMITS, *features, "--format", "json"]
    command = [python.absolute().with_name("handrail"), "walk", "alembic.ini", *wanted]
    environment = {**os.environ, "HOME": str(place / "home")}
    with (place / "report.json").open("wb") as out, (place / "progress.txt").open("wb") as err:
        began = time.monotonic()
        process = subprocess.Popen(command, cwd=place, env=environment, stdout=out, stderr=err)
        most = _watched(process)
        seconds = time.monotonic() - began
    if process.returncode > 1:
        said = (place / "progress.txt").read_text(encoding="utf-8", errors="replace")
        raise CannotBeWalkedError(said.strip().splitlines()[-1])
    return Walk(json.loads((place / "report.json").read_bytes()), seconds, most / 1024)


def adopt_orphans() -> None:
    """Be told to be the parent of what loses its own; without Linux it is not counted."""
    if Path("/proc/self/smaps_rollup").exists():
        ctypes.CDLL(None).prctl(ADOPT_ORPHANS, 1, 0, 0, 0)


def _watched(process: subprocess.Popen) -> int:
    """Wait for it; the most that it and all below this process held together, in KiB."""
    most = 0
    while process.poll() is None:
        most = max(most, sum(map(_held, _below(os.getpid()))))
        time.sleep(PAUSE)
    return most


def _below(process: int) -> list[int]:
    """Its children and theirs."""
    children: dict[int, list[int]] = {}
    for file in Path("/proc").glob("[0-9]*/stat"):
        behind_the_name = _read(file).rpartition(")")[2].split()
        if behind_the_name:
            children.setdefault(int(behind_the_name[1]), []).append(int(file.parent.name))
    found = [process]
    for each in found:
        found += children.get(each, [])
    return found[1:]


def _held(process: int) -> int:
    """What it holds, its share of what it has in common with others."""
    lines = _read(Path(f"/proc/{process}/smaps_rollup")).splitlines()
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except OSError:
        return ""  # it has just ended
