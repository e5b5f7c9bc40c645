"""One database full of plans somewhere on the repaired chain, held against what stood before."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import sqlalchemy as sa

from benches.batches import Batch
from benches.bundled_chains import bundled
from benches.census import Entry, census, ledger_of
from benches.lone_plan import ONE, one_plan
from benches.plan_rows import PlanRows
from benches.planted_chains import ARGUMENTS, PLANTED, PlantedChain
from handrail.acceptance.known_chains import CHAINS
from handrail.databases import Database, Provider
from handrail.model import Schema
from handrail.snapshots import schema_differences, schema_of

_RENAMED = " is now "


class PlantedBench:
    """Plants, remembers what stands, and looks at what stands now; who migrates says so.

    A place is a revision that was applied last, or ``base``, as ``PlantedChain`` has it.
    """

    def __init__(self, provider: Provider) -> None:
        self._provider = provider
        self._chains: tuple[PlantedChain, ...] = ()
        self._databases: list[Database] = []
        self._current: Database | None = None
        self._stood: list[Database] = []
        self._schema: Schema | None = None

    def plant(self, place: str, seed: int, number: int) -> None:
        """A database of its own stands at that place and holds as many plans, made from the seed.

        Raises AssertionError where a step on the way there fails.
        """
        self._chains = tuple(PLANTED.get(self._provider, seed, each) for each in (number, 0))
        self._current = self._kept(self.templates.at(place).clone())

    def plant_below(self, revision: str, seed: int, number: int) -> None:
        """The same at the place from which that revision is reached."""
        self.plant(PLANTED.get(self._provider, seed, number).below(revision), seed, number)

    def plant_one(self, variant: str, revision: str, phase: str) -> None:
        """A database at that revision of that variant holds one plan in that phase.

        It has a project, an argument and an invariant.
        """
        self._current = self._kept(CHAINS.at(bundled("plans", variant), revision, self._provider))
        with self.database.connect() as connection:
            for batch in one_plan(phase):
                batch.put(connection)
            connection.commit()

    def mend_the_one(self, phase: str) -> None:
        """The one plan is in another phase."""
        self._set("phase", phase, [ONE])

    def change(self, column: str, value: str, every: int) -> int:
        """One plan in so many holds the value in that column; gives their number."""
        plans = [plan.identifier for plan in self.templates.rows.plans[::every]]
        self._set(column, value, plans)
        return len(plans)

    def spoil(self, column: str, value: str) -> None:
        """The first plan holds a value that no constraint would let pass; SQLite only."""
        plan = self.templates.rows.plans[0].identifier
        with self.database.connect() as connection:
            connection.exec_driver_sql("PRAGMA ignore_check_constraints = ON")
            Batch("v3_plans", [{"plan_id": plan, column: value}], key="plan_id").put(connection)
            connection.commit()

    def close_a_cycle(self) -> int:
        """The head of the wide family stands below one of its children, and neither has a root.

        Gives the number of plans that are no longer below any root.
        """
        head, child, *others = self.templates.rows.family
        self._set("root_plan_id", None, [head.identifier, child.identifier])
        self._set("parent_plan_id", child.identifier, [head.identifier])
        return 2 + sum(plan.given_root is None for plan in others)

    def remember(self) -> None:
        """What stands now is, from here on, what stood before, and the database is to change."""
        self._stood.append(self._kept(self.database.clone()))
        self._schema = None

    @property
    def templates(self) -> PlantedChain:
        """The chain with all its templates that the database was cloned from."""
        return self._chains[0]

    @property
    def fresh(self) -> PlantedChain:
        """The same without any rows."""
        return self._chains[1]

    @property
    def database(self) -> Database:
        """The database of this test."""
        assert self._current is not None, "nothing was planted yet"
        return self._current

    def kept(self, changes: Sequence[str]) -> tuple[Entry, ...]:
        """The tables as they stood before beside what they are now.

        ``changes`` are left out: columns as ``table.column``, and tables as ``old is now new``.
        """
        renamed = dict(each.split(_RENAMED) for each in changes if _RENAMED in each)
        with self._before.connect() as old:
            return self._beside(old, renamed, changes)

    def restored(self, place: str) -> tuple[Entry, ...]:
        """The tables as they stand at that place beside what they are now."""
        with self.templates.at(place).connect() as connection:
            return self._beside(connection, {}, ())

    def should_be_kept(self, entries: Sequence[Entry]) -> None:
        """Every table that is on both sides holds the same."""
        wrong = [f"{e.table}: {e.before} before, {e.after} now" for e in entries if not e.is_kept]
        assert not wrong, "rows are lost or changed:\n" + "\n".join(wrong)

    def should_be_restored(self, entries: Sequence[Entry]) -> None:
        """Every table is on both sides and holds the same."""
        self.should_be_kept(entries)
        wrong = [e.table for e in entries if not (e.before and e.after)]
        assert not wrong, f"tables are on one side only: {', '.join(wrong)}"

    def should_be_as_before(self) -> None:
        """Schema, rows and ledger are what they were."""
        self._should_equal(self._before, "the database is not as before")

    def no_table_should_be_left_behind(self) -> None:
        """There is no table that was not there before."""
        with self._before.connect() as connection:
            before = schema_of(connection).tables.keys()
        left = sorted(self.schema.tables.keys() - before)
        assert not left, f"tables are left behind: {', '.join(left)}"

    def should_be_like_one_never_killed(self) -> tuple[str, ...]:
        """It holds what a clone of what stood at first holds after an undisturbed upgrade.

        That upgrade leads to what the ledger records, and to nothing else; gives these revisions.
        """
        with self.database.connect() as connection:
            ledger = ledger_of(connection)
        twin = self._kept(self._stood[0].clone())
        outcomes = [self.templates.chain.upgrade(twin, each, *ARGUMENTS) for each in ledger]
        failed = [str(outcome.error) for outcome in outcomes if outcome.error]
        assert not failed, f"the undisturbed upgrade fails: {failed}"
        self._should_equal(twin, "the database is not as if nobody had killed anything")
        return ledger

    def made_again(self, place: str, seed: int) -> tuple[Entry, ...]:
        """The tables at that place beside those of plans that are made anew from a seed."""
        again = PlantedChain(self._provider, PlanRows(seed, self.templates.rows.number))
        with self.templates.at(place).connect() as old, again.at(place).connect() as new:
            return tuple(census((old, schema_of(old)), (new, schema_of(new)), {}, ()))

    def should_differ(self, entries: Sequence[Entry]) -> None:
        """Every table of the two is another one."""
        same = [entry.table for entry in entries if entry.is_kept]
        assert entries, "there is no table at all"
        assert not same, f"the same rows: {', '.join(same)}"

    def close(self) -> None:
        """The databases of this test are gone; the templates stay for the next one."""
        while self._databases:
            self._databases.pop().drop()

    @property
    def schema(self) -> Schema:
        """The schema of the database, read once after each migration."""
        if self._schema is None:
            with self.database.connect() as connection:
                self._schema = schema_of(connection)
        return self._schema

    @property
    def _before(self) -> Database:
        return self._stood[-1]

    def _kept(self, database: Database) -> Database:
        self._databases.append(database)
        return database

    def _should_equal(self, other: Database, otherwise: str) -> None:
        """Schema, rows and ledger are the same in both."""
        with other.connect() as expected, self.database.connect() as connection:
            before, after = schema_of(expected), schema_of(connection)
            lines = [str(each) for each in schema_differences(before, after)]
            entries = census((expected, before), (connection, after), {}, ())
            lines += [f"{e.table}: {e.before}, {e.after} now" for e in entries if not e.is_kept]
            ledgers = ledger_of(expected), ledger_of(connection)
        lines += [f"the ledger was {ledgers[0]}, is {ledgers[1]}"] * (ledgers[0] != ledgers[1])
        assert not lines, f"{otherwise}:\n" + "\n".join(lines)

    def _beside(
        self, old: sa.Connection, renamed: Mapping[str, str], changed: Collection[str]
    ) -> tuple[Entry, ...]:
        with self.database.connect() as new:
            before, after = (old, schema_of(old)), (new, self.schema)
            return tuple(census(before, after, renamed, changed))

    def _set(self, column: str, value: str | None, plans: Sequence[str]) -> None:
        with self.database.connect() as connection:
            values = [{"plan_id": plan, column: value} for plan in plans]
            Batch("v3_plans", values, key="plan_id").put(connection)
            connection.commit()
