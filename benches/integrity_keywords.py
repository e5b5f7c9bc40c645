"""Keywords for a database full of plans on the repaired chain: planted, stepped, looked at.

A place is a revision that was applied last, or ``base``: the revision and all before it in the
chain's order are applied.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from robot.api import logger
from robot.api.deco import keyword

from benches.census import Entry
from benches.workbench import Workbench
from handrail.model import Direction

_HEAD = ("table", "rows : checksum before", "rows : checksum now", "compared")


class IntegrityKeywords:
    """Each converts, calls the bench, and logs what was seen."""

    bench: Workbench

    @keyword
    def plant_plans_at(self, place: str, plans: int, seed: int) -> None:
        """A database at that place holds as many plans, with all that belongs to them."""
        self.bench.planted.plant(place, seed, plans)

    @keyword
    def plant_plans_below(self, revision: str, plans: int, seed: int) -> None:
        """The same at the place from which the revision is reached."""
        self.bench.planted.plant_below(revision, seed, plans)

    @keyword
    def place_below(self, revision: str) -> str:
        """The place from which the revision is reached; plans have been planted."""
        return self.bench.planted.templates.below(revision)

    @keyword
    def change_one_plan_in(self, every: int, column: str, value: str) -> int:
        """One plan in so many holds the value in the column; returns how many do."""
        return self.bench.planted.change(column, value, every)

    @keyword
    def spoil_one_plan(self, column: str, value: str) -> None:
        """One plan of an SQLite database holds what no constraint would let pass."""
        self.bench.planted.spoil(column, value)

    @keyword
    def close_a_cycle(self) -> int:
        """A large family has no root any more; returns how many plans are cut off by that."""
        return self.bench.planted.close_a_cycle()

    @keyword
    def upgrade_one_step(self, revision: str, *arguments: str) -> None:
        """The revision's upgrade was run; ``arguments`` are those of ``alembic -x``."""
        self.bench.steps.step(revision, Direction.UPGRADE, *arguments)

    @keyword
    def downgrade_one_step(self, revision: str, *arguments: str) -> None:
        """The revision's downgrade was run; ``arguments`` are those of ``alembic -x``."""
        self.bench.steps.step(revision, Direction.DOWNGRADE, *arguments)

    @keyword
    def upgrade_to(self, destination: str) -> None:
        """All steps up to the revision were run, one after the other."""
        self.bench.steps.go(Direction.UPGRADE, destination)

    @keyword
    def downgrade_to(self, destination: str) -> None:
        """All steps down to the revision were run, one after the other."""
        self.bench.steps.go(Direction.DOWNGRADE, destination)

    @keyword
    def migration_should_be_done(self) -> None:
        """The last migration came to its end."""
        self.bench.steps.should_be_done()

    @keyword
    def migration_should_be_refused_with(self, *words: str) -> None:
        """The last migration said no on purpose, with each of these among its words."""
        self.bench.steps.should_be_refused(*words)

    @keyword
    def rows_should_be_kept_but_for(self, *changes: str) -> None:
        """Every table that is still there holds what it held, in the columns that are still there.

        What the migration declares to change is left out: columns as ``table.column``, and a table
        that is renamed as ``old is now new``.
        """
        entries = self.bench.planted.kept(changes)
        _log_census(entries)
        self.bench.planted.should_be_kept(entries)

    @keyword
    def rows_should_be_those_at(self, place: str) -> None:
        """Every table holds what it held when the database stood at that place on its way up."""
        entries = self.bench.planted.restored(place)
        _log_census(entries)
        self.bench.planted.should_be_restored(entries)

    @keyword
    def database_should_be_as_before(self) -> None:
        """Schema, rows and ledger are what they were."""
        self.bench.planted.should_be_as_before()

    @keyword
    def foreign_keys_should_hold(self) -> None:
        """No row refers to one that is not there."""
        self.bench.soundness.foreign_keys_should_hold()

    @keyword
    def checks_should_hold(self) -> None:
        """Every CHECK that is stored holds for every row."""
        self.bench.soundness.checks_should_hold()

    @keyword
    def ledger_should_be_that_of(self, place: str) -> None:
        """The ledger records what has been applied at that place, and nothing else."""
        self.bench.soundness.ledger_should_be_that_of(place)

    @keyword
    def schema_should_be_that_of(self, place: str) -> None:
        """The schema is that of a fresh database at that place."""
        self.bench.soundness.schema_should_be_that_of(place)

    @keyword
    def nothing_should_be_left_over(self, place: str) -> None:
        """The catalog lists the same names as that of a fresh database at that place."""
        self.bench.soundness.nothing_should_be_left_over(place)

    @keyword
    def plans_should_hold_what_was_calculated(self, column: str) -> None:
        """Each plan holds in that column what the generator has found out for it by itself."""
        self.bench.soundness.plans_should_hold_what_was_calculated(column)

    @keyword
    def columns_should_vary(self) -> None:
        """No column holds the same in every row; each that may be NULL is NULL somewhere."""
        self.bench.soundness.columns_should_vary()

    @keyword
    def hierarchy_should_hold(self, plans: int, depth: int, children: int) -> None:
        """There are so many plans, one stands so deep, one above so many, at the least."""
        self.bench.soundness.hierarchy_should_hold(plans, depth, children)

    @keyword
    def plans_made_again_should_be_the_same(self, place: str, seed: int) -> None:
        """Plans that are made anew from the seed leave the same rows in every table."""
        entries = self.bench.planted.made_again(place, seed)
        _log_census(entries)
        self.bench.planted.should_be_restored(entries)

    @keyword
    def plans_made_again_should_differ(self, place: str, seed: int) -> None:
        """Plans that are made from another seed leave other rows in every table."""
        entries = self.bench.planted.made_again(place, seed)
        _log_census(entries)
        self.bench.planted.should_differ(entries)

    @keyword
    def values_should_be_admitted(self, column: str, *values: str | None) -> None:
        """A plan can be given each of these values; they are taken back."""
        self.bench.soundness.values_should_be_admitted(column, values)

    @keyword
    def values_should_be_refused(self, column: str, *values: str | None) -> None:
        """The database itself lets nobody put any of these values into a plan."""
        self.bench.soundness.values_should_be_refused(column, values)


def _log_census(entries: Sequence[Entry]) -> None:
    """A table in Robot's log, a line for each table of the database."""
    lines = [
        _line((entry.table, entry.before, entry.after, entry.compared), "td") for entry in entries
    ]
    logger.info(f"<table>{_line(_HEAD, 'th')}{''.join(lines)}</table>", html=True)


def _line(cells: Iterable[str], tag: str) -> str:
    return "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells) + "</tr>"
