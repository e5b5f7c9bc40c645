"""Stands before a server and passes on what is said, but for one thing."""

from __future__ import annotations

import re
import socket
from collections.abc import Callable
from contextlib import suppress
from threading import Event, Thread

_AT_ONCE = 65536
_SAYS_ITS_AGE = re.compile(
    rb"(?P<postgresql>server_version\x00)\d\d|(?P<mariadb>\b1\d)(?=\.\d+\.\d+-MariaDB)"
)


class Relay:
    """Listens on a port of its own until it is closed; everybody gets a connection of his own.

    ``answers`` says what becomes of what the server says. Words of a client that hold ``stops_at``
    are not passed on, and nothing after them; ``stopped`` tells that it has come to that.
    """

    def __init__(
        self,
        port: int,
        answers: Callable[[bytes], bytes] = bytes,
        stops_at: bytes | None = None,
    ) -> None:
        self._server = ("127.0.0.1", port)
        self._answers = answers
        self._stops_at = stops_at
        self.stopped = Event()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self._open = [self._listening]
        Thread(target=self._listen, daemon=True).start()

    def close(self) -> None:
        """Nobody is connected through it any more."""
        for each in self._open:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()

    def _listen(self) -> None:
        with suppress(OSError):  # it was closed
            while True:
                client, _ = self._listening.accept()
                server = socket.create_connection(self._server)
                self._open += [client, server]
                for way in ((client, server, self._asked), (server, client, self._answers)):
                    Thread(target=_pass_on, args=way, daemon=True).start()

    def _asked(self, said: bytes) -> bytes:
        if self._stops_at and self._stops_at in said:
            self.stopped.set()
        return b"" if self.stopped.is_set() else said


def older(said: bytes) -> bytes:
    """The same words of a server, but that it gives itself the number of an older release."""
    return _SAYS_ITS_AGE.sub(_with_older_number, said)


def _with_older_number(found: re.Match[bytes]) -> bytes:
    return b" 9" if found["mariadb"] else b"%b14" % found["postgresql"]


def _pass_on(
    source: socket.socket, target: socket.socket, changed: Callable[[bytes], bytes]
) -> None:
    with suppress(OSError):  # one of them has gone
        while said := source.recv(_AT_ONCE):
            target.sendall(changed(said))
        target.shutdown(socket.SHUT_WR)
