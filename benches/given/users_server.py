"""A PostgreSQL server with a database in use, several users, and a log of all that is done."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import quote

import psycopg
from psycopg import sql

from benches.given.in_use import InUse
from benches.given.relay import Relay, older
from benches.live_server import LiveServer

_OWN = "shop"
"""The database in use, which URLs name."""
_SAID = re.compile(rf"maker in {_OWN}: LOG: (statement|execute [^:]*): (?P<text>.*)")
_MAY = ("SELECT ", "SET ", "CREATE DATABASE ", "COMMENT ON DATABASE ", "DROP DATABASE ")
"""How what a run does in the database that a URL names has to begin."""
_BEGIN: Sequence[Any] = (
    "ALTER SYSTEM SET log_statement = 'all'",
    "ALTER SYSTEM SET log_line_prefix = '%u in %d: '",
    "ALTER SYSTEM SET fsync = off",
    "SELECT pg_reload_conf()",
    "CREATE ROLE weak LOGIN PASSWORD 'weak'",
    "CREATE ROLE maker LOGIN CREATEDB PASSWORD {}",
    "CREATE DATABASE shop",
    "CREATE DATABASE handrail_shop OWNER maker",
)
_FILL = (
    "CREATE TABLE orders AS SELECT id, md5(id::text) AS item FROM generate_series(1, 1000) id",
    "GRANT ALL ON orders TO PUBLIC",
)
_SIGHT: Sequence[Any] = (
    "SELECT count(*), md5(string_agg(item, ',' ORDER BY id)) FROM orders",
    "SELECT count(*), max(oid) FROM pg_class",
)


class UsersServer(InUse):
    """Started when it is first asked for; the same until it is closed."""

    first = 1
    """The number of the database of a run that bears its mark."""

    def __init__(self) -> None:
        super().__init__()
        self._server: LiveServer | None = None
        # What a URL has to write in another way.
        self.password = f"p@ss:w\\o/rd%{secrets.token_hex(8)}"
        self._relays: list[Relay] = []

    def url(self, user: str = "maker", password: str | None = None, name: str = _OWN) -> str:
        """What ``--database`` is told."""
        place = self._had().address.rpartition("@")[2].partition("/")[0]
        word = quote(self.password if password is None else password, safe="")
        return f"postgresql://{user}:{word}@{place}/{name}"

    @property
    def port(self) -> str:
        """Where it listens."""
        return self._had().address.rpartition(":")[2].partition("/")[0]

    def places(self) -> dict[str, str]:
        """URLs with which something is wrong, by what is said of them."""
        return {
            "with a wrong password": self.url(password="wrong%"),
            "whose user may create none": self.url("weak", "weak"),
            "without that database": self.url(name="nowhere"),
            "where nobody listens": "postgresql://maker:p%40ss@127.0.0.1:1/shop",
            "with an @ as it is": "postgresql://maker:p@ss@127.0.0.1:1/shop",
            "that says it is older": self._with_port(self._relayed(older).port),
            "with a passphrase": f"{self.url()}?sslpassword=p%40ss",
        }

    def relay(self, stops_at: bytes) -> tuple[Relay, str]:
        """What stops passing words on there, and the URL that leads through it."""
        relay = self._relayed(stops_at=stops_at)
        return relay, self._with_port(relay.port)

    def _relayed(
        self, answers: Callable[[bytes], bytes] = bytes, stops_at: bytes | None = None
    ) -> Relay:
        self._relays.append(Relay(int(self.port), answers, stops_at))
        return self._relays[-1]

    def _with_port(self, port: int) -> str:
        return self.url().replace(f":{self.port}/", f":{port}/")

    def make(self, name: str, comment: str = "") -> None:
        """The user ``maker`` has a database of that name, made by somebody else."""
        database = sql.Identifier(name)
        self._do(sql.SQL("CREATE DATABASE {} OWNER maker").format(database))
        text = sql.SQL("COMMENT ON DATABASE {} IS {}")
        self._do(text.format(database, sql.Literal(comment)))

    def remove(self, name: str) -> None:
        """No database of that name is there."""
        self._do(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

    def databases(self) -> list[str]:
        """Those with the prefix."""
        found = self._do(
            "SELECT datname FROM pg_database WHERE datname LIKE 'handrail%' ORDER BY 1"
        )
        return [name for (name,) in found]

    def session(self, name: str) -> psycopg.Connection:
        """One of ``maker``'s, of that name."""
        return psycopg.connect(self.url(), application_name=name, autocommit=True)

    def sessions(self) -> int:
        """How many ``maker`` has."""
        ((number,),) = self._do("SELECT count(*) FROM pg_stat_activity WHERE usename = 'maker'")
        return int(number)

    def _seen(self) -> list[Any]:
        with self._had().connect(_OWN) as connection:
            return [connection.execute(query).fetchall() for query in _SIGHT]

    def visits(self) -> tuple[int, list[str]]:
        """How much ``maker`` has said in the database in use, and what is no run's business."""
        entries = re.split(r"(?m)^(?=\w* in \w*: )", self._had().log)
        said = [_SAID.match(" ".join(entry.split())) for entry in entries]
        texts = [each["text"] for each in said if each]
        strange = [text for text in texts if "orders" in text or not text.startswith(_MAY)]
        return len(texts), strange

    def close(self) -> None:
        """It has stopped."""
        for relay in self._relays:
            relay.close()
        self._relays.clear()
        if self._server:
            self._server.close()
            self._server = None

    def _had(self) -> LiveServer:
        if self._server is None:
            self._server = LiveServer()
            for each in _BEGIN:
                self._do(sql.SQL(each).format(sql.Literal(self.password)))
            with self._server.connect(_OWN) as connection:
                for each in _FILL:
                    connection.execute(each)
        return self._server

    def _do(self, statement: Any) -> list[Any]:
        with self._had().connect() as connection:
            cursor = connection.execute(statement)
            return cursor.fetchall() if cursor.description else []


USERS_SERVER = UsersServer()
"""The one of this process."""
