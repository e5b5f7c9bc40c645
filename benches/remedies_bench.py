"""The remedies, used on real scratch databases as a migration would use them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import asdict
from io import StringIO
from pathlib import Path
from typing import Any

from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection, NullPool, column, create_engine, select, table
from sqlalchemy.exc import DBAPIError

from benches.databases_bench import DatabasesBench
from benches.words import records, value_of, word
from handrail.acceptance.tables import Record, assert_same
from handrail.chains.sql_files.statements import split
from handrail.databases import Database
from handrail.model import Snapshot
from handrail.remedies import Refused, RemedyError
from handrail.snapshots import difference, take

_VERDICT = "admitted"
"""The column of a feature's table that says whether the database takes the row."""
_PAGE = 4096
"""Bytes of a page of SQLite's, unless told."""
_COMPLAINTS = {
    "sqlite": "PRAGMA integrity_check",
    "postgresql": "SELECT conname FROM pg_constraint WHERE NOT convalidated",
    # Views that do not find what they show any more.
    "mariadb": "SELECT table_name FROM information_schema.tables"
    " WHERE table_schema = database() AND table_comment LIKE '%%invalid%%'",
}
_TEXTS = {
    "sqlite": "SELECT sql FROM sqlite_master WHERE name = '{name}'",
    "mariadb": "SHOW CREATE TABLE `{name}`",
}
_KINDS_OF_TRANSACTION: dict[str, dict[str, Any]] = {
    "the driver's own transactions": {},
    "a commit after each statement": {"isolation_level": "AUTOCOMMIT"},
}


class RemediesBench:
    """One database, the operation that was tried on it, and what became of both.

    The operation runs on a connection of its own and is committed, also when it said no: a
    migration may go on regardless. Meanwhile somebody else stays connected, who has read the
    schema before.
    """

    def __init__(self, databases: DatabasesBench) -> None:
        self._databases = databases
        self._scripts = Path("fixtures/remedies") / databases.provider.name
        self._held = ExitStack()
        self._transactions = ""
        self._rolled_back = False
        self._script_for = ""
        self._script: str | None = None
        self._said: list[str] = []
        self._error: Exception | None = None
        self._looked = True
        self._result: Any = None

    def begin(self, script: str = "plans") -> None:
        """A new database was made by the script, and somebody is connected to it."""
        self._database: Database = self._databases.new()
        self._onlooker = self._held.enter_context(self._database.connect())
        self.run(script)

    def run(self, script: str) -> None:
        """The script ran on the database and was committed."""
        with self._database.connect() as connection:
            plain = connection.execution_options(no_parameters=True)
            for statement in split(self._text_of(script), self._database.dialect):
                plain.exec_driver_sql(statement.text)
            plain.commit()

    def put(self, name: str, rows: Sequence[Record]) -> None:
        """The rows are in the table."""
        with self._database.connect() as connection:
            for row in rows:
                _insert(connection, name, row)
            connection.commit()

    def put_many(self, name: str, count: int, row: Record) -> None:
        """As many rows more are in the table, which differ in the first of the columns."""
        key, *_ = row
        self.put(name, [{**row, key: f"{row[key]}{number}"} for number in range(count)])

    def use_transactions(self, kind: str) -> None:
        """Operations run on a connection with this kind of transaction."""
        assert kind in _KINDS_OF_TRANSACTION, f"no such kind: {kind}"
        self._transactions = kind

    def roll_back(self) -> None:
        """What operations did is rolled back after them."""
        self._rolled_back = True

    def write_script(self, dialect: str) -> None:
        """Operations are written as a script for that dialect, as ``alembic --sql`` does.

        The script is run where the dialect is that of the database.
        """
        self._script_for = dialect

    def attempt(self, name: str, *arguments: Any, **options: Any) -> None:
        """The operation was tried; what it returned or raised is kept."""
        self._before, self._complaints_before = take(self._onlooker), self._complaints()
        self._onlooker.rollback()
        self._pages_before = self._pages()
        try:
            self._perform(lambda op: getattr(op, name)(*arguments, **options))
        except (RemedyError, DBAPIError) as error:
            self._error, self._looked = error, False

    def should_have_said_no(self, words: str) -> None:
        """The operation was refused with exactly these words, and nothing at all has changed."""
        self._looked = True
        raised = getattr(self._error, "orig", self._error)
        said = str(raised).splitlines()[0]
        assert said == words, f"expected\n{words}\nsaid\n{said}"
        self.should_have_changed_nothing()

    def should_be_refused_because_of(self, obstacles: Sequence[Record]) -> None:
        """These values stand in the way, and no others; nothing at all has changed."""
        self._looked = True
        assert isinstance(self._error, Refused), f"not refused: {self._error!r}"
        named = [_in_words(asdict(obstacle)) for obstacle in self._error.obstacles]
        assert_same(obstacles, named, "the refusal names other obstacles")
        self.should_have_changed_nothing()

    def should_have_changed_nothing(self) -> None:
        """Schema, rows and the objects behind the tables are what they were before."""
        now = self._look()
        lines = difference(self._before, now).lines()
        assert not lines, "the database has changed:\n" + "\n".join(lines)
        self.should_be_same_objects()

    def should_be_same_objects(self) -> None:
        """No table was built anew, and the database's own check finds nothing new."""
        before, now = self._before.storage, self._look().storage
        assert before == now, f"built anew: {before} before, {now} now"
        complaints = self._complaints()
        assert complaints == self._complaints_before, f"no longer whole: {complaints}"

    def should_have_written_at_most(self, count: int) -> None:
        """No more pages of the database's file than that have changed, and there are many more."""
        pairs = zip(self._pages_before, self._pages(), strict=True)
        written = [number for number, (old, new) in enumerate(pairs, 1) if old != new]
        assert len(written) <= count < len(self._pages_before) / 10, f"written: {written}"

    def should_have_changed_only(self, name: str, column: str) -> None:
        """That column differs from what it was, and nothing else in the database does."""
        lines = difference(self._before, self._look()).lines()
        found = "\n".join(lines)
        assert len(lines) == 1, f"expected one difference, found:\n{found}"
        assert found.startswith(f"table {name}: column {column} was "), f"another one: {found}"

    def should_be_described_as_in(self, script: str, name: str) -> None:
        """The database keeps for the table the very text that it keeps when the script is run."""
        now, self._database = self._described(name), self._databases.new()
        self.run(script)
        assert now == self._described(name), f"it keeps\n{now}"

    def _described(self, name: str) -> str:
        ask = _TEXTS[self._database.dialect].format(name=name)
        with self._database.connect() as connection:
            return str(connection.exec_driver_sql(ask).one()[-1])

    def should_hold(self, name: str, expected: Sequence[Record]) -> None:
        """The table holds these rows and no others, in the columns that are named."""
        rows = self._look().rows[name]
        assert_same(expected, records(rows, list(expected[0])), f"{name} holds other rows")

    def should_admit(self, name: str, rows: Sequence[Record]) -> None:
        """The database takes each row, or not, as it says: on a new connection and an old one."""
        with self._database.connect() as connection:
            for asked in (connection, self._onlooker):
                verdicts = [{**row, _VERDICT: _verdict(asked, name, row)} for row in rows]
                assert_same(rows, verdicts, f"{name} admits other rows")

    def should_complete(self, name: str, rows: Sequence[Record]) -> None:
        """A row that is put in with its first column alone is as the table of the feature says."""
        with self._database.connect() as connection:
            for asked in (connection, self._onlooker):
                completed = [_completed(asked, name, row) for row in rows]
                assert_same(rows, completed, f"{name} completes rows otherwise")

    def should_have_reported(self, counts: Sequence[Record]) -> None:
        """The operation returned how many rows it changed for each value, and said so."""
        returned = [{"value": old, "rows": str(rows)} for old, rows in self._result.items()]
        assert_same(counts, returned, "other counts were returned")
        assert len(self._said) == len(counts), f"it said: {self._said}"

    def should_have_logged(self, words: str) -> None:
        """These words, and no others, were told to Alembic's log."""
        assert self._said == [words], f"it said: {self._said}"

    def script_should_be(self, expected: str) -> None:
        """The script consists of these lines."""
        lines = [line for line in (self._script or "").splitlines() if line.strip()]
        assert lines == expected.splitlines(), "the script is\n" + "\n".join(lines)

    def unlooked(self) -> str | None:
        """An error that no check has looked at."""
        return None if self._looked else f"nobody looked: {self._error}"

    def close(self) -> None:
        """Nobody is connected any more; the database belongs to another area."""
        self._held.close()

    def _text_of(self, script: str) -> str:
        return (self._scripts / f"{script.replace(' ', '_')}.sql").read_text(encoding="utf-8")

    def _perform(self, call: Callable[[Operations], Any]) -> None:
        if self._script_for:
            self._perform_as_script(call)
            return
        with self._connect() as connection, _committing(connection, not self._rolled_back):
            operations = Operations(MigrationContext.configure(connection))
            with _listening(self._said):
                self._result = call(operations)

    def _perform_as_script(self, call: Callable[[Operations], Any]) -> None:
        buffer = StringIO()
        options = {"as_sql": True, "output_buffer": buffer, "literal_binds": True}
        context = MigrationContext.configure(
            dialect_name=self._script_for, dialect_opts={"paramstyle": "named"}, opts=options
        )
        call(Operations(context))
        self._script = buffer.getvalue()
        if self._script_for == self._database.dialect:
            with self._database.connect() as connection, _committing(connection):
                connection.exec_driver_sql(self._script, execution_options={"no_parameters": True})

    def _connect(self) -> AbstractContextManager[Connection]:
        if not self._transactions:
            return self._database.connect()
        options = _KINDS_OF_TRANSACTION[self._transactions]
        return create_engine(self._database.url, poolclass=NullPool, **options).connect()

    def _pages(self) -> list[bytes]:
        """What the file of a database of SQLite's holds, page by page."""
        if self._database.dialect != "sqlite":
            return []
        held = Path(str(self._database.url.database)).read_bytes()
        return [held[place : place + _PAGE] for place in range(0, len(held), _PAGE)]

    def _look(self) -> Snapshot:
        with self._database.connect() as connection:
            return take(connection)

    def _complaints(self) -> list[str]:
        with self._database.connect() as connection:
            said = connection.exec_driver_sql(_COMPLAINTS[self._database.dialect]).scalars()
            return [line for line in said if line != "ok"]


@contextmanager
def _listening(said: list[str]) -> Iterator[None]:
    """What Alembic's logger is told, at the level that its template of an alembic.ini sets."""
    logger, listener = logging.getLogger("alembic"), _Listener(said)
    level = logger.level
    logger.setLevel(logging.INFO)
    logger.addHandler(listener)
    try:
        yield
    finally:
        logger.removeHandler(listener)
        logger.setLevel(level)


class _Listener(logging.Handler):
    """Keeps what is logged."""

    def __init__(self, said: list[str]) -> None:
        super().__init__()
        self._said = said

    def emit(self, record: logging.LogRecord) -> None:
        self._said.append(record.getMessage())


@contextmanager
def _committing(connection: Connection, committing: bool = True) -> Iterator[None]:
    """What happens within is committed in any case, or rolled back in any case."""
    try:
        yield
    finally:
        (connection.commit if committing else connection.rollback)()


def _insert(connection: Connection, name: str, row: Record) -> None:
    values = {key: value_of(text) for key, text in row.items() if key != _VERDICT}
    into = table(name, *(column(key) for key in values))
    connection.execute(into.insert().values(values))


def _verdict(connection: Connection, name: str, row: Record) -> str:
    try:
        _insert(connection, name, row)
    except DBAPIError:
        return "no"
    else:
        return "yes"
    finally:
        connection.rollback()


def _completed(connection: Connection, name: str, row: Record) -> dict[str, str]:
    key, *others = row
    _insert(connection, name, {key: row[key]})
    found_by: Any = select(*(column(other) for other in others)).select_from(table(name))
    found = connection.execute(found_by.where(column(key) == row[key])).mappings().one()
    connection.rollback()
    return {key: row[key], **_in_words(dict(found))}


def _in_words(values: dict[str, Any]) -> dict[str, str]:
    return {name: word(value) for name, value in values.items()}
