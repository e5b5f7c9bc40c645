"""Chains of either kind, taken to revisions as a command would."""

from __future__ import annotations

from contextlib import ExitStack

from handrail.chains import Chain, resolve
from handrail.databases import Database, Provider
from handrail.errors import TargetError
from handrail.model import Direction, OutcomeKind, Step
from handrail.snapshots import take


class KindsBench:
    """One chain and one database of its own."""

    def __init__(self, provider: Provider) -> None:
        self._provider = provider
        self._stack = ExitStack()
        self._refusal = ""

    def begin(self, target: str) -> None:
        """The chain is loaded, and a database is empty."""
        self._chain = self._stack.enter_context(Chain(resolve(target)))
        self._database: Database = self._provider.make()
        self._stack.callback(self._database.drop)

    def go(self, direction: Direction, destination: str) -> None:
        """The chain is taken there; that it cannot be is kept."""
        run = self._chain.upgrade if direction is Direction.UPGRADE else self._chain.downgrade
        try:
            outcome = run(self._database, destination)
        except TargetError as error:
            self._refusal = str(error)
        else:
            self._refusal = "" if outcome.kind is OutcomeKind.DONE else str(outcome.error)

    def climb(self, *arguments: str) -> None:
        """The chain is taken up step by step, each in a context of its own, as a walk does."""
        steps = [Step(each.identifier, Direction.UPGRADE) for each in self._chain.revisions]
        outcomes = [self._chain.step(self._database, step, arguments=arguments) for step in steps]
        self._messages = [message for outcome in outcomes for message in outcome.messages]
        self._refusal = "; ".join(filter(None, (outcome.error for outcome in outcomes)))

    def should_have_said(self, message: str, times: int) -> None:
        """The steps have printed that line so many times."""
        there = self._messages.count(message)
        assert there == times, f"it was printed {there} times"

    def should_have_made(self, tables: str) -> None:
        """These tables are there and no others, but for the ledger."""
        assert not self._refusal, self._refusal
        with self._database.connect() as connection:
            seen = take(
                connection,
                ledger_table=self._chain.ledger,
                ledger_column=self._chain.ledger_column,
            )
        there = ", ".join(sorted(seen.schema.tables)) or "none"
        assert there == tables, f"there are the tables {there}"

    def should_be_refused(self, words: str) -> None:
        """It was not taken there, with these among the words."""
        assert words in self._refusal, f"it said {self._refusal!r}"

    def close(self) -> None:
        """The child and the database are gone."""
        self._stack.close()
