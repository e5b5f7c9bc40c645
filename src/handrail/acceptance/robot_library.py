"""Keywords for Robot suites about migrations: the same nouns as the phrases for features.

::

    Library    handrail.acceptance.robot_library.HandrailLibrary    database=sqlite
"""

from __future__ import annotations

from robot.api.deco import keyword, library

from handrail import __version__
from handrail.acceptance.robot_benches import RobotBenches
from handrail.acceptance.tables import records_of
from handrail.acceptance.workbench import Workbench
from handrail.model import Direction


@library(scope="GLOBAL", version=__version__, listener="SELF")
class HandrailLibrary(RobotBenches):
    r"""Databases on a migration chain, brought somewhere, filled, migrated, and looked at.

    | Library    handrail.acceptance.robot_library.HandrailLibrary    database=sqlite

    Each test has databases of its own, made by Handrail and dropped after it: SQLite, or with
    ``database=postgresql`` the PostgreSQL that comes with Handrail. Tests tagged ``sqlite``,
    ``postgresql`` or ``requires_<capability>`` are skipped where the database is another one.

    A chain is one of ``[tool.handrail.chains]`` in pyproject.toml, or a path as ``handrail walk``
    takes it: an alembic.ini, a folder of scripts, a folder of SQL files.

    No keyword that migrates fails for what the migration does: how it ended is kept, and is to be
    looked at. A test that passes although a migration ended badly, and nothing has looked at it,
    fails.

    Rows stand between bars, the columns first:

    | Table Holds    plans
    | ...    | id | state    | note   |
    | ...    | 1  | archived | NULL   |
    | ...    | 2  | open     | 'NULL' |

    ``NULL`` is no value, ``'NULL'`` the text, ``''`` the empty one, ``x'00ff'`` bytes; everything
    else is written as the database prints it: ``1.5``, ``true``, ``2024-02-29``, ``{"a": 1}``. In
    texts ``\n`` is a new line and ``\|`` a bar, each with one more backslash before Robot.

    The expected failures of open issues are the business of a listener, with or without this
    library: ``--listener handrail.acceptance.robot_listener.ExpectedFailureListener``.
    """

    bench: Workbench

    @keyword
    def database_at_revision(self, revision: str, chain: str) -> None:
        """A new database without rows stands at that revision of the chain; ``base`` is below all.

        | Database At Revision    a5_005    alembic.ini
        """
        self.bench.chain.begin_at(chain, revision)

    @keyword
    def table_holds(self, table: str, *rows: str) -> None:
        """These rows are in; columns that are not named hold their default, or NULL, or something.

        | Table Holds    plans
        | ...    | id | state    |
        | ...    | 1  | archived |
        """
        self.bench.contents.put(table, records_of(rows))

    @keyword
    def every_table_holds_rows(self) -> None:
        """Every table holds one row with something in each column, and one with what it needs."""
        self.bench.contents.fill()

    @keyword
    def value_was_changed(self, table: str, column: str, old: str, new: str) -> None:
        """Every row that held the old value in that column holds the new one.

        | Value Was Changed    plans    state    archived    open
        """
        self.bench.contents.change(table, column, old, new)

    @keyword
    def database_was_upgraded_to(self, revision: str) -> None:
        """It was upgraded with the rows that it holds, which must succeed."""
        self.bench.chain.bring_to(revision)

    @keyword
    def migration_has_failed(self, direction: Direction, destination: str) -> None:
        """An upgrade or a downgrade was tried, came to a bad end, and left what it left.

        | Migration Has Failed    downgrade    base
        """
        self.bench.chain.have_failed(direction, destination)

    @keyword
    def step_has_broken_off(self, direction: Direction, revision: str, statement: int) -> None:
        """That statement of the step, counted from 1, failed as by a lost connection."""
        self.bench.resuming.break_off(revision, direction, statement)

    @keyword
    def upgrade_to(self, destination: str, *options: str) -> None:
        """As ``alembic upgrade`` does, in one run; for SQL files, what is pending up to there.

        Options are NAME=VALUE, handed to env.py as ``alembic -x`` does.
        """
        self.bench.chain.upgrade(destination, *options)

    @keyword
    def downgrade_to(self, destination: str, *options: str) -> None:
        """As ``alembic downgrade`` does, in one run; for SQL files, what is applied above.

        Options are NAME=VALUE, handed to env.py as ``alembic -x`` does.
        """
        self.bench.chain.downgrade(destination, *options)

    @keyword
    def step_through(self, direction: Direction, revision: str) -> None:
        """This revision alone is run up or down.

        | Step Through    downgrade    a5_005
        """
        self.bench.chain.step(revision, direction)

    @keyword
    def step_through_and_back(self, direction: Direction, revision: str, *options: str) -> None:
        """This revision alone is run up or down, and if that succeeds, back again."""
        self.bench.chain.step_and_back(revision, direction, *options)

    @keyword
    def step_through_and_back_and_again(self, direction: Direction, revision: str) -> None:
        """This revision alone is run, back, and once more, as far as each succeeds."""
        self.bench.chain.step_back_and_again(revision, direction)

    @keyword
    def step_over_amounts(
        self, direction: Direction, revision: str, table: str, fewer: int, more: int
    ) -> None:
        """This revision alone is run over fewer and over more rows of a table."""
        self.bench.amounts.step(revision, direction, table, (fewer, more))

    @keyword
    def walk_revision(self, revision: str, chain: str) -> None:
        """As ``handrail walk --only`` does, with rows of its own, on the database of this run."""
        self.bench.asking.walk(chain, revision)

    @keyword
    def rule_should_find_nothing(self, rule: str) -> None:
        """Nothing that the walk has seen breaks that rule; ``handrail explain`` lists them."""
        self.bench.asking.should_not_find(rule)

    @keyword
    def migration_should_succeed(self) -> None:
        """The last migration came to its end."""
        self.bench.outcome.should_be_done()

    @keyword
    def upgrade_should_succeed(self) -> None:
        """The last migration came to its end."""
        self.bench.outcome.should_be_done()

    @keyword
    def downgrade_should_succeed(self) -> None:
        """The last migration came to its end."""
        self.bench.outcome.should_be_done()

    @keyword
    def migration_should_succeed_or_be_refused(self) -> None:
        """The last migration came to its end, or said no in words before it changed anything."""
        self.bench.outcome.should_be_done_or_refused()

    @keyword
    def migration_should_end_as_if_nothing_had_happened(self) -> None:
        """After it broke off before, schema and rows are those of a step that nothing disturbs."""
        self.bench.resuming.should_end_undisturbed()

    @keyword
    def migration_should_be_refused_because_of(self, *obstacles: str) -> None:
        """It said no before it changed anything, as ``op.require`` does.

        | Migration Should Be Refused Because Of
        | ...    | table | column | value    | rows |
        | ...    | plans | state  | archived | 1    |
        """
        self.bench.outcome.should_be_refused_because_of(records_of(obstacles))

    @keyword
    def refusal_should_show(self, *rows: str) -> None:
        """The refusal gives the keys of these rows, and of no others, as examples."""
        self.bench.outcome.should_show(records_of(rows))

    @keyword
    def migration_should_crash_with(self, words: str) -> None:
        """The database or the code raised in the middle, with these words in what it said."""
        self.bench.outcome.should_have_crashed(words)

    @keyword
    def migration_should_have_been_stopped(self) -> None:
        """It did not come to an end: too many statements, or too much time."""
        self.bench.outcome.should_be_stopped()

    @keyword
    def migration_should_take_at_most(self, statements: int) -> None:
        """The last migration sent no more statements than that."""
        self.bench.outcome.should_take_at_most(statements)

    @keyword
    def statements_should_not_grow(self) -> None:
        """There is less than one more statement for every two more rows."""
        self.bench.amounts.should_not_grow()

    @keyword
    def database_should_be_at(self, revision: str) -> None:
        """The ledger records what a database records that was brought freshly to that revision."""
        self.bench.outcome.should_be_at(revision)

    @keyword
    def schema_should_be_that_of(self, revision: str) -> None:
        """Tables, columns, keys, conditions and indexes are those of a fresh database there."""
        self.bench.outcome.should_have_schema_of(revision)

    @keyword
    def schema_should_be_back(self) -> None:
        """There and back, the schema is what it was; or the way back was refused."""
        self.bench.outcome.should_have_the_schema_back()

    @keyword
    def database_should_be_unchanged(self) -> None:
        """Schema, rows and ledger are what they were before the last migration."""
        self.bench.outcome.should_be_unchanged()

    @keyword
    def table_should_hold(self, table: str, *rows: str) -> None:
        """The table holds these rows and no others, in the columns that are named.

        | Table Should Hold    plans
        | ...    | id | state    |
        | ...    | 1  | archived |
        """
        self.bench.contents.should_hold(table, records_of(rows))

    @keyword
    def table_should_count(self, table: str, column: str, *rows: str) -> None:
        """Each of these values of the column, and no other, is in as many rows.

        | Table Should Count    plans    state
        | ...    | state    | rows |
        | ...    | archived | 2    |
        """
        self.bench.contents.should_count(table, column, records_of(rows))

    @keyword
    def no_row_should_be_lost(self) -> None:
        """Every table that is still there holds as many rows as before, or more."""
        self.bench.contents.should_be_as_many()

    @keyword
    def tables_should_be_the_same(self) -> None:
        """No table is left behind and none is gone."""
        self.bench.objects.should_be_the_same()

    @keyword
    def tables_should_be_left_behind(self, *tables: str) -> None:
        """These tables, and no others, are new, with so many rows: ``table | rows``."""
        self.bench.objects.should_leave_behind(records_of(tables))

    @keyword
    def tables_should_be_gone(self, *tables: str) -> None:
        """These tables, and no others, were there before and are not now: ``table``."""
        self.bench.objects.should_have_lost(records_of(tables))

    @keyword
    def no_table_should_be_built_anew(self) -> None:
        """Every table that is still there is the same object of the database as before."""
        self.bench.objects.should_stand_where_they_stood()

    @keyword
    def table_should_be_renamed(self, old: str, new: str) -> None:
        """The table of the new name is the one that had the old name, and no copy."""
        self.bench.objects.should_be_renamed(old, new)
