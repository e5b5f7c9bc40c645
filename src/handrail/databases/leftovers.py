"""What dead runs left behind, found and removed.

A living run holds a lock (``flock``) on its folder. The kernel drops the lock together with the
process, so that no process numbers are compared, which are used again.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from handrail.databases.account import server_account
from handrail.databases.places import places

PREFIX = "handrail_run_"
"""How the names of all scratch folders begin."""
DATA = "data"
"""The server's data folder inside a scratch folder."""
_NUMBERS = ("postmaster.pid", "server.pid")
"""Where a server in it says which process it is."""

_PATIENCE = 10.0
"""Seconds that a server gets to stop."""


def lock(folder: Path) -> int:
    """A descriptor that holds the folder for this process, until it is closed.

    Raises BlockingIOError where another process holds the folder, FileNotFoundError where it is
    gone.
    """
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        raise
    return descriptor


def sweep() -> None:
    """No folder and no server of a dead run of this account is left.

    Folders of other accounts and of living runs are not touched.
    """
    for folder in _of_dead_runs():
        remove(folder)


def left_behind() -> list[Path]:
    """What ``sweep`` would remove."""
    return sorted(_of_dead_runs())


def _of_dead_runs() -> Iterator[Path]:
    """Each is held as long as it is looked at."""
    ours = {os.geteuid(), server_account().user}
    for folder in {found for place in places() for found in place.glob(f"{PREFIX}*")}:
        with suppress(FileNotFoundError, BlockingIOError):  # somebody removes it, or uses it
            if folder.lstat().st_uid in ours:
                held = lock(folder)
                yield folder
                os.close(held)


def remove(folder: Path) -> None:
    """The folder is gone, and the server that lived in it has stopped."""
    until = time.monotonic() + _PATIENCE
    while (server := _server(folder / DATA)) and time.monotonic() < until:
        with suppress(ProcessLookupError):
            os.kill(server, signal.SIGQUIT)
        time.sleep(0.01)
    shutil.rmtree(folder, ignore_errors=True)


def _server(data: Path) -> int:
    """The server that works in this data folder, or 0: PostgreSQL or MariaDB.

    Its own file says which process that is; that process must also stand in the folder, lest a
    number that was given anew, or a file that somebody forged, led to a stranger.
    """
    with suppress(OSError, ValueError, StopIteration):
        file = next(data / name for name in _NUMBERS if (data / name).exists())
        number = int(file.read_text().split("\n", 1)[0])
        if Path(f"/proc/{number}/cwd").resolve(strict=True) == data.resolve():
            return number
    return 0
