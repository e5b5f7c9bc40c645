"""Runs of Handrail on a server that somebody has, and what they leave there."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import quote

from benches.given.users_mariadb import USERS_MARIADB, UsersMariaDB
from benches.given.users_server import USERS_SERVER, UsersServer
from benches.live_server import LiveServer
from benches.processes_bench import ProcessesBench
from handrail.databases import Database, Provider, provider
from handrail.errors import HandrailError

_STRANGERS = "handrail_shop"
_SOON = 30.0
"""Seconds within which a run makes its first database."""


class GivenBench:
    """One server for all scenarios; each of them leaves it as it was."""

    def __init__(self, processes: ProcessesBench) -> None:
        self._processes = processes
        self._server: UsersServer | UsersMariaDB = USERS_SERVER
        self._said = ""
        self._providers: dict[str, Provider] = {}
        self._databases: dict[str, Database] = {}
        self._made: list[str] = []
        self._held = ExitStack()

    def use_mariadb(self) -> None:
        """That server is one of MariaDB's; one of PostgreSQL's otherwise."""
        self._server = USERS_MARIADB

    def run(self, command: str) -> None:
        """The command ran; ``SERVER`` stands for the URL, ``HIDDEN`` for what is shown of it."""
        self._server.look()
        self._processes.run(self._filled(command))

    def kill(self, command: str, words: str) -> None:
        """The command was killed when it had printed the words, and the server has seen it go."""
        before = self._server.sessions()
        self._processes.start(self._filled(command))
        self._processes.wait_for_words(words)
        self._processes.send("SIGKILL")
        self._processes.finish()
        self._processes.look()
        self._server.wait_for_sessions(before)

    def kill_unmarked(self, command: str) -> None:
        """The command was killed when it was about to mark its first database."""
        relay, url = USERS_SERVER.relay(stops_at=b"COMMENT ON DATABASE")
        before = self._server.sessions()
        self._processes.start(command.replace("SERVER", url))
        assert relay.stopped.wait(_SOON), "no database was to be marked"
        self._processes.send("SIGKILL")
        self._processes.finish()
        self._processes.look()
        relay.close()
        self._server.wait_for_sessions(before)

    def run_encoded(self, command: str, encoding: str) -> None:
        """The command ran; ``SERVER`` is one that keeps its texts in that encoding."""
        live = LiveServer(encoding)
        self._held.callback(live.close)
        self._processes.run(command.replace("SERVER", live.address))

    def make_strange(self, name: str) -> None:
        """Somebody else has made a database of that name."""
        self._stranger(name)

    def make(self, run: str, *, keep: bool = False) -> None:
        """A run of this process has made one more database; or what it said is kept."""
        if run not in self._providers:
            self._providers[run] = provider(self._server.url(), keep=keep)
        self._ask(self._providers[run], run)

    def ask(self, place: str) -> None:
        """A database was asked for at such a server, and what was said is kept."""
        url = self._server.places()[place]
        try:
            self._ask(provider(url), place)
        except HandrailError as error:
            self._said = str(error)

    def take_next_name(self, run: str) -> None:
        """Somebody else has made the database that the run would make next."""
        stem, _, number = self._databases[run].name.rpartition("_")
        self._stranger(f"{stem}_{int(number) + 1}")

    def mark_elsewhere(self, run: str) -> None:
        """A run of another machine has made a database, and is dead."""
        mark = {"run": run, "folder": "/", "host": "far", "process": 1, "machine": "far"}
        text = f"Made by Handrail, dropped by `handrail clean`: {json.dumps(mark)}"
        self._stranger(f"handrail_{run}_{self._server.first}", text)

    def live_elsewhere(self, run: str) -> None:
        """A run of another machine has made a database, and holds its session on the server."""
        self.mark_elsewhere(run)
        self._held.enter_context(self._server.session(f"handrail_{run}"))

    def close_run(self, run: str) -> None:
        """The run of this process has ended."""
        self._providers[run].close()

    def should_print(self, text: str) -> None:
        """The command has printed that, with the same words filled in."""
        printed, wanted = self._processes.stdout, self._filled(text)
        assert wanted in printed, f"not printed: {wanted!r}; this was:\n{printed}"

    def should_have_told_kept(self) -> None:
        """Each database of a run that is there was told as kept, and no other."""
        there = [name for name in self._server.databases() if name != _STRANGERS]
        told = re.findall(r"^kept: (\S+) ", self._processes.stderr, re.MULTILINE)
        assert there, "nothing was kept"
        assert sorted(told) == there, f"told was {told}, but there are {there}"

    def should_have_said(self, words: str) -> None:
        """The one line was this; where the server stands is left to the test."""
        shown = self._said.replace(self._server.port, "PORT")
        assert words in shown and "\n" not in shown, f"it said {shown!r}, expected {words!r}"

    def should_have_left(self, names: list[str]) -> None:
        """These databases with the prefix are there, and no others; ``*`` stands for one run's."""
        there = [name for name in self._server.databases() if name != _STRANGERS]
        shapes = sorted(name if name in names else "of a run" for name in there)
        assert shapes == sorted(names), f"there are {there}, expected {names}"
        assert _STRANGERS in self._server.databases(), "what is no run's is gone"

    def should_be_as_it_was(self) -> None:
        """Nothing was done in the database in use but to make and drop others."""
        came, strange = self._server.visits()
        assert not strange, f"in the database in use: {strange}"
        assert came, "nobody has come to the server"
        self.should_hold_what_it_held()

    def should_hold_what_it_held(self) -> None:
        """Whoever reached for it, the database in use has the same rows and tables."""
        assert self._server.is_as_it_was(), "the database in use is not as it was"

    def password_should_be_nowhere(self) -> None:
        """Neither printed nor in any file that was written, in whatever way a URL has it."""
        seen = {str(path): path.read_bytes() for path in _files(self._processes.folder)}
        seen |= {each: getattr(self._processes, each).encode() for each in ("stdout", "stderr")}
        # Every spelling leaves its end as it is.
        words = {self._server.password, quote(self._server.password), self._server.password[-16:]}
        found = [name for name, text in seen.items() if any(w.encode() in text for w in words)]
        assert not found, f"the password is in {found}"

    def close(self) -> None:
        """No run of this process, and no database of a run, is left."""
        self._held.close()
        for given in self._providers.values():
            given.close()
        for name in {*self._server.databases(), *self._made} - {_STRANGERS}:
            self._server.remove(name)

    def _ask(self, given: Provider, run: str) -> None:
        try:
            self._databases[run] = given.make()
        except HandrailError as error:
            self._said = str(error)

    def _stranger(self, name: str, comment: str = "") -> None:
        self._server.make(name, comment)
        self._made.append(name)

    def _filled(self, text: str) -> str:
        hidden = self._server.url("maker", "").replace(":@", "@")
        filled = text.replace("CHIEF", self._server.url("chief", "secret"))
        return filled.replace("SERVER", self._server.url()).replace("HIDDEN", hidden)


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())
