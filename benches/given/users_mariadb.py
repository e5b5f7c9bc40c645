"""A MariaDB server with a database in use, several users, and a log of all that is done."""

from __future__ import annotations

import re
import secrets
import shlex
import socket
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pymysql

from benches.given.in_use import SOON, InUse
from benches.given.relay import Relay, older
from benches.live_server import free_port
from handrail.databases.account import server_account
from handrail.databases.mariadb import programs
from handrail.databases.scratch import BEGUN, ScratchFolder

_OWN = "shop"
"""The database in use, which URLs name."""
_SAID = re.compile(r"(?m)^(?:\d+ +[\d:]+)?\t+ *(\d+) (Connect|Init DB|Query)\t(.*)$")
_OTHERS = re.compile(r"(?!root@localhost)")
_IN_USE = re.compile(r"(?<![\w])shop\b")
_BEGIN = (
    "CREATE USER weak@'%' IDENTIFIED BY 'secret'",
    "GRANT ALL ON shop.* TO weak@'%'",
    "CREATE USER wide@'%' IDENTIFIED BY 'secret'",
    "GRANT ALL ON *.* TO wide@'%'",
    "CREATE USER chief@'%' IDENTIFIED BY 'secret'",
    "GRANT ALL ON *.* TO chief@'%' WITH GRANT OPTION",
    "CREATE USER maker@'%%' IDENTIFIED BY %s",
    r"GRANT ALL ON `handrail\_%`.* TO maker@'%'",
    "CREATE DATABASE shop",
    "CREATE DATABASE handrail_shop",
    "CREATE TABLE shop.orders AS SELECT seq AS id, md5(seq) AS item FROM shop.seq_1_to_1000",
    "SET GLOBAL general_log = ON",
)
_SIGHT = (
    "SELECT count(*), md5(group_concat(item ORDER BY id)) FROM shop.orders",
    "SELECT count(*), max(create_time) FROM information_schema.tables WHERE table_schema = 'shop'",
)


class UsersMariaDB(InUse):
    """Started when it is first asked for; the same until it is closed."""

    first = 0
    """The number of the database of a run that bears its mark."""

    def __init__(self) -> None:
        super().__init__()
        self._folder: ScratchFolder | None = None
        self._port = 0
        self._silent: socket.socket | None = None
        self._relays: list[Relay] = []
        # What a URL has to write in another way, and an option file too.
        self.password = f"p@ss:w\\o/rd%#\"' {secrets.token_hex(8)}"

    def url(self, user: str = "maker", password: str | None = None, name: str = _OWN) -> str:
        """What ``--database`` is told."""
        self._had()
        word = quote(self.password if password is None else password, safe="")
        return f"mariadb://{user}:{word}@127.0.0.1:{self._port}/{name}"

    @property
    def port(self) -> str:
        """Where it listens."""
        self._had()
        return str(self._port)

    def places(self) -> dict[str, str]:
        """URLs with which something is wrong, by what is said of them."""
        return {
            "with a wrong password": self.url(password="wrong%"),
            "whose user may create none": self.url("weak", "secret"),
            "whose user may change everything": self.url("wide", "secret"),
            "where nobody listens": "mariadb://maker:p%40ss@127.0.0.1:1/shop",
            "that says nothing": f"mariadb://maker@127.0.0.1:{self._silent_port()}/?connect_timeout=1",
            "with an @ as it is": "mariadb://maker:p@ss@127.0.0.1:1/shop",
            "that calls itself older": self.url().replace(f":{self.port}/", f":{self._older()}/"),
            "with a passphrase": f"{self.url()}?ssl_key_password=p%40ss",
        }

    def _older(self) -> int:
        """The port at which the server calls itself an older one."""
        self._relays.append(Relay(int(self.port), older))
        return self._relays[-1].port

    def make(self, name: str, comment: str = "") -> None:
        """A database of that name is there, made by somebody else, marked with that if anything."""
        self._do(f"CREATE DATABASE `{name}`")
        if comment:
            self._do(f"CREATE TABLE `{name}`.mark AS SELECT %s AS text", comment)

    def remove(self, name: str) -> None:
        """No database of that name is there."""
        self._do(f"DROP DATABASE IF EXISTS `{name}`")

    def databases(self) -> list[str]:
        """Those with the prefix."""
        return [str(name) for (name,) in self._do("SHOW DATABASES LIKE 'handrail%'")]

    def users(self) -> list[str]:
        """Those that runs have made."""
        found = self._do("SELECT user FROM mysql.user WHERE user LIKE 'handrail%'")
        return [str(name) for (name,) in found]

    def session(self, name: str) -> Any:
        """One of ``maker``'s, with the lock of that name."""
        connection = self._connect(user="maker", password=self.password)
        connection.cursor().execute("DO get_lock(%s, 0)", (name,))
        return closing(connection)

    def sessions(self) -> int:
        """How many ``maker`` has."""
        counted = "SELECT count(*) FROM information_schema.processlist WHERE user = 'maker'"
        return int(self._do(counted)[0][0])

    def _seen(self) -> list[Any]:
        return [self._do(query) for query in _SIGHT]

    def visits(self) -> tuple[int, list[str]]:
        """How many have come who are not the server's owner, and what they said of the one in use.

        Even to enter it is none of a run's business.
        """
        log = self._folder_path / "data" / "general.log"
        said = _SAID.findall(log.read_text(encoding="utf-8", errors="replace"))
        came = {number for number, kind, text in said if kind == "Connect" and _OTHERS.match(text)}
        texts = [text for number, _, text in said if number in came]
        return len(came), [text for text in texts if _IN_USE.search(text)]

    def close(self) -> None:
        """It has stopped."""
        for relay in self._relays:
            relay.close()
        self._relays.clear()
        if self._folder:
            self._folder.remove()
            self._folder = None
        if self._silent:
            self._silent.close()
            self._silent = None

    def _silent_port(self) -> int:
        """Where somebody listens, and never says a word."""
        if self._silent is None:
            self._silent = socket.create_server(("127.0.0.1", 0))
        port: int = self._silent.getsockname()[1]
        return port

    @property
    def _folder_path(self) -> Path:
        self._had()
        assert self._folder, "it has been had"
        return self._folder.path

    def _had(self) -> None:
        if self._folder is None:
            account = server_account()
            self._port = free_port()
            self._folder = ScratchFolder(account)
            self._folder.keep(_command(self._folder.path, self._port), {"LC_ALL": "C", "TZ": "UTC"})
            self._wait()
            for each in _BEGIN:
                self._do(each, *([self.password] if "%s" in each else []))

    def _wait(self) -> None:
        until = time.monotonic() + SOON
        while True:
            try:
                self._connect().close()
            except pymysql.OperationalError:
                assert time.monotonic() < until, "the users' MariaDB did not start"
                time.sleep(0.02)
            else:
                return

    def _connect(self, **more: Any) -> Any:
        assert self._folder, "it has been started"
        if more:
            return pymysql.connect(host="127.0.0.1", port=self._port, autocommit=True, **more)
        place = str(self._folder.path / "socket")
        return pymysql.connect(unix_socket=place, user="root", autocommit=True)

    def _do(self, statement: str, *values: str) -> Sequence[Sequence[Any]]:
        self._had()
        with closing(self._connect()) as connection, connection.cursor() as cursor:
            cursor.execute(statement, values or None)
            rows: Sequence[Sequence[Any]] = cursor.fetchall()
            return rows


def _command(folder: Path, port: int) -> list[str]:
    server, installer = programs()
    common = ["--no-defaults", f"--datadir={folder}/data", "--innodb-log-file-size=16M"]
    root = "--auth-root-authentication-method=normal"
    install = [installer, *common, root, "--skip-test-db", "--skip-name-resolve"]
    serve = [server, *common, f"--socket={folder}/socket", "--pid-file=server.pid"]
    serve += ["--bind-address=127.0.0.1", f"--port={port}", "--skip-name-resolve"]
    serve += ["--innodb-fast-shutdown=2", "--innodb-flush-log-at-trx-commit=0"]
    serve += ["--general-log-file=general.log", "--character-set-server=utf8mb4"]
    begun = f"touch {shlex.quote(str(folder / BEGUN))}"
    return ["/bin/sh", "-c", f"{shlex.join(install)} && {begun} && exec {shlex.join(serve)}"]


USERS_MARIADB = UsersMariaDB()
"""The one of this process."""
