"""Children for chains, forked off a process that has imported what they need."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.reduction import send_handle
from threading import Lock

CANNOT_ANSWER = 113
"""What a child ends with that comes to an end and cannot say so."""
PATIENCE = 0.005
"""Seconds between two looks at a child that is expected to end."""


class Forks:
    """Children forked from the process at the other end of a connection; threads may share it.

    EOFError or ConnectionError is raised where that process is gone.
    """

    def __init__(self, connection: Connection | None = None) -> None:
        self._lock = Lock()
        self._connection = connection

    def child(self, module: str = "") -> ChildProcess:
        """A new child in a session of its own, and the connection to it.

        It has that module imported, and every later child has it too.
        """
        ours, theirs = socket.socketpair()
        with theirs:
            process = self._asked(module, theirs)
        assert process is not None
        return ChildProcess(self, process, Connection(ours.detach()))

    def exit_code(self, process: int) -> int | None:
        """What a child ended with, None while it is alive.

        Told once a child. A child whose fork server has gone is told to have been killed.
        """
        try:
            code: int | None = self._asked(process)
        except (EOFError, ConnectionError):
            return -signal.SIGKILL
        return code

    def close(self) -> None:
        """It ends by itself soon; the children that it forked live on."""
        if self._connection:
            self._connection.close()
            self._connection = None

    def _connected(self) -> Connection:
        if self._connection is None:
            raise EOFError
        return self._connection

    def _asked(self, question: int | str, handed: socket.socket | None = None) -> int | None:
        """The answer; after an interruption no later question gets it."""
        with self._lock:
            connection = self._connected()
            try:
                connection.send(question)
                if handed:
                    send_handle(connection, handed.fileno(), None)
                answer: int | None = connection.recv()
            except BaseException:
                self.close()
                raise
        return answer


class ForkServer(Forks):
    """Starts with the first child that is asked for, and ends when this process does.

    One for a whole process. Where it was killed, the next child is forked from a new one. Its
    modules are imported when it starts.
    """

    def __init__(self) -> None:
        super().__init__()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def process(self) -> int | None:
        """Its identifier, where it was started by itself."""
        return self._process.pid if self._process else None

    def fork(self) -> None:
        """Start it now, by a fork of this process, with what this one has imported.

        Half a second quicker than with the first child, but only for a process that has no thread
        and no connection yet, such as a command's. One that has started stays.
        """
        if self._connection:
            return
        ours, theirs = socket.socketpair()
        if os.fork():
            theirs.close()
            self._connection = Connection(ours.detach())
        else:
            ours.close()
            _detach()
            from handrail.chains.forking import serve_children

            serve_children(theirs.detach())

    def child(self, module: str = "") -> ChildProcess:
        """A new child, as of any; where the server was killed, of a new one."""
        try:
            return super().child(module)
        except (EOFError, ConnectionError):
            return super().child(module)

    def _connected(self) -> Connection:
        if self._connection is None:
            ours, theirs = socket.socketpair()
            with theirs:
                self._process = subprocess.Popen(
                    [sys.executable, "-m", "handrail.chains.forking", str(theirs.fileno())],
                    pass_fds=[theirs.fileno()],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    start_new_session=True,
                )
            self._connection = Connection(ours.detach())
        return self._connection


class ChildProcess:
    """A child that answers requests over ``connection`` and ends when that is closed."""

    def __init__(self, server: Forks, process: int, connection: Connection) -> None:
        self._server = server
        self._process = process
        self._exit_code: int | None = None
        self.connection = connection

    def wait(self, seconds: float) -> int | None:
        """What it ended with, None where it is still alive after so many seconds."""
        until = time.monotonic() + seconds
        while self._exit_code is None:
            self._exit_code = self._server.exit_code(self._process)
            if self._exit_code is None:
                if time.monotonic() > until:
                    break
                time.sleep(PATIENCE)
        return self._exit_code

    def kill(self) -> None:
        """It is dead, and what it started in its session with it."""
        if self._exit_code is None:
            with suppress(ProcessLookupError):
                os.killpg(self._process, signal.SIGKILL)

    def close(self, grace: float) -> None:
        """It has ended, killed where it did not do so by itself within so many seconds."""
        self.connection.close()
        if self.wait(grace) is None:
            self.kill()
            self.wait(grace)


def _detach() -> None:
    """In a fork of a command: not in its session, and holding no end of its pipes."""
    os.setsid()
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in range(3):
        os.dup2(nowhere, standard)


FORK_SERVER = ForkServer()
"""What every chain of this process has its children from."""
