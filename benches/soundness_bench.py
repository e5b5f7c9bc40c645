"""Whether the database full of plans is in order: keys, CHECKs, ledger, schema, what is in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from benches.batches import Batch
from benches.catalog_names import catalog_names
from benches.census import broken_checks, dull_columns, ledger_of, values_of
from benches.planted_bench import PlantedBench
from handrail.snapshots import foreign_key_violations, schema_differences, schema_of

_SHOWN = 5


class SoundnessBench:
    """Looks, changes nothing; a place is what ``PlantedChain`` calls so."""

    def __init__(self, planted: PlantedBench) -> None:
        self._planted = planted

    def foreign_keys_should_hold(self) -> None:
        """No row refers to one that is not there."""
        with self._connect() as connection:
            found = foreign_key_violations(connection, self._planted.schema)
        assert not found, "\n".join(map(str, found))

    def checks_should_hold(self) -> None:
        """Every CHECK that is stored holds for every row."""
        with self._connect() as connection:
            found = list(broken_checks(connection, self._planted.schema))
        assert not found, "\n".join(found)

    def ledger_should_be_that_of(self, place: str) -> None:
        """The ledger records what has been applied at that place, and nothing else."""
        expected = self._planted.templates.heads(place)
        with self._connect() as connection:
            ledger = ledger_of(connection)
        assert ledger == expected, f"the ledger says {ledger}, not {expected}"

    def schema_should_be_that_of(self, place: str) -> None:
        """The schema is that of a database that was brought to that place without any rows."""
        with self._planted.fresh.at(place).connect() as fresh:
            found = schema_differences(schema_of(fresh), self._planted.schema)
        assert not found, f"the schema is not that of {place}:\n" + "\n".join(map(str, found))

    def nothing_should_be_left_over(self, place: str) -> None:
        """The catalog lists the same names as that of a fresh database at that place."""
        with self._connect() as ours, self._planted.fresh.at(place).connect() as fresh:
            there, expected = catalog_names(ours), catalog_names(fresh)
        left, gone = sorted(there - expected), sorted(expected - there)
        assert there == expected, f"left over: {left}, gone: {gone}"
        self._no_file_should_lie_beside()

    def plans_should_hold_what_was_calculated(self, column: str) -> None:
        """Each plan holds in that column what the generator has found out for it by itself."""
        expected = self._planted.templates.rows.expected(column)
        with self._connect() as connection:
            found = values_of(connection, "v3_plans", "plan_id", column)
        wrong = [
            f"{plan}: {column} is {found.get(plan)}, expected {value}"
            for plan, value in expected.items()
            if found.get(plan) != value
        ]
        assert not wrong, f"{len(wrong)} plans are wrong:\n" + "\n".join(wrong[:_SHOWN])

    def columns_should_vary(self) -> None:
        """No column holds the same in every row; each that may be NULL is NULL somewhere."""
        with self._connect() as connection:
            found = list(dull_columns(connection, self._planted.schema))
        assert not found, "\n".join(found)

    def hierarchy_should_hold(self, plans: int, depth: int, children: int) -> None:
        """There are so many plans, one stands so deep, one above so many, at the least."""
        with self._connect() as connection:
            above = values_of(connection, "v3_plans", "plan_id", "parent_plan_id")
        families = Counter(parent for parent in above.values() if parent)
        found = (len(above), max(_depth(plan, above) for plan in above), max(families.values()))
        expected = (plans, depth, children)
        enough = [there >= wanted for there, wanted in zip(found, expected, strict=True)]
        assert all(enough), f"plans, depth and children: {found}, expected at least {expected}"

    def values_should_be_admitted(self, column: str, values: Sequence[str | None]) -> None:
        """A plan can be given each of these values."""
        refused = [value for value in values if not self._admits(column, value)]
        assert not refused, f"{column} refuses what is legal: {refused}"

    def values_should_be_refused(self, column: str, values: Sequence[str | None]) -> None:
        """The database itself lets nobody put any of these values into a plan."""
        admitted = [value for value in values if self._admits(column, value)]
        assert not admitted, f"{column} admits what is illegal: {admitted}"

    def close(self) -> None:
        """Nothing is held."""

    def _connect(self) -> AbstractContextManager[Connection]:
        return self._planted.database.connect()

    def _admits(self, column: str, value: str | None) -> bool:
        """Whether the first plan can hold the value, which is then taken back."""
        plan = self._planted.templates.rows.plans[0].identifier
        with self._connect() as connection:
            try:
                Batch("v3_plans", [{"plan_id": plan, column: value}], key="plan_id").put(connection)
            except IntegrityError:
                return False
            return True

    def _no_file_should_lie_beside(self) -> None:
        """Of a journal, where the database is a file."""
        file = Path(str(self._planted.database.url.database))
        beside = [each.name for each in file.parent.glob(f"{file.name}-*")]
        assert not beside, f"left beside the database: {beside}"


def _depth(plan: str | None, above: Mapping[str, str | None]) -> int:
    depth = 0
    while plan := above[plan] if plan else None:
        depth += 1
    return depth
