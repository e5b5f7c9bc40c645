"""The process that the children are forked from, with all that they need imported.

Started by :mod:`handrail.chains.fork_server`, as ``python -m handrail.chains.forking SOCKET`` where
it is not forked itself. A new Python takes half a second to import Alembic, a fork takes a few
milliseconds; the standard library's own fork server would import the caller's main module into each
child.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from contextlib import suppress
from importlib import import_module
from multiprocessing.connection import Connection
from multiprocessing.reduction import recv_handle
from typing import NoReturn

from handrail.chains.child import serve

LATER = (
    "sqlalchemy.dialects.sqlite",
    "sqlalchemy.dialects.postgresql.psycopg",
    "psycopg",
)
"""What is imported when the first child is already at work, as far as it is there."""


def serve_forks(handle: int) -> NoReturn:
    """Fork a child for each socket handed in over ``handle``, tell exit codes, end with the parent.

    Nothing is left in ``sys.argv`` that a target could take for its own.
    """
    sys.argv[1:] = []
    gc.freeze()  # what every child shares is not gone through, and so not copied, by any
    with Connection(handle) as parent:
        while True:
            try:
                asked: int | str = parent.recv()
            except EOFError:
                break
            if isinstance(asked, str):
                parent.send(_forked(parent, asked))
            else:
                parent.send(_exit_code(asked))
    os._exit(0)


def _forked(parent: Connection, module: str) -> int:
    """The process identifier of a new child, which serves the socket that comes next."""
    handle = recv_handle(parent)
    if module:
        import_module(module)
    process = os.fork()
    if process == 0:
        parent.close()
        os.setsid()
        serve(handle)
    os.close(handle)
    for later in LATER:
        with suppress(ImportError):
            import_module(later)
    return process


def _exit_code(process: int) -> int | None:
    """What the child ended with, asked for once; None while it is alive."""
    try:
        ended, status = os.waitpid(process, os.WNOHANG)
    except ChildProcessError:  # the child of a fork server that was killed
        return -signal.SIGKILL
    return os.waitstatus_to_exitcode(status) if ended else None


if __name__ == "__main__":
    serve_forks(int(sys.argv[1]))
