"""Rows of which somebody has written only what matters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from handrail.model import Row, Schema, Value
from handrail.rows.making import SPARSE, Maker
from handrail.rows.vocabulary import Vocabulary


def completed(
    schema: Schema, dialect: str, table: str, given: Sequence[Mapping[str, Value]]
) -> tuple[Row, ...]:
    """The same rows with a value wherever the database would ask for one.

    What is not given is left to the column's default, or NULL where it may be, else something
    plausible. Rows that others of the table need above them come first.
    """
    maker = Maker(Vocabulary(schema, schema, dialect))
    defaults = {column.name for column in schema.tables[table].columns if column.default}
    left_out = defaults.difference(*given)
    for values in given:
        maker.row(table, values, SPARSE)
    made = reversed(maker.made(table))
    return tuple(Row(table, _without(row.values, left_out)) for row in made)


def _without(values: Mapping[str, Value], left_out: set[str]) -> dict[str, Value]:
    return {name: value for name, value in values.items() if name not in left_out}
