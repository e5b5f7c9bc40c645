"""Rows aimed at the far side of a step: what they are, and what becomes of them in a database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from pprint import pformat

from benches.databases_bench import DatabasesBench
from handrail.databases import Database
from handrail.model import Hazard, Load, Row, Schema
from handrail.rows import (
    Placed,
    Rejected,
    hazards,
    literals_of,
    loads,
    many,
    put,
    reduce,
    relevant_tables,
)
from handrail.snapshots import take

Entries = Sequence[Mapping[str, str]]
"""A table of a scenario: a mapping from heading to words for each line."""


class RowsBench:
    """The two sides of one step, made by small scripts, and a database on the near side."""

    def __init__(self, databases: DatabasesBench) -> None:
        self._databases = databases
        self._kind = databases.provider.name
        self._source = ""
        self._hazards: tuple[Hazard, ...] = ()
        self._placed: Placed | Rejected = Placed(())
        self._touched: tuple[str, ...] = ()
        self._reduced: tuple[Row, ...] = ()
        self._asked = 0

    def sides(self, name: str, *, turned: bool = False) -> None:
        """A step lies between two scripts of that name; ``turned``, it goes the other way."""
        folder = Path("fixtures/rows") / name
        here, there = ("far", "near") if turned else ("near", "far")
        self._database = self._made(folder, here)
        self._near = self._seen(self._database)
        self._far = self._seen(self._made(folder, there))

    def one_side(self, name: str) -> None:
        """A step begins where the script of that name ends, and drops every table."""
        self._database = self._made(Path("fixtures/rows") / name, "near")
        self._near = self._seen(self._database)
        self._far = Schema()

    def read_source(self, source: str) -> None:
        """The migration's own text is this."""
        self._source = source

    def hold(self, table: str, rows: Entries) -> None:
        """The database holds these rows already."""
        given = tuple(
            Row(table, {name: _given(text) for name, text in row.items()}) for row in rows
        )
        self._put(Load("rows that are there already", given))
        _should_equal(self._placed, Placed(given))

    def look(self, touched: str = "") -> None:
        """The hazards of the step were looked for; it names the ``touched`` table."""
        self._touched = (touched,) if touched else ()
        self._hazards = hazards(self._near, self._far, self._kind, self._touched, self._source)

    def ask_for_tables(self, touched: str = "") -> None:
        """The tables were asked for that the step can do something to."""
        self._tables = relevant_tables(self._near, self._far, (touched,) if touched else ())

    def put(self, title: str) -> None:
        """The load of that title was put in."""
        self.look()
        self._put(self._load(title))

    def put_twice(self, title: str) -> None:
        """The load of that title was put in, and once more beside itself."""
        self.put(title)
        self.put(title)

    def put_part(self, title: str, table: str) -> None:
        """Of the load of that title only the rows of one table were put in."""
        self.look()
        load = self._load(title)
        rows = tuple(row for row in load.rows if row.table == table)
        self._put(Load(load.title, rows, load.hazards))

    def put_many(self, count: int, table: str) -> None:
        """A load of so many plain rows of a table was put in."""
        self._put(many(self._near, table, count, self._kind))

    def read_conditions(self, texts: Sequence[str]) -> None:
        """The literals of each condition were read, as this kind of database prints it."""
        self._literals = {
            text: "; ".join(
                f"{found.column} {found.value!r}" for found in literals_of(text, self._kind)
            )
            for text in texts
        }

    def reduce(self, rows: int, culprits: str, questions: int) -> None:
        """So many rows were reduced, of which the numbered ones together make a step fail."""
        wanted = {int(number) for number in culprits.split(",")}
        given = tuple(Row("plans", {"id": number}) for number in range(1, rows + 1))
        self._asked = 0

        def fails(part: tuple[Row, ...]) -> bool:
            self._asked += 1
            return wanted <= {row.values["id"] for row in part}

        self._reduced = reduce(given, fails, trials=questions)

    def reduce_anything(self) -> None:
        """All kinds of failures were reduced: each one that hypothesis could think of."""
        from hypothesis import given, settings
        from hypothesis import strategies as st

        numbers = st.integers(1, 12)
        failing = st.lists(st.frozensets(numbers), min_size=1, max_size=4)

        @settings(max_examples=200, database=None, derandomize=True, deadline=None)
        @given(failing)
        def holds(sets: list[frozenset[int]]) -> None:
            self._properties.append(_reduced_well(sets))

        self._properties: list[str] = []
        holds()

    def hazards_should_be(self, expected: Entries) -> None:
        """The hazards are these, in any order, in the words that a person reads."""
        actual = [{"kind": str(found.kind), "hazard": found.title} for found in self._hazards]
        _should_equal(_in_order(actual), _in_order(expected))

    def tables_should_be(self, expected: str) -> None:
        """The tables that the step can do something to are these, in an order to fill them."""
        _should_equal(", ".join(self._tables), expected)

    def loads_should_be(self, expected: Sequence[str]) -> None:
        """The titles of the loads, plain ones first, are these."""
        _should_equal([load.title for load in self._loads()], list(expected))

    def table_should_hold(self, table: str, expected: Entries) -> None:
        """The table holds these rows now, as far as the columns named; in the database's order."""
        with self._database.connect() as connection:
            rows = take(connection).rows[table].as_dicts()
        _should_equal(_shown_rows(rows, expected), [dict(row) for row in expected])

    def placed_should_be(self, table: str, expected: Entries) -> None:
        """Put in, so the report says, were these rows of the table, in this order."""
        placed = self._placed.rows if isinstance(self._placed, Placed) else ()
        rows = [row.values for row in placed if row.table == table]
        _should_equal(_shown_rows(rows, expected), [dict(row) for row in expected])

    def left_out_should_be(self, expected: Entries) -> None:
        """These tables were left out, with the database's own words, each once."""
        assert isinstance(self._placed, Placed), f"all was rejected: {self._placed}"
        refused = self._placed.left_out
        actual = [{"table": found.table, "reason": found.reason} for found in refused]
        _should_equal(actual, [dict(row) for row in expected])

    def should_be_rejected(self, table: str, reason: str) -> None:
        """The whole load was rejected for that reason, and the database is as it was before."""
        _should_equal(self._placed, Rejected(table, reason))
        with self._database.connect() as connection:
            _should_equal(take(connection), self._before)

    def next_number_should_be(self, table: str, number: int) -> None:
        """The database itself numbers the next row of the table so."""
        name = '"' + table.replace('"', '""').replace("%", "%%") + '"'
        with self._database.connect() as connection:
            row = connection.exec_driver_sql(f"INSERT INTO {name} DEFAULT VALUES RETURNING *")  # noqa: S608
            _should_equal(row.one()[0], number)

    def literals_should_be(self, expected: Entries) -> None:
        """The conditions name these values for these columns, in this order."""
        _should_equal(self._literals, {row["condition"]: row["literals"] for row in expected})

    def reduced_should_be(self, expected: str) -> None:
        """These rows are left, in the order in which they stood."""
        _should_equal(", ".join(str(row.values["id"]) for row in self._reduced), expected)

    def questions_should_be_at_most(self, number: int) -> None:
        """The failure was not asked for more often than that."""
        assert self._asked <= number, f"expected at most {number} questions, actual {self._asked}"

    def reductions_should_be_right(self) -> None:
        """What was left of all failures still failed, in order, and not without any one row."""
        wrong = [words for words in self._properties if words]
        assert self._properties, "nothing was reduced"
        assert not wrong, "\n".join(wrong)

    def close(self) -> None:
        """The databases belong to another area, which drops them."""

    def _made(self, folder: Path, side: str) -> Database:
        own = folder / f"{side}_{self._kind}.sql"
        script = own if own.exists() else folder / f"{side}.sql"
        made = self._databases.new()
        with made.connect() as connection:
            for statement in script.read_text(encoding="utf-8").split(";\n"):
                if statement.strip():
                    options = {"no_parameters": True}
                    connection.exec_driver_sql(statement, execution_options=options)
            connection.commit()
        return made

    def _seen(self, database: Database) -> Schema:
        with database.connect() as connection:
            return take(connection).schema

    def _loads(self) -> tuple[Load, ...]:
        touched = self._touched
        return loads(self._near, self._far, self._hazards, self._kind, touched, self._source)

    def _load(self, title: str) -> Load:
        found = {load.title: load for load in self._loads()}
        assert title in found, f"no load {title!r} among {sorted(found)}"
        return found[title]

    def _put(self, load: Load) -> None:
        with self._database.connect() as connection:
            self._before = take(connection)
        with self._database.connect() as connection:
            self._placed = put(connection, self._near, load)


def _shown_rows(rows: Sequence[Mapping[str, object]], expected: Entries) -> list[dict[str, str]]:
    """The columns that the scenario names, as it writes their values."""
    columns = list(expected[0]) if expected else []
    return [{name: _shown(row[name]) for name in columns} for row in rows]


def _shown(value: object) -> str:
    if value is None:
        return "NULL"
    return str(value) if value != "" else "(empty)"


def _given(text: str) -> str | None:
    return None if text == "NULL" else text


def _reduced_well(sets: list[frozenset[int]]) -> str:
    """What is wrong with the reduction of rows that fail when they hold any one of the sets."""
    rows = tuple(Row("plans", {"id": number}) for number in range(1, 13))

    def fails(part: tuple[Row, ...]) -> bool:
        numbers = {row.values["id"] for row in part}
        return any(wanted <= numbers for wanted in sets)

    left = reduce(rows, fails)
    spared = [row for row in left if fails(tuple(other for other in left if other is not row))]
    in_order = [row for row in rows if row in left] == list(left)
    return "" if fails(left) and not spared and in_order else f"{sets}: {left} is left"


def _in_order(entries: Entries) -> list[list[tuple[str, str]]]:
    return sorted(sorted(entry.items()) for entry in entries)


def _should_equal(actual: object, expected: object) -> None:
    assert actual == expected, f"expected:\n{pformat(expected)}\nactual:\n{pformat(actual)}"
