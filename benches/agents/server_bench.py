"""The agents' server of one variant: agents, requests, and what its database holds."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import Any

from sqlalchemy import Connection, text

from benches.agents.servers import SERVERS, AgentServer
from benches.words import word
from handrail.acceptance.tables import Record, assert_same

_PATIENCE = 30.0
_TABLES = text(
    "SELECT tablename FROM pg_tables"
    " WHERE schemaname = 'public' AND tablename <> 'schema_migrations'"
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server said: the HTTP status, the JSON in the body, and how both are labelled."""

    status: int
    body: Any
    media_type: str = ""
    sniffing: str = ""
    """What the server says of guessing another media type."""

    @property
    def reason(self) -> str:
        """Why it did not do what was asked; empty where it did."""
        return self.body.get("error", "") if isinstance(self.body, dict) else ""


class ServerBench:
    """A running server whose database begins empty; the same process for many scenarios."""

    def __init__(self) -> None:
        self._server: AgentServer | None = None
        self._agents: dict[str, str] = {}

    @property
    def url(self) -> str:
        """Where the server listens, running or not, without a slash at the end."""
        return self._running().url

    def start(self, variant: str) -> None:
        """The server of that variant answers.

        The first time in a scenario its database holds no row; afterwards all is as it was, port
        and database included.
        """
        self._server = self._server or SERVERS.get(variant)
        self._server.start()

    def stop(self) -> None:
        """The server has ended; its port and its database are kept for it."""
        self._running().stop()

    def start_again(self) -> None:
        """The server that was stopped answers, on the same port and over the same database."""
        self._running().start()

    def add_agent(self, hostname: str) -> None:
        """The server knows an agent of that name."""
        answer = self.post("/api/v1/agents", {"hostname": hostname})
        self._agents[hostname] = answer.body["id"]

    def report_error(self, message: str, **parts: Any) -> Answer:
        """What the server said to a page that reports an error with that message."""
        report = {"error_type": "RequestError", "message": message, "url": f"{self.url}/"}
        return self.post("/api/v1/logs/client-error", report | parts)

    def agent(self, hostname: str) -> str:
        """The path of an agent that was added."""
        return f"/api/v1/agents/{self.id_of(hostname)}"

    def id_of(self, hostname: str) -> str:
        """What the server calls an agent that was added."""
        return self._agents[hostname]

    def name_of(self, agent: str | None) -> str | None:
        """The name of the agent that the server calls so; None for one that was not added."""
        return {known: name for name, known in self._agents.items()}.get(agent or "")

    def get(self, path: str) -> Answer:
        """What the server says to that."""
        return self._send("GET", path, None)

    def post(self, path: str, body: Mapping[str, Any] | str) -> Answer:
        """What the server says to a JSON object, or to a text that only says that it is one."""
        return self._send("POST", path, body if isinstance(body, str) else json.dumps(body))

    def tables_should_be_empty(self, tables: Iterable[str]) -> None:
        """None of these tables holds a row."""
        with self._running().database.connect() as connection:
            filled = [name for name in tables if _rows(connection, name)]
        assert not filled, f"there are rows in {', '.join(filled)}"

    def table_should_hold(self, table: str, expected: Sequence[Record]) -> None:
        """The table holds these rows, in whatever order, and no others."""
        with self._running().database.connect() as connection:
            there = _rows(connection, table)
        rows = [{name: word(row[name]) for name in expected[0]} for row in there]
        assert_same(expected, rows, f"the table {table} holds other rows")

    def should_hold_nowhere(self, words: str) -> None:
        """No row of any table has the words in it."""
        with self._running().database.connect() as connection:
            tables = {name: _rows(connection, name) for name in connection.scalars(_TABLES).all()}
        found = [name for name, rows in tables.items() if words in json.dumps(rows)]
        assert not found, f"{words!r} stands in {', '.join(found)}"

    def close(self) -> None:
        """The server runs on, for the next scenario."""

    def _running(self) -> AgentServer:
        assert self._server is not None, "no server was started"
        return self._server

    def _send(self, method: str, path: str, body: str | None) -> Answer:
        connection = HTTPConnection("127.0.0.1", self._running().port, timeout=_PATIENCE)
        try:
            connection.request(method, path, body, {"Content-Type": "application/json"})
            answer = connection.getresponse()
            said = answer.read()
        finally:
            connection.close()
        media_type = answer.headers.get_content_type()
        told = json.loads(said) if media_type == "application/json" else said.decode()
        sniffing = answer.headers.get("X-Content-Type-Options", "")
        return Answer(answer.status, told, media_type, sniffing)


def _rows(connection: Connection, table: str) -> list[dict[str, Any]]:
    return list(connection.scalars(text(f"SELECT to_jsonb(t) FROM {table} t")))  # noqa: S608
