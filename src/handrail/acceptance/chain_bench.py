"""One database somewhere on a chain: brought there, filled, migrated, looked at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from handrail.acceptance.bundled_chains import CHAINS
from handrail.acceptance.tables import Record, assert_same, records, value_of
from handrail.chains import AlembicChain
from handrail.databases import Database, Provider
from handrail.model import Load, Outcome, OutcomeKind, Rows, Snapshot
from handrail.rows import Placed, put
from handrail.rows.making import SPARSE, Maker
from handrail.rows.vocabulary import Vocabulary
from handrail.snapshots import difference, schema_differences, take
from handrail.walk.verdict import judged


class ChainBench:
    """What a scenario does with a chain, and the checks on what became of the database.

    A When stores an outcome and never raises for what the migration did; a bad outcome that no
    check has looked at is told by ``unlooked``.
    """

    def __init__(self, provider: Provider) -> None:
        self._provider = provider
        self._name = ""
        self._variant = ""
        self._database: Database | None = None
        self._before: Snapshot | None = None
        self._outcome: Outcome | None = None
        self._looked = True

    def begin_at(self, name: str, variant: str, revision: str) -> None:
        """A database of its own stands at that revision, without rows."""
        self._name, self._variant = name, variant
        self._database = CHAINS.at(name, variant, revision, self._provider)

    def put(self, table: str, rows: Iterable[Record]) -> None:
        """The rows are in, with something plausible in the columns that nobody named."""
        schema = self.look().schema
        maker = Maker(Vocabulary(schema, schema, self.database.dialect))
        for row in rows:
            maker.row(table, {name: value_of(text) for name, text in row.items()}, SPARSE)
        load = Load("the rows of the scenario", tuple(maker.rows))
        with self.database.connect() as connection:
            placed = put(connection, schema, load)
        assert isinstance(placed, Placed), f"no row got in: {placed}"
        assert placed == Placed(load.rows), f"not all rows got in as they are: {placed}"

    def upgrade(self, destination: str, *arguments: str) -> None:
        """What ``alembic upgrade`` did is kept as the outcome."""
        self._before = self.look()
        self._keep(self.chain.upgrade(self.database, destination, *arguments))

    def downgrade(self, destination: str, *arguments: str) -> None:
        """What ``alembic downgrade`` did is kept as the outcome."""
        self._before = self.look()
        self._keep(self.chain.downgrade(self.database, destination, *arguments))

    @property
    def chain(self) -> AlembicChain:
        """The chain of this scenario."""
        return CHAINS.get(self._name, self._variant)

    @property
    def database(self) -> Database:
        """The database of this scenario."""
        assert self._database is not None, "no database stands at any revision yet"
        return self._database

    @property
    def before(self) -> Snapshot:
        """What stood in the database before the last migration."""
        assert self._before is not None, "nothing was migrated yet"
        return self._before

    @property
    def outcome(self) -> Outcome:
        """How the last migration ended; asking is looking."""
        assert self._outcome is not None, "nothing was migrated yet"
        self._looked = True
        return self._outcome

    def look(self) -> Snapshot:
        """What stands in the database now."""
        with self.database.connect() as connection:
            return take(connection)

    def rows(self, table: str) -> Rows:
        """The rows of one table now; AssertionError where there is no such table."""
        rows = self.look().rows
        assert table in rows, f"there is no table {table}; there are {', '.join(sorted(rows))}"
        return rows[table]

    def should_be_done(self) -> None:
        """The last migration came to its end."""
        self._should_have_ended(OutcomeKind.DONE)

    def should_have_crashed(self, words: str) -> None:
        """The database or the code raised in the middle, with these words in what it said."""
        self._should_have_ended(OutcomeKind.CRASHED)
        said = self.outcome.error or ""
        assert words in said, f'expected "{words}" in: {said}'

    def should_be_stopped(self) -> None:
        """The last migration did not come to an end within its limits."""
        self._should_have_ended(OutcomeKind.STOPPED)

    def should_be_refused_because_of(self, obstacles: Sequence[Record]) -> None:
        """The step said no, and its words name each table, column, value and number of rows."""
        self._should_have_ended(OutcomeKind.REFUSED)
        said = self.outcome.error or ""
        for obstacle in obstacles:
            missing = [word for word in obstacle.values() if word not in said]
            assert not missing, f"the refusal does not name {', '.join(missing)}: {said}"

    def should_be_at(self, revision: str) -> None:
        """The ledger records exactly that revision, or nothing for ``base``."""
        expected = () if revision == "base" else (revision,)
        ledger = self.look().ledger
        assert ledger == expected, f"expected revision {revision}, the ledger says {ledger}"

    def should_hold(self, table: str, expected: Sequence[Record]) -> None:
        """The table holds these rows and no others, in the columns that are named."""
        rows = self.rows(table)
        columns = list(expected[0]) if expected else list(rows.columns)
        assert_same(expected, records(rows, columns), f"the table {table} holds other rows")

    def should_be_unchanged(self) -> None:
        """Schema, rows and ledger are what they were before the last migration."""
        lines = difference(self.before, self.look()).lines()
        assert not lines, "the database has changed:\n" + "\n".join(lines)

    def should_have_schema_of(self, revision: str) -> None:
        """The schema is that of a database brought freshly to that revision."""
        fresh = CHAINS.at(self._name, self._variant, revision, self._provider)
        with fresh.connect() as connection:
            expected = take(connection).schema
        fresh.drop()
        lines = [str(each) for each in schema_differences(expected, self.look().schema)]
        assert not lines, f"the schema is not that of {revision}:\n" + "\n".join(lines)

    def unlooked(self) -> str | None:
        """The last outcome, where it was bad and nothing has looked at it."""
        if self._looked or self._outcome is None or self._outcome.kind is OutcomeKind.DONE:
            return None
        return f"nobody looked: the migration was {self._outcome.kind}: {self._outcome.error}"

    def close(self) -> None:
        """The database is gone."""
        if self._database:
            self._database.drop()
            self._database = None

    def _keep(self, outcome: Outcome) -> None:
        self._outcome = judged(outcome, self.before, self.look())
        self._looked = False

    def _should_have_ended(self, kind: OutcomeKind) -> None:
        outcome = self.outcome
        assert outcome.kind is kind, (
            f"the migration was not {kind} but {outcome.kind}: {outcome.error or 'no error'}"
        )
