"""The rows of a database on a chain: what is put in, and what is found after a migration."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

import sqlalchemy as sa

from handrail.acceptance.chain_bench import ChainBench
from handrail.acceptance.tables import Record, assert_same, records, value_of, word
from handrail.model import Rows, Schema
from handrail.rows import relevant_tables
from handrail.rows.making import FULL, SPARSE, Maker
from handrail.rows.vocabulary import Vocabulary


class ContentsBench:
    """Fills the database of a chain, and holds its rows against tables of a feature."""

    def __init__(self, chain: ChainBench) -> None:
        self.chain = chain

    def put(self, table: str, rows: Sequence[Record]) -> None:
        """The rows are in, all at once, so that they may refer to each other in a circle.

        In columns that nobody named stands the default, or NULL where it may, or else something
        plausible.
        """
        schema = self.chain.schema
        maker = self._maker(schema)
        defaults = {column.name for column in schema.tables[table].columns if column.default}
        for row in rows:
            maker.row(table, {name: value_of(text) for name, text in row.items()}, SPARSE)
        with self.chain.database.connect() as connection:
            _insert(connection, table, maker, left_out=defaults - set(rows[0]))
            connection.commit()

    def fill(self) -> None:
        """Every table holds one row with something in each column, and one with what it needs."""
        schema = self.chain.schema
        maker = self._maker(schema)
        tables = relevant_tables(schema, schema, touched=schema.tables.keys())
        for table in tables:
            maker.row(table, style=FULL)
            maker.row(table, style=SPARSE)
        with self.chain.database.connect() as connection:
            for table in tables:
                _insert(connection, table, maker)
            connection.commit()

    def change(self, table: str, column: str, old: str, new: str) -> None:
        """Every row that held the old value holds the new one."""
        with self.chain.database.connect() as connection:
            cell: sa.ColumnClause[str] = sa.column(column)
            rows = sa.update(sa.table(table, cell)).where(cell == old)
            connection.execute(rows.values({column: value_of(new)}))
            connection.commit()

    def should_hold(self, table: str, expected: Sequence[Record]) -> None:
        """The table holds these rows and no others, in the columns that are named."""
        rows = self._rows(table)
        found = records(rows, list(expected[0]))
        assert_same(expected, found, f"the table {table} holds other rows")

    def should_count(self, table: str, column: str, expected: Sequence[Record]) -> None:
        """Each of these values of the column, and no other, is in as many rows of the table."""
        counted = Counter(word(row[column]) for row in self._rows(table).as_dicts())
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

    def _maker(self, schema: Schema) -> Maker:
        return Maker(Vocabulary(schema, schema, self.chain.database.dialect))

    def _rows(self, table: str) -> Rows:
        rows = self.chain.after.rows
        assert table in rows, f"there is no table {table}; there are {', '.join(sorted(rows))}"
        return rows[table]


def _insert(
    connection: sa.Connection, table: str, maker: Maker, left_out: Collection[str] = ()
) -> None:
    """All rows that were made for the table go in with one statement, without these columns."""
    rows = [
        {column: value for column, value in row.values.items() if column not in left_out}
        for row in reversed(maker.made(table))
    ]
    into = sa.table(table, *map(sa.column, rows[0]))
    connection.execute(sa.insert(into).values(rows))
