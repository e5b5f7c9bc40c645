"""Scans that agents were told to do, and the results that they hand in."""

from __future__ import annotations

from collections.abc import Sequence

from benches.agents.server_bench import Answer, ServerBench
from handrail.acceptance.tables import Record

TABLES = ("agent_update_packages", "storage_metrics", "system_metrics", "docker_images")
"""What scans fill, each kind one of them."""


class ScansBench:
    """The last scan that an agent was told to do."""

    def __init__(self, server: ServerBench) -> None:
        self._server = server
        self._command = ""
        self._answer = Answer(0, {})

    def order(self, agent: str, subsystem: str) -> None:
        """The agent has been told to scan that."""
        path = f"{self._server.agent(agent)}/subsystems/{subsystem}/trigger"
        self._command = self._server.post(path, {}).body["id"]

    def hand_in(self, agent: str, items: Sequence[Record], **told: str) -> None:
        """The agent has handed in what it found, which came to an answer of the server."""
        path = f"{self._server.agent(agent)}/commands/{self._command}/result"
        result = {"result": "success", "items": [dict(item) for item in items]}
        self._answer = self._server.post(path, result | told)

    def should_be_taken(self) -> None:
        """The server has taken what was handed in last."""
        assert self._answer.status == 200, f"{self._answer.status}: {self._answer.reason}"

    def should_be_refused(self, status: int, reason: str) -> None:
        """The server has refused it, for that reason."""
        said = (self._answer.status, self._answer.reason)
        assert said == (status, reason), f"refused with {said}, expected {(status, reason)}"

    def others_should_be_empty(self, table: str) -> None:
        """No table of another kind of scan holds a row."""
        self._server.tables_should_be_empty([name for name in TABLES if name != table])

    def close(self) -> None:
        """Nothing is held."""
