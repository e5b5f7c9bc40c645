"""Schemas on several kinds of database, held against each other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

from handrail.acceptance.providers import SHARED
from handrail.acceptance.tables import Record, assert_same
from handrail.chains.sql_files.statements import split
from handrail.snapshots import schema_of
from handrail.snapshots.drifting import Drift, drifts
from handrail.snapshots.things import Side

_FIXTURES = Path("fixtures/drift")
_TITLES = {"sqlite": "on SQLite", "postgresql": "on PostgreSQL", "mariadb": "on MariaDB"}


class SchemasBench:
    """One schema for each kind of database, and what is different between them."""

    def __init__(self) -> None:
        self._scripts: dict[str, str] = {}
        self._found: list[Drift] | None = None

    def declare(self, columns: Sequence[Record]) -> None:
        """A table ``things`` with these columns, each declared as the table of the feature says."""
        for kind, title in _TITLES.items():
            if title in columns[0]:
                declared = ", ".join(f"{row['column']} {row[title]}" for row in columns)
                self._scripts[kind] = f"CREATE TABLE things ({declared})"

    def load(self, name: str) -> None:
        """The schema that is kept under that name for each of them."""
        folder = _FIXTURES / name.replace(" ", "_")
        for kind in _TITLES:
            script = folder / f"{kind}.sql"
            if script.exists():
                self._scripts[kind] = script.read_text(encoding="utf-8")

    def compare(self) -> None:
        """All were made, and each compared with each in both directions."""
        sides = [_made(kind, script) for kind, script in self._scripts.items()]
        self._found = []
        for one, other in combinations(sides, 2):
            found = drifts(one, other)
            back = {(each.other, each.one) for each in drifts(other, one)}
            assert {(each.one, each.other) for each in found} == back, "the way back differs"
            self._found += found

    def should_differ(self, expected: Sequence[Record]) -> None:
        """They differ in these things and no others, in the columns that are named."""
        assert self._found is not None, "nothing was compared"
        columns = list(expected[0]) if expected else ["thing"]
        there = [{name: _word(each, name) for name in columns} for each in self._found]
        assert_same(expected, there, "the schemas differ in other things")

    def close(self) -> None:
        """Nothing is held."""


def _made(kind: str, script: str) -> Side:
    database = SHARED.get(kind).make()
    try:
        with database.connect() as connection:
            for statement in split(script, kind):
                connection.exec_driver_sql(statement.text)
            return Side(schema_of(connection), kind)
    finally:
        database.drop()


def _word(drift: Drift, name: str) -> str:
    """What the feature's column of that name holds."""
    words = {
        "thing": str(drift.thing),
        "in": drift.what,
        "on SQLite": drift.one.printed if drift.one else "missing",
        "on PostgreSQL": drift.other.printed if drift.other else "missing",
    }
    return words[name]
