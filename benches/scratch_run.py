"""A run that scenarios start, hold, end and look at.

``python -m benches.scratch_run KIND NUMBER [CHILD]`` makes as many databases of that
kind, stays connected to all of them and says "ready". SIGUSR1 lets it do a last piece of work and
end: another database is made, and all are asked whether they answer. SIGUSR2 lets it end by an
exception. Where CHILD is given, a child is forked off first, and ``leaves``, as Python programs
do, or ``stays``.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from contextlib import ExitStack

from handrail.databases import provider
from handrail.errors import HandrailError


def main(kind: str, number: str, child: str = "") -> None:
    """Be the run that the arguments describe."""
    signal.signal(signal.SIGINT, signal.default_int_handler)  # whatever a shell made of it
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1, signal.SIGUSR2])
    source = provider(kind)
    databases = [source.make() for _ in range(int(number))]
    if child:
        _fork(stays=child == "stays")
    with ExitStack() as held:
        connections = [held.enter_context(database.connect()) for database in databases]
        print("ready", flush=True)
        if _told() == signal.SIGUSR2:
            raise RuntimeError("as it was told")
        connections.append(held.enter_context(source.make().connect()))
        for connection in connections:
            connection.exec_driver_sql("SELECT 1")
        print(len(connections), "databases answer", flush=True)


def _told() -> int:
    """The signal that tells how to end; unlike ``sigwait`` this wait lets SIGINT through."""
    told = signal.sigtimedwait([signal.SIGUSR1, signal.SIGUSR2], 600)
    return told.si_signo if told else 0


def _fork(*, stays: bool) -> None:
    """A child that is there no more, or one that outlives its parent by far."""
    child = os.fork()
    if child:
        os.waitpid(child, os.WNOHANG if stays else 0)
        return
    if stays:
        os.setsid()  # signals to the parent's group leave it alone
        os.chdir(os.environ["HANDRAIL_SCRATCH"] + "/..")
        time.sleep(60)
    sys.exit(0)


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except HandrailError as error:
        sys.exit(str(error))
