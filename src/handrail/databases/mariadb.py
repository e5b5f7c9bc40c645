"""A private MariaDB server of one run, from the programs that the machine has installed."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from sqlalchemy import URL

from handrail.databases.account import server_account
from handrail.databases.leftovers import DATA
from handrail.databases.mysql import MySQLProvider
from handrail.databases.mysql_session import Session
from handrail.databases.room import no_room
from handrail.databases.scratch import BEGUN, ScratchFolder, printed
from handrail.errors import NoDatabaseError

_PATIENCE = 30.0
"""Seconds that a server gets to answer its first call; it takes about half of one."""
_USER = "root"
_SHOWN = "mariadb"
_FULL = re.compile(r"Out of disk space|No space left on device|Errcode: 28")
"""In the server's words; it ends by it, and says so to nobody else."""
_SERVERS = ("mariadbd", "mysqld")
_INSTALLERS = ("mariadb-install-db", "mysql_install_db")
_BESIDE = ("sbin", "libexec")
"""Where servers are beside the folders of PATH, which ordinary accounts have without them."""

_SETTINGS = {
    # Reached by its socket only.
    "skip-networking": "ON",
    "max-connections": "100",
    # Nothing needs to survive the machine.
    "innodb-flush-log-at-trx-commit": "0",
    "innodb-doublewrite": "OFF",
    "innodb-use-native-aio": "OFF",
    "sync-frm": "OFF",
    "skip-log-bin": "",
    # Small.
    "innodb-buffer-pool-size": "64M",
    "innodb-log-file-size": "64M",
    "performance-schema": "OFF",
    # The same each time, whatever the machine's own configuration says.
    "character-set-server": "utf8mb4",
    "collation-server": "utf8mb4_general_ci",
    "lower-case-table-names": "0",
    "default-time-zone": "+00:00",
    "event-scheduler": "OFF",
    "innodb-stats-auto-recalc": "OFF",
    "skip-name-resolve": "ON",
}


class InstalledServer:
    """Started by the constructor, in half a second; ended by ``close()`` or with the process.

    Raises NoDatabaseError where no server is installed or it does not start; nothing is left
    behind then.
    """

    def __init__(self) -> None:
        server, installer = programs()
        account = server_account()
        with ExitStack() as undo:
            self._folder = ScratchFolder(account)
            undo.callback(self._folder.remove)
            self._folder.keep(_command(server, installer, self._folder.path), _environment())
            self.session = _first_session(self._folder.path)
            undo.pop_all()
        self.run = self._folder.run

    def url(self, database: str) -> URL:
        """What another process of this account needs to reach the database."""
        place = {"unix_socket": str(_socket(self._folder.path)), "charset": "utf8mb4"}
        return URL.create("mariadb+pymysql", _USER, database=database, query=place)

    def create(self, database: str, like: str | None) -> None:
        """A new, empty database; it spells and sorts as the database ``like`` does."""
        self.session.create(database, like)

    def drop(self, database: str) -> None:
        """The database is gone, with its sessions; no error where it, or the server, is gone."""
        if not self.session.closed:
            self.session.drop(database)

    @property
    def is_lost(self) -> bool:
        """Whether it was found to be gone."""
        return self.session.closed

    def loss(self) -> NoDatabaseError | None:
        """What to raise where it is gone: ServerLostError, or that its disk is full."""
        lost = self.session.loss()
        full = [line for line in printed(self._folder.path) if _FULL.search(line)] if lost else []
        return no_room(full[-1]) if full else lost

    def close(self) -> None:
        """The server has stopped and its folder is gone; closing twice is no error."""
        self.session.close()
        self._folder.remove()


class InstalledMariaDBProvider(MySQLProvider):
    """Gives databases of a server of its own, which is started with the first of them."""

    def __init__(self) -> None:
        super().__init__("mariadb", "mariadb", InstalledServer)


def programs() -> tuple[str, str]:
    """The server, and what makes its data folder. Raises NoDatabaseError where one is lacking."""
    return _found(_SERVERS), _found(_INSTALLERS)


def _found(names: Sequence[str]) -> str:
    """The first of these programs that the machine has."""
    folders = os.environ.get("PATH", os.defpath).split(os.pathsep)
    folders += [str(Path(folder).parent / name) for folder in folders for name in _BESIDE]
    for name in names:
        if program := shutil.which(name, path=os.pathsep.join(folders)):
            return program
    raise NoDatabaseError(
        f"no {names[0]} is installed",
        where="--database mariadb",
        then="install the package mariadb-server, or use --database docker:mariadb:11",
    )


def _command(server: str, installer: str, folder: Path) -> Sequence[str]:
    """Makes the data folder, then starts the server, which SIGQUIT kills.

    By itself a server that is told to stop would write for seconds what nobody will read.
    """
    data = str(folder / DATA)
    # Each server that starts removes the temporary tables that it finds where it has its own.
    common = ["--no-defaults", f"--datadir={data}", f"--tmpdir={folder}"]
    small = [f"--{name}={value}" for name, value in _SETTINGS.items() if name.startswith("innodb")]
    root = "--auth-root-authentication-method=normal"  # whoever can enter the folder
    install = [installer, *common, *small, root, "--skip-test-db", "--skip-name-resolve"]
    serve = [server, *common, f"--socket={_socket(folder)}", "--pid-file=server.pid"]
    serve += [f"--{name}={value}" if value else f"--{name}" for name, value in _SETTINGS.items()]
    ready = f"touch {shlex.quote(str(folder / BEGUN))}"
    killed = "trap 'kill -KILL \"$!\"' QUIT; wait; wait"
    return [
        "/bin/sh",
        "-c",
        f"{shlex.join(install)} && {ready} && {{ {shlex.join(serve)} & }} && {killed}",
    ]


def _socket(folder: Path) -> Path:
    return folder / "socket"


def _environment() -> dict[str, str]:
    """One's own, without what MariaDB reads in it; its messages are English."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MYSQL")}
    return kept | {"TZ": "UTC", "LC_ALL": "C"}


def _first_session(folder: Path) -> Session:
    """The session for CREATE and DROP DATABASE, had as soon as the server answers."""
    until = time.monotonic() + _PATIENCE
    place = {"unix_socket": str(_socket(folder)), "user": _USER}
    while not (folder / "ended").exists() and time.monotonic() < until:
        try:
            return Session(_SHOWN, place)
        except NoDatabaseError:
            time.sleep(0.005)
    said = printed(folder)
    wrong = [line for line in said if "[ERROR]" in line]
    raise NoDatabaseError(
        f"MariaDB did not start: {(wrong or said or ['it said nothing'])[0]}",
        where=str(folder),
        then="use --database sqlite",
    )
