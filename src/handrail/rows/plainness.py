"""The plainest values with which rows still show a failure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from types import MappingProxyType

from handrail.model import Column, Hazard, Row, Schema, Value
from handrail.rows.candidates import candidates
from handrail.rows.declared import Family, admits, declared
from handrail.rows.keys import key_columns
from handrail.rows.literals import constant, labels
from handrail.rows.making import held
from handrail.rows.reduce import reduce
from handrail.rows.vocabulary import Vocabulary

_Choice = tuple[Value] | tuple[()]
"""A value, or nothing: the column is left out."""
_Cell = tuple[int, str]
"""A column of one of the rows."""
_PLAIN: Mapping[Family, tuple[Value, ...]] = MappingProxyType(
    {
        Family.ARRAY: ("{}",),
        Family.BINARY: (b"", b"a"),
        Family.DATE: ("1970-01-01",),
        Family.INTEGER: (0, 1),
        Family.JSON: ("{}",),
        Family.NUMBER: (0, 1),
        Family.TEXT: ("", "a"),
        Family.TIME: ("00:00:00",),
        Family.TIMESTAMP: ("1970-01-01 00:00:00",),
    }
)
"""The plainest values of a type, one with nothing in it first."""


def plainest(
    rows: tuple[Row, ...],
    schema: Schema,
    dialect: str,
    still_fails: Callable[[tuple[Row, ...]], bool],
    hazard: Hazard | None = None,
) -> tuple[Row, ...]:
    """The rows with as many values as can be left out or made plain, and they still fail.

    ``rows`` must fail; ``still_fails`` is asked about others, first with all values plain at once.
    A column goes out where the database then puts NULL or a constant, else it gets the plainest
    value that its type and CHECKs let in. Keys stay, what the hazard speaks of, labels, and in
    rows that aim at nothing what is NULL.
    """
    words = Vocabulary(schema, schema, dialect)
    choices = {
        (number, name): found
        for number, row in enumerate(rows)
        for name in row.values
        if (found := tuple(_choices(words, row, name, hazard)))
    }
    for level in range(max(map(len, choices.values()), default=0)):
        tried = {cell: found[level] for cell, found in choices.items() if level < len(found)}
        kept = _kept(rows, tried, still_fails)
        rows = _replaced(rows, tried, kept)
        choices = {cell: choices[cell] for cell in kept}
    return rows


def _kept(
    rows: tuple[Row, ...],
    tried: Mapping[_Cell, _Choice],
    still_fails: Callable[[tuple[Row, ...]], bool],
) -> tuple[_Cell, ...]:
    """The cells that must stay as they are when all others become what is tried."""

    def fails(kept: tuple[_Cell, ...]) -> bool:
        return still_fails(_replaced(rows, tried, kept))

    return () if fails(()) else reduce(tuple(tried), fails)


def _replaced(
    rows: tuple[Row, ...], tried: Mapping[_Cell, _Choice], kept: Collection[_Cell]
) -> tuple[Row, ...]:
    return tuple(
        Row(row.table, dict(_values(number, row, tried, kept))) for number, row in enumerate(rows)
    )


def _values(
    number: int, row: Row, tried: Mapping[_Cell, _Choice], kept: Collection[_Cell]
) -> Iterator[tuple[str, Value]]:
    for name, value in row.values.items():
        cell = (number, name)
        choice = (value,) if cell in kept else tried.get(cell, (value,))
        yield from ((name, each) for each in choice)


def _choices(words: Vocabulary, row: Row, name: str, hazard: Hazard | None) -> Iterator[_Choice]:
    """What may stand in place of a value, plainest first, up to the value itself."""
    table = words.near.tables[row.table]
    column = table.column(name)
    aimed = hazard and hazard.table == row.table and name in {*hazard.columns, *hazard.values}
    if column is None or aimed or name in table.primary_key:
        return
    value = row.values[name]
    if value is None and hazard is None:
        return
    yield from _without(column, words.dialect)
    if value is None or name in key_columns(words.keys(row.table)) | held(table):
        return
    for plain in _plain(words, row.table, column):
        if plain == value:
            return
        yield (plain,)


def _without(column: Column, dialect: str) -> Iterator[_Choice]:
    """Nothing, where what the database then puts is the same each time; else NULL, if it may be."""
    if constant(column.default, dialect) is not None or (
        column.nullable and column.default is None
    ):
        yield ()
    elif column.nullable:
        yield (None,)


def _plain(words: Vocabulary, table: str, column: Column) -> Iterator[Value]:
    """What is legal of the plainest values; where NULL is, one that differs from nothing."""
    kind = declared(column.type, column.name)
    if labels(words.near, column.type) is not None or _names(column, words.dialect):
        return
    plain = _PLAIN.get(kind.family, ())
    if kind.family is Family.BOOLEAN:
        plain = (False, True) if words.dialect == "postgresql" else (0, 1)
    for value in plain[1:] or plain if column.nullable else plain:
        if admits(kind, value) and words.legal(table, {column.name: value}):
            yield value


def _names(column: Column, dialect: str) -> bool:
    """Whether a text is taken for an identifier, for which no text is plain."""
    kind = declared(column.type, column.name)
    return kind.family is Family.TEXT and "" not in candidates(column, dialect=dialect, key=False)
