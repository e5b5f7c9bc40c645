"""A process that children are forked from, with all that they need imported.

Started by :mod:`handrail.chains.fork_server`, as ``python -m handrail.chains.forking SOCKET`` where
it is not forked itself. A new Python takes half a second to import Alembic, a fork takes a few
milliseconds; the standard library's own fork server would import the caller's main module into each
child. A child that has loaded a chain may itself become one.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from multiprocessing.connection import Connection
from multiprocessing.reduction import recv_handle
from typing import NoReturn

from handrail.chains.child import serve
from handrail.chains.fork_server import CANNOT_ANSWER

Serve = Callable[[Connection], NoReturn]
"""What a child does for the rest of its life."""
LATER = (
    "sqlalchemy.dialects.sqlite",
    "sqlalchemy.dialects.postgresql.psycopg",
    "psycopg",
)
"""What is imported when the first child is already at work, as far as it is there."""


def serve_children(handle: int) -> NoReturn:
    """Fork children that load and run chains; nothing is left for a target in ``sys.argv``."""
    sys.argv[1:] = []
    serve_forks(Connection(handle), serve, LATER)


def serve_forks(parent: Connection, work: Serve, later: Sequence[str] = ()) -> NoReturn:
    """Fork a child for each socket handed in by the parent, tell exit codes, end with the parent.

    Modules that are there under the names in ``later`` are imported while the first is at work.
    """
    gc.freeze()  # what every child shares is not gone through, and so not copied, by any
    with parent:
        while True:
            try:
                asked: int | str = parent.recv()
            except EOFError:
                break
            if isinstance(asked, str):
                parent.send(_forked(parent, asked, work))
                _import(later)
            else:
                parent.send(_exit_code(asked))
    os._exit(0)


def _forked(parent: Connection, module: str, work: Serve) -> int:
    """The process identifier of a new child, which serves the socket that comes next."""
    handle = recv_handle(parent)
    if module:
        import_module(module)
    process = os.fork()
    if process == 0:
        try:
            parent.close()
            os.setsid()
            connection = Connection(handle)
            # A copy of itself that a step makes answers nobody, and ends where it comes back here.
            os.register_at_fork(after_in_child=connection.close)
            work(connection)
        finally:
            os._exit(CANNOT_ANSWER)
    os.close(handle)
    return process


def _import(modules: Sequence[str]) -> None:
    for module in modules:
        with suppress(ImportError):
            import_module(module)


def _exit_code(process: int) -> int | None:
    """What the child ended with, asked for once; None while it is alive.

    What it started in its session and left running dies with it.
    """
    try:
        if os.waitid(os.P_PID, process, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
            return None
        with suppress(OSError):  # nobody else is there
            os.killpg(process, signal.SIGKILL)
        _, status = os.waitpid(process, 0)
    except ChildProcessError:  # the child of a fork server that was killed
        return -signal.SIGKILL
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    serve_children(int(sys.argv[1]))
