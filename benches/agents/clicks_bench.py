"""Clicks on the scan buttons, as requests: what is answered, and which commands there are then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from string import ascii_lowercase
from threading import Barrier

from benches.agents.letters import spelled
from benches.agents.server_bench import Answer, ServerBench
from benches.words import word
from handrail.acceptance.tables import Record, assert_same

_ADDRESS = ("agent", "subsystem")
UNKNOWN_AGENT = "/api/v1/agents/11111111-1111-1111-1111-111111111111"


class ClicksBench:
    """Sends clicks, one after the other or at once, and keeps the answers.

    Commands are called a, b, c ... in the order in which answers first name them.
    """

    def __init__(self, server: ServerBench) -> None:
        self._server = server
        self._answers: list[Answer] = []
        self._looked = True

    def send(self, clicks: Sequence[Record]) -> None:
        """One request after the other; ``id`` and ``idempotency_key`` are sent as they stand."""
        self._keep([self._click(each) for each in clicks])

    def send_at_once(self, count: int, keys: int, click: Record) -> None:
        """As many requests over connections of their own, with so many keys between them."""
        together = Barrier(count)

        def one(number: int) -> Answer:
            together.wait()
            return self._click({**click, "idempotency_key": f"click {number % keys}"})

        with ThreadPoolExecutor(count) as pages:
            self._keep(list(pages.map(one, range(count))))

    def send_for_nobody(self) -> None:
        """A request for an agent that the server does not know."""
        self._keep([self._server.post(f"{UNKNOWN_AGENT}/subsystems/docker/trigger", {})])

    def send_text(self, agent: str, text: str) -> None:
        """A request with a body that only says that it is a JSON object."""
        path = f"{self._server.agent(agent)}/subsystems/docker/trigger"
        self._keep([self._server.post(path, text)])

    def answers_should_be(self, expected: Sequence[Record]) -> None:
        """The answers, in their order; ``command`` is empty where none was named."""
        there = [self._told(at, answer) for at, answer in enumerate(self._answers, 1)]
        wanted = [{"click": str(at), **row} for at, row in enumerate(expected, 1)]
        columns = wanted[0].keys()
        shown = [{name: row[name] for name in columns} for row in there]
        self._looked = True
        assert_same(wanted, shown, f"the clicks are answered otherwise{self._reasons()}")

    def should_count(self, count: int, status: int) -> None:
        """So many answers have that status."""
        found = [answer.status for answer in self._answers].count(status)
        self._looked = True
        assert found == count, f"{found} answers are {status}, not {count}{self._reasons()}"

    def should_name(self, count: int, agent: str) -> None:
        """The answers name so many commands, and the agent has these and no others."""
        answered, stored = set(self._ids()), [str(each["id"]) for each in self._stored(agent)]
        assert len(answered) == count, f"{len(answered)} commands are named, not {count}"
        assert sorted(stored) == sorted(answered), f"{answered} are named, {stored} are stored"

    def commands_should_be(self, agent: str, expected: Sequence[Record]) -> None:
        """The agent has these commands and no others; an id that no answer named is a ?."""
        stored = [{**each, "command": self._letter(each["id"])} for each in self._stored(agent)]
        there = [{name: word(row[name]) for name in expected[0]} for row in stored]
        wanted = [{name: spelled(cell) for name, cell in row.items()} for row in expected]
        assert_same(wanted, there, f"{agent} has other commands")

    def should_have_no_command(self, agent: str) -> None:
        """The agent has no command."""
        stored = self._stored(agent)
        assert not stored, f"{agent} has commands: {stored}"

    def should_not_be_called(self, given: str) -> None:
        """No command has the id that the page had sent."""
        assert given not in self._ids(), f"a command has the id of the page, {given!r}"

    def unlooked(self) -> str | None:
        """What a scenario may not end with unseen: a click that failed."""
        failed = any(answer.status >= 400 for answer in self._answers)
        return None if self._looked or not failed else f"nobody looked{self._reasons()}"

    def close(self) -> None:
        """Nothing is held."""

    def _click(self, click: Record) -> Answer:
        sent = {name: spelled(value) for name, value in click.items() if name not in _ADDRESS}
        path = f"{self._server.agent(click['agent'])}/subsystems/{click['subsystem']}/trigger"
        return self._server.post(path, sent)

    def _keep(self, answers: list[Answer]) -> None:
        self._answers, self._looked = answers, False

    def _told(self, at: int, answer: Answer) -> dict[str, str]:
        named = self._letter(answer.body.get("id"))
        told = {"click": str(at), "status": str(answer.status), "reason": answer.reason}
        return told | {"command": named if "id" in answer.body else ""}

    def _letter(self, command: object) -> str:
        known = self._ids()
        return ascii_lowercase[known.index(str(command))] if command in known else "?"

    def _ids(self) -> list[str]:
        """The ids of commands that answers name, each once, in their order."""
        named = (answer.body["id"] for answer in self._answers if "id" in answer.body)
        return list(dict.fromkeys(named))

    def _stored(self, agent: str) -> list[Mapping[str, str]]:
        answer = self._server.get(f"{self._server.agent(agent)}/commands")
        return list(answer.body)

    def _reasons(self) -> str:
        failed = {f"{each.status}: {each.reason}" for each in self._answers if each.reason}
        return "".join(f"\n{line}" for line in sorted(failed))
