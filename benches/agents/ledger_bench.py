"""Checks on what a runner left: its verdict, the ledger, the schema, the rows."""

from __future__ import annotations

from collections.abc import Sequence

from benches.agents.runner_bench import RunnerBench
from benches.words import records
from handrail.acceptance.tables import Record, assert_same
from handrail.model import Snapshot
from handrail.snapshots import difference, schema_differences


def numbers_in(ledger: Snapshot) -> list[str]:
    """The numbers of the files that the ledger holds."""
    return [name.split("_")[0] for name in ledger.ledger]


class LedgerBench:
    """What became of the database of a runner."""

    def __init__(self, runner: RunnerBench) -> None:
        self._runner = runner

    def should_succeed(self) -> None:
        """Every runner did what it was told."""
        errors = [outcome.error for outcome in self._runner.outcomes if outcome.error]
        assert not errors, f"the runner failed: {'; '.join(errors)}"

    def should_fail_with(self, *words: str) -> None:
        """A runner failed, in one line with these words in it."""
        error = "; ".join(outcome.error for outcome in self._runner.outcomes).strip()
        assert error, "the runner ended well, though a migration failed"
        lacking = [word for word in words if word not in error]
        assert not lacking, f"the runner does not say {' and '.join(lacking)}: {error}"
        assert "\n" not in error, f"the runner says more than a line: {error}"

    def should_say(self, words: str) -> None:
        """A runner did what it was told, and said this."""
        self.should_succeed()
        said = "\n".join(outcome.said for outcome in self._runner.outcomes).strip()
        assert said == words, f'the runner does not say "{words}": {said}'

    def should_hold(self, numbers: str) -> None:
        """The ledger holds these numbers and no others."""
        wanted = [] if numbers == "nothing" else numbers.split(", ")
        held = numbers_in(self._runner.after)
        assert held == wanted, f"the ledger holds {', '.join(held) or 'nothing'}, not {numbers}"

    def should_have_schema_of(self, number: str) -> None:
        """The schema is the one that the migrations as repaired make up to that number."""
        expected, actual = self._runner.schema_of(number), self._runner.after.schema
        lines = [str(each) for each in schema_differences(expected, actual)]
        assert not lines, f"the schema is not that of {number}:\n" + "\n".join(lines)

    def should_have_more_than(self, number: str, things: Sequence[Record]) -> None:
        """Beside the schema of that number there are these things, and nothing lacks."""
        found = schema_differences(self._runner.schema_of(number), self._runner.after.schema)
        actual = [{"also there": str(each)} for each in found]
        assert_same(things, actual, f"other things are there beside the schema of {number}")

    def should_hold_rows(self, table: str, expected: Sequence[Record]) -> None:
        """The table holds these rows and no others, in the columns that are named."""
        found = records(self._runner.after.rows[table], list(expected[0]))
        assert_same(expected, found, f"the table {table} holds other rows")

    def should_be_unchanged(self) -> None:
        """Schema, rows and ledger are what they were before the runner was told anything."""
        lines = difference(self._runner.before, self._runner.after).lines()
        assert not lines, "the database is not as before:\n" + "\n".join(lines)

    def close(self) -> None:
        """Nothing is held."""
