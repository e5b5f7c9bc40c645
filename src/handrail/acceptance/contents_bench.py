"""The rows of a database on a chain: what is put in, and what is found after a migration."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from operator import itemgetter

from handrail.acceptance.chain_bench import ChainBench
from handrail.acceptance.tables import Record, assert_same
from handrail.model import Load, Schema, Value
from handrail.rows import Placed, Rejected, completed, put, relevant_tables
from handrail.rows.cells import cell, value_of
from handrail.rows.making import FULL, SPARSE, Maker
from handrail.rows.vocabulary import Vocabulary
from handrail.rows.writing import Writer


class ContentsBench:
    """Fills the database of a chain, and holds its rows against tables of a feature."""

    def __init__(self, chain: ChainBench) -> None:
        self.chain = chain

    def put(self, table: str, rows: Sequence[Record]) -> None:
        """The rows are in, all at once, so that they may refer to each other in a circle.

        In columns that nobody named stands the default, or NULL where it may, or else something
        plausible.
        """
        columns = self._columns(self.chain.schema, table)
        given = [self._values(columns, row) for row in rows]
        made = completed(self.chain.schema, self._dialect, table, given)
        self._insert({table: [row.values for row in made]})

    def fill(self) -> None:
        """Every table holds one row with something in each column, and one with what it needs.

        Rows that are there already, as migrations and baselines bring them, are in nobody's way.
        AssertionError, in the database's own words, where a table lets no such row in.
        """
        schema = self.chain.schema
        maker = Maker(Vocabulary(schema, schema, self._dialect))
        for table in relevant_tables(schema, schema, touched=schema.tables.keys()):
            maker.row(table, style=FULL)
            maker.row(table, style=SPARSE)
        with self.chain.database.connect() as connection:
            placed = put(connection, schema, Load("every table", tuple(maker.rows)))
        filled = {row.table for row in placed.rows} if isinstance(placed, Placed) else set()
        refused = [placed] if isinstance(placed, Rejected) else placed.left_out
        empty = [f"{each.table}: {each.reason}" for each in refused if each.table not in filled]
        assert not empty, f"no row could be put into {'; '.join(empty)}"

    def change(self, table: str, column: str, old: str, new: str) -> None:
        """Every row that held the old value holds the new one; AssertionError where none did."""
        columns = self._columns(self.chain.schema, table)
        values = [self._values(columns, {column: text})[column] for text in (old, new)]
        with self.chain.database.connect() as connection:
            changed = Writer(connection).replace(table, column, *values)
            connection.commit()
        assert changed, f"no row of {table} holds {column} {old}"

    def should_hold(self, table: str, expected: Sequence[Record]) -> None:
        """The table holds these rows and no others, in the columns that are named; or none."""
        columns = self._columns(self.chain.after.schema, table)
        rows = self.chain.after.rows[table].as_dicts()
        names = list(expected[0] if expected else columns)
        missing = [name for name in names if name not in columns]
        assert not missing, f"no column {', '.join(missing)}; there are {', '.join(columns)}"
        found = [self._cells(columns, {name: row[name] for name in names}) for row in rows]
        wanted = [self._cells(columns, self._values(columns, row)) for row in expected]
        assert_same(wanted, found, f"the table {table} holds other rows")

    def should_count(self, table: str, column: str, expected: Sequence[Record]) -> None:
        """Each of these values of the column, and no other, is in as many rows of the table."""
        columns = self._columns(self.chain.after.schema, table)
        rows = self.chain.after.rows[table].as_dicts()
        counted = Counter(self._cells(columns, {column: row[column]})[column] for row in rows)
        found = [{column: value, "rows": str(number)} for value, number in counted.items()]
        assert_same(expected, found, f"other values of {column} are in the table {table}")

    def should_be_as_many(self) -> None:
        """Every table that is still there holds as many rows as before, or more."""
        before, after = self.chain.before.rows, self.chain.after.rows
        lost = [
            f"{name} held {len(before[name].values)}, holds {len(after[name].values)}"
            for name in sorted(before.keys() & after.keys())
            if len(after[name].values) < len(before[name].values)
        ]
        assert not lost, f"rows are lost: {'; '.join(lost)}"

    def close(self) -> None:
        """Nothing is held."""

    @property
    def _dialect(self) -> str:
        return self.chain.database.dialect

    def _columns(self, schema: Schema, table: str) -> dict[str, str]:
        """The types of a table's columns by name."""
        there = ", ".join(sorted(schema.tables))
        assert table in schema.tables, f"there is no table {table}; there are {there}"
        return {column.name: column.type for column in schema.tables[table].columns}

    def _values(self, columns: Mapping[str, str], row: Record) -> dict[str, Value]:
        return {
            name: value_of(text, columns.get(name, ""), self._dialect) for name, text in row.items()
        }

    def _cells(self, columns: Mapping[str, str], values: Mapping[str, Value]) -> Record:
        return {name: cell(value, columns[name], self._dialect) for name, value in values.items()}

    def _insert(self, rows: Mapping[str, Sequence[Mapping[str, Value]]]) -> None:
        """The rows of each table, where it has any, go in with one statement, to stay."""
        with self.chain.database.connect() as connection:
            writer = Writer(connection)
            for table, values in filter(itemgetter(1), rows.items()):
                writer.insert_together(table, values)
                writer.advance(self.chain.schema.tables[table])
            connection.commit()
