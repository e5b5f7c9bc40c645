"""Many walks in a row, in one process and by command, on both databases: nothing may grow.

After each walk there are counted: the files in the folder that scratch databases and temporary
files are made in, processes and sockets that know of that folder, databases on the server, and, in
one process, open files and memory. Exit code 1 where anything grows.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benches.given.users_server import UsersServer

CHAIN = "fixtures/chains/loop_over_rows/alembic.ini"
WARM_UP = 0.2
"""The share of the walks in which caches fill, and the allocator finds its size."""
SLOPE = 16.0
"""KiB a walk that the memory may grow by: an allocator takes and gives in pieces, and a line
through its noise is never level. What a walk holds, and would be lost if it was kept, is more."""
_FEWEST = 40
"""Walks below which memory is not judged."""
PLACE = "HANDRAIL_SCRATCH"


@dataclass(frozen=True)
class Count:
    """What is there after a walk."""

    files: int
    processes: int
    sockets: int
    databases: int
    open_files: int
    memory: int
    """KiB that this process has in memory; what a command takes is gone with it."""


def main(arguments: Sequence[str]) -> int:
    """Walk as often as was asked for in each way."""
    asked = _asked(arguments)
    grown = False
    server = UsersServer()
    with tempfile.TemporaryDirectory(prefix="hs", dir="/tmp") as folder:
        Path(folder).chmod(0o1777)  # a server may run as another account
        url = server.url()
        os.environ |= {PLACE: folder, "TMPDIR": folder}
        tempfile.tempdir = None
        try:
            for way in asked.way or WAYS:
                count = lambda: _count(Path(folder), server)  # noqa: E731
                grown |= _soaked(way, asked.walks, url, count)
        finally:
            server.close()
    return int(grown)


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("soak", description=__doc__)
    parser.add_argument("--walks", type=int, default=200, help="how many in each way")
    parser.add_argument("--way", action="append", choices=WAYS, help="one way alone")
    return parser.parse_args(arguments)


def _soaked(way: str, walks: int, url: str, count: Callable[[], Count]) -> bool:
    """Whether anything has grown; the figures are printed."""
    began = time.monotonic()
    counts: list[Count] = []
    for _ in range(walks):
        WAYS[way](url)
        gc.collect()
        counts.append(count())
    took = time.monotonic() - began
    print(f"{walks} walks {way}, {took / walks:.2f} s each")
    warm = counts[int(walks * WARM_UP) :]
    grown = [name for name in asdict(warm[0]) if _grows(name, warm)]
    print(f"  grown: {', '.join(grown) or 'nothing'}", flush=True)
    return bool(grown)


def _grows(name: str, counts: Sequence[Count]) -> bool:
    """Whether there is more at the end; memory may have a slope."""
    there = [getattr(each, name) for each in counts]
    shown = f"  {name:10} first {there[0]}, last {there[-1]}, most {max(there)}"
    if name != "memory":
        print(shown)
        return bool(there[-1] > there[0])
    if len(there) < _FEWEST:
        print(f"{shown}, not judged")
        return False
    slope = statistics.linear_regression(range(len(there)), there).slope
    print(f"{shown}, {slope:+.1f} KiB a walk (allowed {SLOPE:.0f})")
    return slope > SLOPE


def _in_one_process(url: str) -> None:
    from handrail.cli.app import app

    words = ["walk", CHAIN, "--database", "sqlite", "--database", url, "--fail-on", "never"]
    out, err = contextlib.redirect_stdout, contextlib.redirect_stderr
    with Path(os.devnull).open("w") as nowhere, out(nowhere), err(nowhere):
        code = app(words, standalone_mode=False)
    assert not code, f"the walk ended with {code}"


def _by_command(_url: str) -> None:
    command = ["handrail", "walk", CHAIN, "--database", "sqlite", "--database", "postgresql"]
    subprocess.run([*command, "--fail-on", "never"], check=True, capture_output=True)


WAYS = {"in one process": _in_one_process, "by command": _by_command}


def _count(folder: Path, server: UsersServer) -> Count:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return Count(
        files=sum(1 for _ in folder.rglob("*")),
        processes=sum(_knows(each, folder) for each in Path("/proc").glob("[0-9]*")),
        sockets=Path("/proc/net/unix").read_text().count(str(folder)),
        databases=len(server.databases()),
        open_files=len(list(Path("/proc/self/fd").iterdir())),
        memory=pages * resource.getpagesize() // 1024,
    )


def _knows(process: Path, folder: Path) -> bool:
    """Whether a process was started by a walk; this one, whose environment is older, was not."""
    try:
        return f"{PLACE}={folder}".encode() in (process / "environ").read_bytes()
    except OSError:  # it has ended meanwhile, or is nobody's business
        return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
