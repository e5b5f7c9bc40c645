"""Snapshots of databases that small scripts make, and what differs between two of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from pprint import pformat
from typing import Any

from benches.databases_bench import DatabasesBench
from handrail.databases import Database
from handrail.model import Schema, Snapshot, Table
from handrail.snapshots import (
    checksum,
    count,
    difference,
    foreign_key_violations,
    same_text,
    tables_with_rows,
    take,
)

Entries = Sequence[Mapping[str, str]]
"""A table of a scenario: a mapping from heading to words for each line."""


class SnapshotsBench:
    """One database at a time, the snapshots taken of it, and a clone to compare it with."""

    def __init__(self, databases: DatabasesBench) -> None:
        self._databases = databases
        self._scripts = Path("fixtures/snapshots") / databases.provider.name
        self._taken: list[Snapshot] = []
        self._violations: list[str] = []
        self._clones: list[Database] = []
        self._verdicts: list[tuple[object, ...]] = []

    def make(self, script: str) -> None:
        """A new database was made by the script of that name, as it is for its kind."""
        self._database = self._databases.new()
        self.run(script)

    def run(self, script: str) -> None:
        """The script ran on the database and was committed."""
        self._run_on(self._database, script)

    def clone_and_run(self, script: str) -> None:
        """A clone was made, and the script ran on it alone."""
        self._clones.append(self._database.clone())
        self._run_on(self._clones[-1], script)

    def take(self, **ledger: str) -> None:
        """A snapshot was taken; ``ledger`` is what :func:`handrail.snapshots.take` calls so."""
        with self._database.connect() as connection:
            self._taken.append(take(connection, **ledger))

    def take_around(self, script: str) -> None:
        """One snapshot was taken before the script ran and one afterwards."""
        self.take()
        self.run(script)
        self.take()

    def check_references(self) -> None:
        """Every foreign key was held against the rows."""
        with self._database.connect() as connection:
            found = foreign_key_violations(connection, take(connection).schema)
        self._violations = [str(violation) for violation in found]

    def table_should_have(self, table: str, kind: str, expected: Entries) -> None:
        """The snapshot shows exactly these columns, checks, indexes, ... of the table, in order."""
        _should_show(self._table(table), kind, expected)

    def schema_should_have(self, kind: str, expected: Entries) -> None:
        """The snapshot shows exactly these tables, views, enums, ... of the schema, in order."""
        _should_show(self._last.schema, kind, expected)

    def rows_should_be(self, table: str, expected: Entries) -> None:
        """The snapshot shows exactly these rows of the table, in this order."""
        rows = self._last.rows[table].as_dicts()
        actual = [
            {name: "NULL" if value is None else str(value) for name, value in row.items()}
            for row in rows
        ]
        _should_equal(actual, [dict(row) for row in expected])

    def tables_should_have_rows(self, expected: str) -> None:
        """These tables, and no others, hold rows: in the database, and so in the snapshot."""
        with self._database.connect() as connection:
            _should_equal(", ".join(tables_with_rows(connection, self._last.schema)), expected)
        filled = [name for name, rows in self._last.rows.items() if rows.values]
        _should_equal(", ".join(filled), expected)

    def ledger_should_be(self, expected: str) -> None:
        """The snapshot's ledger holds these, and its table is no part of schema or rows."""
        _should_equal(", ".join(self._last.ledger), expected)
        _should_equal(sorted(self._last.rows), sorted(self._last.schema.tables))

    def difference_should_be(self, expected: str) -> None:
        """The words for what differs between the two snapshots are these lines, in order."""
        before, after = self._taken
        _should_equal("\n".join(difference(before, after).lines()), expected)
        backwards = difference(after, before)
        _should_equal(backwards.is_empty, not expected)

    def difference_should_be_weak(self) -> None:
        """Nothing differs that a statement with names could see."""
        before, after = self._taken
        strong = [str(found) for found in difference(before, after).schema if not found.weak]
        _should_equal(strong, [])

    def tables_built_anew_should_be(self, expected: str) -> None:
        """These tables of both snapshots, and no others, are another object in the second."""
        before, after = (snapshot.storage for snapshot in self._taken)
        anew = [name for name in before if name in after and before[name] != after[name]]
        _should_equal(", ".join(anew), expected)

    def violations_should_be(self, expected: str) -> None:
        """The words for the references that dangle are these lines, in order."""
        _should_equal("\n".join(self._violations), expected)

    def clone_should_agree(self, table: str) -> None:
        """The table has the same number of rows and the same checksum in the clone."""
        ours, theirs = self._sums(table)
        _should_equal(theirs, ours)

    def clone_should_not_agree(self, table: str) -> None:
        """The checksum of the table is another in the clone."""
        ours, theirs = self._sums(table)
        assert ours != theirs, f"{table}: both have {ours}"

    def compare_texts(self, pairs: Entries) -> None:
        """Each pair of texts was compared, in both orders."""
        for pair in pairs:
            verdicts = (
                same_text(pair["one"], pair["other"]),
                same_text(pair["other"], pair["one"]),
            )
            self._verdicts.append((*pair.values(), *verdicts))

    def texts_should_be(self, *, same: bool) -> None:
        """Every pair was held to say the same, or every pair not to."""
        _should_equal(self._verdicts, [(*pair[:2], same, same) for pair in self._verdicts])

    def close(self) -> None:
        """Drop the clones; the databases belong to another area."""
        while self._clones:
            self._clones.pop().drop()

    @property
    def _last(self) -> Snapshot:
        return self._taken[-1]

    def _table(self, name: str) -> Table:
        return self._last.schema.tables[name]

    def _sums(self, table: str) -> list[tuple[int, str]]:
        sums = []
        for database in (self._database, self._clones[-1]):
            with database.connect() as connection:
                found = take(connection).schema.tables[table]
                sums.append((count(connection, found), checksum(connection, found)))
        return sums

    def _run_on(self, database: Database, script: str) -> None:
        text = (self._scripts / f"{script.replace(' ', '_')}.sql").read_text(encoding="utf-8")
        with database.connect() as connection:
            # SQLAlchemy knows no call for a text of several statements.
            driver: Any = connection.connection.driver_connection
            if database.dialect == "mariadb":
                for statement in text.rstrip(";\n").split(";\n"):
                    driver.query(statement)
            else:
                getattr(driver, "executescript", driver.execute)(text)
            driver.commit()


def _should_show(owner: Schema | Table, kind: str, expected: Entries) -> None:
    wanted = [dict(line) for line in expected]
    things = list(_described(getattr(owner, kind.replace(" ", "_"))))
    names = [name.replace(" ", "_") for name in wanted[0]]
    shown = [[_in_words(thing[name]) for name in names] for thing in things]
    _should_equal([dict(zip(wanted[0], line, strict=True)) for line in shown], wanted)


def _described(things: Mapping[str, Any] | Iterable[Any]) -> Iterator[dict[str, Any]]:
    named = things.items() if isinstance(things, Mapping) else ((one, one) for one in things)
    for name, thing in named:
        yield {"name": name, "text": thing} if isinstance(thing, str) else asdict(thing)


def _in_words(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return " ".join(str(value or "").split())


def _should_equal(actual: object, expected: object) -> None:
    shown = [value if isinstance(value, str) else pformat(value) for value in (expected, actual)]
    assert actual == expected, "expected\n{}\nfound\n{}".format(*shown)
