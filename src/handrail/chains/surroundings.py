"""What a run may leave behind in its own process, beside what it did to its database."""

from __future__ import annotations

import os
import signal
import sys
import threading

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection

PATCHED = (Connection, MigrationContext, Operations)
"""Where a step would patch what its successors use."""


class Surroundings:
    """The process as a run found it; modules may be imported, and their variables are not seen."""

    def __init__(self) -> None:
        self._state = _state()
        self._files = _files()

    def are_spoilt(self) -> bool:
        """Whether the run has left a trace that the next one would find."""
        return self._state != _state() or bool(_files() - self._files)


def _state() -> tuple[object, ...]:
    return (
        _folder(),
        os.environ.copy(),
        tuple(sys.path),
        (id(sys.stdin), id(sys.stderr)),
        sys.getrecursionlimit(),
        signal.pthread_sigmask(signal.SIG_BLOCK, ()),
        threading.active_count(),
        _has_children(),
        [[*map(id, vars(each).values())] for each in PATCHED],
    )


def _files() -> set[str]:
    """The numbers of those that are open, connections included."""
    return set(os.listdir("/dev/fd"))  # noqa: PTH208 - a path for each would be made in vain


def _folder() -> str | None:
    try:
        return os.getcwd()  # noqa: PTH109 - a path would be made in vain
    except FileNotFoundError:
        return None


def _has_children() -> bool:
    """Whether a process that was started here is alive, or nobody has asked how it ended."""
    try:
        os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
    except ChildProcessError:
        return False
    return True
