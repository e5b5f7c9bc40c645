"""One database full of plans somewhere on the repaired chain, held against what stood before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

import sqlalchemy as sa
from alembic.runtime.migration import MigrationContext
from sqlalchemy.exc import IntegrityError

from handrail.acceptance.catalog_names import catalog_names
from handrail.acceptance.census import Entry, broken_checks, census, dull_columns, values_of
from handrail.acceptance.plan_rows import PlanRows
from handrail.acceptance.planted_chains import PLANTED, PlantedChain
from handrail.databases import Database, Provider
from handrail.model import Schema
from handrail.snapshots import (
    difference,
    foreign_key_violations,
    schema_differences,
    schema_of,
    take,
)

_RENAMED = " is now "
_SHOWN = 5


class PlantedBench:
    """Plants, remembers what stands, and looks at what stands now; who migrates says so.

    A place is a revision that was applied last, or ``base``, as ``PlantedChain`` has it.
    """

    def __init__(self, provider: Provider) -> None:
        self._provider = provider
        self._chains: tuple[PlantedChain, ...] = ()
        self._databases: list[Database] = []
        self._schema: Schema | None = None

    def plant(self, place: str, seed: int, number: int) -> None:
        """A database of its own stands at that place and holds as many plans, made from the seed.

        Raises AssertionError where a step on the way there fails.
        """
        self._chains = tuple(PLANTED.get(self._provider, seed, each) for each in (number, 0))
        self._databases.append(self.planted.at(place).clone())

    def plant_below(self, revision: str, seed: int, number: int) -> None:
        """The same at the place from which that revision is reached."""
        self.plant(PLANTED.get(self._provider, seed, number).below(revision), seed, number)

    def change(self, column: str, value: str, every: int) -> int:
        """One plan in so many holds the value in that column; gives their number."""
        plans = [plan.identifier for plan in self.planted.rows.plans[::every]]
        self._set(column, value, plans)
        return len(plans)

    def close_a_cycle(self) -> int:
        """The head of the wide family stands below one of its children, and neither has a root.

        Gives the number of plans that are no longer below any root.
        """
        head, child, *others = self.planted.rows.family
        self._set("root_plan_id", None, [head.identifier, child.identifier])
        self._set("parent_plan_id", child.identifier, [head.identifier])
        return 2 + sum(plan.given_root is None for plan in others)

    def remember(self) -> None:
        """What stands now is, from here on, what stood before, and the database is to change."""
        self._databases.insert(0, self.database.clone())
        self._schema = None

    @property
    def planted(self) -> PlantedChain:
        """The chain with all its templates that the database was cloned from."""
        return self._chains[0]

    @property
    def database(self) -> Database:
        """The database of this test."""
        return self._databases[-1]

    def kept(self, changes: Sequence[str]) -> tuple[Entry, ...]:
        """The tables as they stood before beside what they are now.

        ``changes`` are left out: columns as ``table.column``, and tables as ``old is now new``.
        """
        renamed = dict(each.split(_RENAMED) for each in changes if _RENAMED in each)
        with self._stood.connect() as old:
            return self._beside(old, renamed, changes)

    def restored(self, place: str) -> tuple[Entry, ...]:
        """The tables as they stand at that place beside what they are now."""
        with self.planted.at(place).connect() as connection:
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
        with self._stood.connect() as connection:
            before = take(connection)
        with self.database.connect() as connection:
            lines = difference(before, take(connection)).lines()
        assert not lines, "the database is not as before:\n" + "\n".join(lines)

    def foreign_keys_should_hold(self) -> None:
        """No row refers to one that is not there."""
        with self.database.connect() as connection:
            found = foreign_key_violations(connection, self.schema)
        assert not found, "\n".join(map(str, found))

    def checks_should_hold(self) -> None:
        """Every CHECK that is stored holds for every row."""
        with self.database.connect() as connection:
            found = list(broken_checks(connection, self.schema))
        assert not found, "\n".join(found)

    def ledger_should_be_that_of(self, place: str) -> None:
        """The ledger records what has been applied at that place, and nothing else."""
        with self.database.connect() as connection:
            ledger = MigrationContext.configure(connection).get_current_heads()
        expected = self.planted.heads(place)
        assert tuple(sorted(ledger)) == expected, f"the ledger says {ledger}, not {expected}"

    def schema_should_be_that_of(self, place: str) -> None:
        """The schema is that of a database that was brought to that place without any rows."""
        with self._fresh.at(place).connect() as fresh:
            found = schema_differences(schema_of(fresh), self.schema)
        assert not found, f"the schema is not that of {place}:\n" + "\n".join(map(str, found))

    def nothing_should_be_left_over(self, place: str) -> None:
        """The catalog lists the same names as that of a fresh database at that place."""
        with self.database.connect() as ours, self._fresh.at(place).connect() as fresh:
            there, expected = catalog_names(ours), catalog_names(fresh)
        left, gone = sorted(there - expected), sorted(expected - there)
        assert there == expected, f"left over: {left}, gone: {gone}"

    def plans_should_hold_what_was_calculated(self, column: str) -> None:
        """Each plan holds in that column what the generator has found out for it by itself."""
        expected = self.planted.rows.expected(column)
        with self.database.connect() as connection:
            found = values_of(connection, "v3_plans", "plan_id", column)
        wrong = [
            f"{plan}: {column} is {found.get(plan)}, expected {value}"
            for plan, value in expected.items()
            if found.get(plan) != value
        ]
        assert not wrong, f"{len(wrong)} plans are wrong:\n" + "\n".join(wrong[:_SHOWN])

    def columns_should_vary(self) -> None:
        """No column holds the same in every row; each that may be NULL is NULL somewhere."""
        with self.database.connect() as connection:
            found = list(dull_columns(connection, self.schema))
        assert not found, "\n".join(found)

    def hierarchy_should_hold(self, plans: int, depth: int, children: int) -> None:
        """There are so many plans, one stands so deep, one above so many, at the least."""
        with self.database.connect() as connection:
            above = values_of(connection, "v3_plans", "plan_id", "parent_plan_id")
        families = Counter(parent for parent in above.values() if parent)
        found = (len(above), max(_depth(plan, above) for plan in above), max(families.values()))
        expected = (plans, depth, children)
        enough = [there >= wanted for there, wanted in zip(found, expected, strict=True)]
        assert all(enough), f"plans, depth and children: {found}, expected at least {expected}"

    def made_again(self, place: str, seed: int) -> tuple[Entry, ...]:
        """The tables at that place beside those of plans that are made anew from a seed."""
        again = PlantedChain(self._provider, PlanRows(seed, self.planted.rows.number))
        with self.planted.at(place).connect() as old, again.at(place).connect() as new:
            return tuple(census((old, schema_of(old)), (new, schema_of(new)), {}, ()))

    def should_differ(self, entries: Sequence[Entry]) -> None:
        """Every table of the two is another one."""
        same = [entry.table for entry in entries if entry.is_kept]
        assert entries, "there is no table at all"
        assert not same, f"the same rows: {', '.join(same)}"

    def values_should_be_admitted(self, column: str, values: Sequence[str | None]) -> None:
        """A plan can be given each of these values."""
        refused = [value for value in values if not self._admits(column, value)]
        assert not refused, f"{column} refuses what is legal: {refused}"

    def values_should_be_refused(self, column: str, values: Sequence[str | None]) -> None:
        """The database itself lets nobody put any of these values into a plan."""
        admitted = [value for value in values if self._admits(column, value)]
        assert not admitted, f"{column} admits what is illegal: {admitted}"

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
    def _stood(self) -> Database:
        return self._databases[0]

    @property
    def _fresh(self) -> PlantedChain:
        return self._chains[1]

    def _beside(
        self, old: sa.Connection, renamed: Mapping[str, str], changed: Collection[str]
    ) -> tuple[Entry, ...]:
        with self.database.connect() as new:
            before, after = (old, schema_of(old)), (new, self.schema)
            return tuple(census(before, after, renamed, changed))

    def _set(self, column: str, value: str | None, plans: Sequence[str]) -> None:
        with self.database.connect() as connection:
            _put(connection, column, value, plans)
            connection.commit()

    def _admits(self, column: str, value: str | None) -> bool:
        """Whether the first plan can hold the value, which is then taken back."""
        with self.database.connect() as connection:
            try:
                _put(connection, column, value, [self.planted.rows.plans[0].identifier])
            except IntegrityError:
                return False
            return True


def _put(connection: sa.Connection, column: str, value: str | None, plans: Sequence[str]) -> None:
    table = sa.table("v3_plans", sa.column("plan_id"), sa.column(column))
    same = table.c.plan_id == sa.bindparam("plan")
    update = sa.update(table).where(same).values({column: value})
    connection.execute(update, [{"plan": plan} for plan in plans])


def _depth(plan: str | None, above: Mapping[str, str | None]) -> int:
    depth = 0
    while plan := above[plan] if plan else None:
        depth += 1
    return depth
