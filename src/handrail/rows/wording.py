"""The same rows with other words in them: does a failure hang on what a made-up text says?"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.model import Row, Schema, Value
from handrail.rows.conditions import columns_of
from handrail.rows.declared import Family, declared
from handrail.rows.keys import key_columns, keys_of
from handrail.rows.literals import labels, literals_in_source
from handrail.rows.making import held

_WORDS = ("a", "{}", "1", "")


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
    for word in _WORDS:
        yield tuple(
            Row(
                row.table,
                {name: _said(word, row.values[name], name in names) for name in row.values},
            )
            for row, names in zip(rows, free, strict=True)
        )


def _free(row: Row, schema: Schema, dialect: str, source: str) -> set[str]:
    table, named = schema.tables[row.table], literals_in_source(source)
    bound = held(table) | key_columns(keys_of(table, dialect))
    bound |= {name for check in table.checks for name in columns_of(check.text, dialect)}
    return {
        column.name
        for column in table.columns
        if column.name not in bound
        and declared(column.type).family in (Family.TEXT, Family.BINARY)
        and labels(schema, column.type) is None
        and row.values.get(column.name) is not None
        and row.values[column.name] not in named.get(column.name, ())
    }


def _said(word: str, value: Value, free: bool) -> Value:
    if not free:
        return value
    return word.encode() if isinstance(value, bytes) else word
