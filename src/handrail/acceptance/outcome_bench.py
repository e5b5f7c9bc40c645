"""Checks on how a migration ended: the verdict, the ledger, the schema, the statements."""

from __future__ import annotations

import re
from collections.abc import Sequence

from handrail.acceptance.chain_bench import ChainBench
from handrail.acceptance.tables import Record, assert_same
from handrail.model import OutcomeKind
from handrail.snapshots import difference, schema_differences

_OBSTACLE = re.compile(r"(?P<column>\w+) (?P<value>NULL|'[^']*') in (?P<rows>\d+) rows?")
_EXAMPLE = re.compile(r"(?P<column>\w+) '(?P<value>[^']*)'(?=;| \()")


class OutcomeBench:
    """What became of the last migration of a chain."""

    def __init__(self, chain: ChainBench) -> None:
        self._chain = chain

    def should_be_done(self) -> None:
        """The last migration came to its end."""
        self._should_have_ended(OutcomeKind.DONE)

    def should_be_done_or_refused(self) -> None:
        """The last migration came to its end, or said no before it changed anything."""
        ended = self._chain.outcome.kind
        well = ended in (OutcomeKind.DONE, OutcomeKind.REFUSED)
        assert well, f"the migration neither succeeded nor refused, but {ended}: {self._said}"

    def should_have_the_schema_back(self) -> None:
        """There and back, the schema is what it was; or the way back said no in words.

        The order of columns does not matter: no statement that names its columns can see it.
        """
        if self._chain.outcome.kind is OutcomeKind.REFUSED:
            return
        changes = schema_differences(self._chain.before.schema, self._chain.after.schema)
        lines = [str(each) for each in changes if not each.weak]
        assert not lines, "the schema is not as before:\n" + "\n".join(lines)

    def should_have_crashed(self, words: str) -> None:
        """The database or the code raised in the middle, with these words in what it said."""
        self._should_have_ended(OutcomeKind.CRASHED)
        assert words in self._said, f'expected "{words}" in: {self._said}'

    def should_be_stopped(self) -> None:
        """The last migration did not come to an end within its limits."""
        self._should_have_ended(OutcomeKind.STOPPED)

    def should_be_refused_because_of(self, obstacles: Sequence[Record]) -> None:
        """The step said no, and its words name each of these obstacles and no other."""
        self._should_have_ended(OutcomeKind.REFUSED)
        table, _, words = self._said.partition(":")
        named = [{"table": table, **found.groupdict()} for found in _OBSTACLE.finditer(words)]
        for obstacle in named:
            obstacle["value"] = obstacle["value"].strip("'")
        assert_same(obstacles, named, f"other obstacles are named: {self._said}")

    def should_show(self, examples: Sequence[Record]) -> None:
        """The refusal gives the keys of these rows, and of no others, as examples."""
        shown = [{found["column"]: found["value"]} for found in _EXAMPLE.finditer(self._said)]
        assert_same(examples, shown, f"other rows are shown: {self._said}")

    def should_take_at_most(self, statements: int) -> None:
        """The last migration sent no more statements than that."""
        count = self._chain.outcome.statement_count
        assert count <= statements, f"{count} statements were sent, at most {statements} expected"

    def should_be_at(self, revision: str) -> None:
        """The ledger records what one does that was brought freshly to that revision."""
        expected = self._chain.snapshot_at(revision).ledger
        ledger = self._chain.after.ledger
        assert ledger == expected, f"expected {expected} as of {revision}, the ledger says {ledger}"

    def should_have_schema_of(self, revision: str) -> None:
        """The schema is that of a database brought freshly to that revision."""
        expected, actual = self._chain.schema_of(revision), self._chain.after.schema
        lines = [str(each) for each in schema_differences(expected, actual)]
        assert not lines, f"the schema is not that of {revision}:\n" + "\n".join(lines)

    def should_be_unchanged(self) -> None:
        """Schema, rows and ledger are what they were before the last migration."""
        lines = difference(self._chain.before, self._chain.after).lines()
        assert not lines, "the database is not as before:\n" + "\n".join(lines)

    def close(self) -> None:
        """Nothing is held."""

    @property
    def _said(self) -> str:
        return self._chain.outcome.error or ""

    def _should_have_ended(self, kind: OutcomeKind) -> None:
        actual = self._chain.outcome.kind
        assert actual is kind, f"the migration was not {kind} but {actual}: {self._said}"
