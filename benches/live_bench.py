"""Databases that are in use: a file and a server, filled, and watched by those who use them."""

from __future__ import annotations

import sqlite3
from contextlib import ExitStack, closing
from pathlib import Path

from benches.live_server import LiveServer
from benches.processes_bench import ProcessesBench
from benches.walk_bench import WalkBench

_ROWS = [(1, "Ann"), (2, "Bob")]
_TABLE = "CREATE TABLE users (id INTEGER PRIMARY KEY, name VARCHAR(20))"
_QUERY = "SELECT id, name FROM users ORDER BY id"


class LiveBench:
    """Both hold users; a walked target is told where they are, and may not touch them."""

    def __init__(self, processes: ProcessesBench, walk: WalkBench) -> None:
        self._processes = processes
        self._walk = walk
        self._held = ExitStack()
        self._seen: object = None

    def begin(self) -> None:
        """Both are there, and looked at from now on."""
        self._server = LiveServer()
        self._held.callback(self._server.close)
        self._file = self._processes.path("live/live.db")
        self._file.parent.mkdir()
        with closing(sqlite3.connect(self._file)) as connection, connection:
            connection.execute(_TABLE)
            connection.executemany("INSERT INTO users VALUES (?, ?)", _ROWS)
        with self._server.connect() as session:
            session.execute(_TABLE)
            session.cursor().executemany("INSERT INTO users VALUES (%s, %s)", _ROWS)
        self._seen = self._sight()

    def tell(self) -> None:
        """The target that is walked in this process finds them in its environment."""
        told = {"LIVE_FILE": str(self._file), "LIVE_SERVER": self._server.address}
        self._walk.set_variables(list(told.items()))

    def name_in(self, file: str) -> None:
        """In a file of the scratch folder the words LIVE_FILE and LIVE_SERVER become addresses."""
        path = self._processes.path(file)
        text = path.read_text(encoding="utf-8").replace("LIVE_FILE", f"sqlite:///{self._file}")
        path.write_text(text.replace("LIVE_SERVER", self._server.address), encoding="utf-8")

    def export(self, name: str) -> None:
        """Commands find the server's address in their environment."""
        self._processes.environment[name] = self._server.address

    def should_be_untouched(self) -> None:
        """Nobody has come to the server, the file is as it was, and the rows are all there."""
        now = self._sight()
        assert now == self._seen, f"the live databases were {self._seen} and are {now}"
        with self._server.connect() as connection:
            rows = connection.execute(_QUERY).fetchall()
        assert rows == _ROWS, f"the live rows are now {rows}"

    def close(self) -> None:
        """The server has stopped."""
        self._held.close()

    def _sight(self) -> tuple[int, dict[str, tuple[bytes, int, int]]]:
        """Who has come, and each file beside the live one with its bytes and times."""
        return self._server.arrivals(), {each.name: _file(each) for each in self._around()}

    def _around(self) -> list[Path]:
        return sorted(self._file.parent.iterdir())


def _file(path: Path) -> tuple[bytes, int, int]:
    times = path.stat()
    return path.read_bytes(), times.st_mtime_ns, times.st_size
