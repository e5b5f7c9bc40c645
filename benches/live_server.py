"""A PostgreSQL server that somebody uses: with a port, a password, and a log of who comes."""

from __future__ import annotations

import shlex
import socket
import time
from pathlib import Path

import psycopg

from handrail.databases.account import server_account
from handrail.databases.installation import installed
from handrail.databases.scratch import BEGUN, ScratchFolder

_USER, _PASSWORD = "owner", "s3cret"
_PATIENCE = 30.0
_ARRIVAL = "connection received"
"""What the server logs of everybody who comes, let in or not."""


class LiveServer:
    """Listens on the machine's own address until it is closed."""

    def __init__(self, encoding: str = "UTF8") -> None:
        account, programs = server_account(), installed()
        reachable = programs.reachable(account)
        self._folder = ScratchFolder(account, executable=not reachable)
        if not reachable:
            programs = programs.copied_to(self._folder.path, account)
        self._port = free_port()
        here = self._folder.path
        (here / "password").write_text(_PASSWORD)
        account.own(here / "password")
        initdb = [str(programs.initdb), "-D", f"{here}/data", "--no-sync", f"--encoding={encoding}"]
        initdb += [f"--username={_USER}", "--auth=scram-sha-256", f"--pwfile={here}/password"]
        serve = [
            str(programs.postgres),
            "-D",
            f"{here}/data",
            "-k",
            str(here),
            "-p",
            str(self._port),
        ]
        for setting in ("listen_addresses=127.0.0.1", "log_connections=on", "fsync=off"):
            serve += ["-c", setting]
        begun = shlex.quote(str(here / BEGUN))
        command = f"{shlex.join(initdb)} && touch {begun} && exec {shlex.join(serve)}"
        self._folder.keep(["/bin/sh", "-c", command], {"LC_ALL": "C", "TZ": "UTC"})
        self._wait()

    @property
    def address(self) -> str:
        """The URL, with the password in it."""
        return f"postgresql://{_USER}:{_PASSWORD}@127.0.0.1:{self._port}/postgres"

    def connect(self, database: str = "postgres") -> psycopg.Connection:
        """A connection of somebody who uses it."""
        return psycopg.connect(self.address, dbname=database, autocommit=True)

    def arrivals(self) -> int:
        """How many have come so far."""
        return self.log.count(_ARRIVAL)

    @property
    def log(self) -> str:
        """What it has written down so far."""
        return Path(self._folder.path, "log").read_text(encoding="utf-8", errors="replace")

    def close(self) -> None:
        """It has stopped, and nothing of it is left."""
        self._folder.remove()

    def _wait(self) -> None:
        until = time.monotonic() + _PATIENCE
        while True:
            try:
                self.connect().close()
            except psycopg.OperationalError:
                assert time.monotonic() < until, "the live server did not start"
                time.sleep(0.02)
            else:
                return


def free_port() -> int:
    """One of the loopback's that nobody listens at."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port
