"""Values that a database lets into a column and that no declared type would."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from handrail.model import Column, Load, Phase, Row, Schema, Table, declared_label
from handrail.rows.conditions import holds
from handrail.rows.declared import Family, admits, declared
from handrail.rows.keys import key_columns, keys_of
from handrail.rows.making import ALONE, Maker, held
from handrail.rows.vocabulary import Vocabulary
from handrail.stopwatch import timed

_WORD = "word"
_NO_JSON = "{word"


def is_implausible(schema: Schema, rows: Iterable[Row], dialect: str) -> bool:
    """Whether some value is not what its column was declared to hold.

    PostgreSQL holds columns to their types by itself, all but what it keeps as text.
    """
    return any(_strange(schema.tables[row.table], row, dialect) for row in rows)


@timed(Phase.ROWS)
def implausible(near: Schema, dialect: str, tables: Collection[str]) -> Load | None:
    """A row for each of the tables with such values wherever the database may let them in.

    Keys stay what they are. None where no column can hold such a value.
    """
    maker = Maker(Vocabulary(near, near, dialect))
    for name in sorted(tables):
        table = near.tables[name]
        keys = key_columns(keys_of(table, dialect)) | held(table)
        values = {
            column.name: _NO_JSON if declared(column.type).family is Family.JSON else _WORD
            for column in table.columns
            if column.name not in keys and _open(table, column, dialect)
        }
        if values and table.holds_rows:
            maker.row(name, values, ALONE)
    rows = tuple(maker.rows)
    if not is_implausible(near, rows, dialect):
        return None
    return Load("values that no declared type allows", rows, implausible=True)


def _open(table: Table, column: Column, dialect: str) -> bool:
    """Whether the database may hold less of a column than what was declared for it."""
    if column.generated is not None or _labels(table, column):
        return column.generated is None
    if dialect != "sqlite":
        return column.type in ("JSON", "CHAR(32)")
    strict = "STRICT" in table.options.upper()
    return not strict and not admits(declared(column.type, column.name), _NO_JSON)


def _labels(table: Table, column: Column) -> bool:
    """Whether labels were declared for it."""
    names = {check.name for check in table.checks if declared_label(check)}
    return any(name and name.endswith(f" {column.name}") for name in names)


def _strange(table: Table, row: Row, dialect: str) -> bool:
    """Whether a row holds a value that its column was not declared for."""
    labels = (check.text for check in table.checks if declared_label(check))
    if any(holds(text, row.values, dialect) is False for text in labels):
        return True
    return any(
        not admits(declared(column.type, column.name), value)
        for column in table.columns
        if (value := row.values.get(column.name)) is not None
        and (dialect == "sqlite" or column.type in ("JSON", "CHAR(32)"))
    )
