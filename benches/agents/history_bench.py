"""Errors that a page reports, and the history that has to hold them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from benches.agents.clicks_bench import UNKNOWN_AGENT
from benches.agents.letters import spelled
from benches.agents.server_bench import Answer, ServerBench
from benches.words import word
from handrail.acceptance.tables import Record, assert_same


class HistoryBench:
    """Reports errors as the page does, and keeps the answer to the last report."""

    def __init__(self, server: ServerBench) -> None:
        self._server = server
        self._answer = Answer(0, {})
        self._waiting: dict[str, Any] = {}

    def fail_and_report(self, subsystem: str) -> None:
        """A click failed, since the agent was gone, and the page has reported it."""
        said = self._server.post(f"{UNKNOWN_AGENT}/subsystems/{subsystem}/trigger", {})
        self.report(f"Failed to initiate {subsystem} scan: {said.reason}", subsystem=subsystem)

    def click_while_away(self, agent: str, subsystem: str) -> None:
        """The server was stopped, a click came to nothing, and the server has been started."""
        self._server.stop()
        try:
            self._server.post(f"{self._server.agent(agent)}/subsystems/{subsystem}/trigger", {})
        except ConnectionRefusedError:
            message = f"Failed to initiate {subsystem} scan: the server does not answer"
            who = {"agent_id": self._server.id_of(agent)}
            self._waiting = {"message": message, "subsystem": subsystem, "metadata": who}
        self._server.start_again()

    def send_waiting(self) -> None:
        """What the page could not say while the server was away has been sent."""
        self.report(**self._waiting)

    def report(self, message: str, **parts: Any) -> None:
        """The page has reported an error with that message."""
        self._answer = self._server.report_error(message, **parts)

    def report_numbered(self, number: int, message: str) -> None:
        """The page has reported an error under an id of its own."""
        self.report(message, id=str(UUID(int=number)))

    def report_part(self, part: str, written: str) -> None:
        """One part of the report was as written: JSON, or ``17 letters``."""
        long = spelled(written)
        value = json.loads(written) if long == written else long
        self.report(**{"message": "no answer", part: value})

    def report_text(self, text: str) -> None:
        """Something else than a report has been sent."""
        self._answer = self._server.post("/api/v1/logs/client-error", text)

    def should_be_answered(self, status: int) -> None:
        """The last report was answered with that status."""
        said = f"{self._answer.status} {self._answer.reason}"
        assert self._answer.status == status, f"the report was answered {said}, not {status}"

    def should_be_refused(self, status: int, reason: str) -> None:
        """The last report was refused, for that reason."""
        said = (self._answer.status, self._answer.reason)
        assert said == (status, reason), f"refused with {said}, expected {(status, reason)}"

    def should_hold(self, expected: Sequence[Record]) -> None:
        """The history holds these entries, the newest first, and no others."""
        entries = self._server.get("/api/v1/history").body
        told = [entry | {"agent": self._server.name_of(entry["agent_id"])} for entry in entries]
        rows = [{name: word(entry[name]) for name in expected[0]} for entry in told]
        assert_same(_numbered(expected), _numbered(rows), "the history holds other entries")

    def should_be_sent_as_data(self) -> None:
        """What the history is sent as is nothing that a browser would draw."""
        answer = self._server.get("/api/v1/history")
        labels = (answer.media_type, answer.sniffing)
        assert labels == ("application/json", "nosniff"), f"the history is sent as {labels}"

    def close(self) -> None:
        """Nothing is held."""


def _numbered(entries: Sequence[Record]) -> list[dict[str, str]]:
    return [{"entry": str(at), **entry} for at, entry in enumerate(entries, 1)]
