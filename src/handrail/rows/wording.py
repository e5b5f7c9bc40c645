"""The same rows with other words in them: does a failure hang on what a made-up text says?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from handrail.model import Row, Schema, Value
from handrail.rows.conditions import columns_of
from handrail.rows.declared import Family, declared
from handrail.rows.keys import key_columns, keys_of
from handrail.rows.literals import labels, literals_in_source
from handrail.rows.making import held

_WORDS = {
    Family.TEXT: ("a", "{}", "1", ""),
    Family.BINARY: ("a", "{}", "1", ""),
    Family.JSON: ('{"a": 1}', "1", "[]", "{}"),
}
"""As many ways for each; the last one says nothing."""


def reworded(
    rows: tuple[Row, ...], schema: Schema, dialect: str, source: str
) -> Iterator[tuple[Row, ...]]:
    """The rows with each text that nobody has laid down saying something else, in several ways.

    Nothing where there is none: labels, keys, what a CHECK speaks of and what the migration's own
    ``source`` names are no such texts.
    """
    free = [_free(row, schema, dialect, source) for row in rows]
    if not any(free):
        return
    for way in range(len(_WORDS[Family.TEXT])):
        yield tuple(
            Row(row.table, {**row.values, **dict(_said(row, way, families))})
            for row, families in zip(rows, free, strict=True)
        )


def _free(row: Row, schema: Schema, dialect: str, source: str) -> dict[str, Family]:
    """By column that may say anything: a text, or a document."""
    table, named = schema.tables[row.table], literals_in_source(source)
    bound = held(table) | key_columns(keys_of(table, dialect))
    bound |= {name for check in table.checks for name in columns_of(check.text, dialect)}
    return {
        column.name: declared(column.type).family
        for column in table.columns
        if column.name not in bound
        and declared(column.type).family in _WORDS
        and labels(schema, column.type) is None
        and row.values.get(column.name) is not None
        and row.values[column.name] not in named.get(column.name, ())
    }


def _said(row: Row, way: int, families: Mapping[str, Family]) -> Iterator[tuple[str, Value]]:
    for name, family in families.items():
        word = _WORDS[family][way]
        yield name, word.encode() if isinstance(row.values[name], bytes) else word
