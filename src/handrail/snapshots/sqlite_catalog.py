"""The catalog of SQLite, read with its own pragmas and the texts that it keeps.

https://www.sqlite.org/pragma.html, https://www.sqlite.org/schematab.html
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from handrail.model import Column, ForeignKey, Index, Schema, Table, Trigger, Unique, View
from handrail.snapshots.catalog import Catalog
from handrail.snapshots.remembered import Remembered
from handrail.snapshots.sqlite_text import (
    KeyText,
    TableText,
    read_index,
    read_table,
    read_view,
    tokens,
)

_MASTER = """
    SELECT type, name, tbl_name, sql, rowid, rootpage FROM main.sqlite_master
    WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid"""
_KINDS = "SELECT name, type FROM pragma_table_list WHERE schema = 'main'"
_COLUMNS = """
    SELECT name, type, "notnull", dflt_value, pk, hidden
    FROM pragma_table_xinfo(?, 'main') ORDER BY cid"""
# The list begins with the key that stands last in the text.
_FOREIGN_KEYS = """
    SELECT id, "from", "table", "to", on_delete, on_update
    FROM pragma_foreign_key_list(?, 'main') ORDER BY id DESC, seq"""
_INDEX_PARTS = """
    SELECT i.name, i."unique", i.origin, x.name
    FROM pragma_index_list(?, 'main') i, pragma_index_xinfo(i.name, 'main') x
    WHERE x.key ORDER BY i.seq DESC, x.seqno"""
_ORDINARY, _PRIMARY_KEY, _UNIQUE = "c", "pk", "u"
_KEPT = 4096
"""How many tables are remembered."""

_Record = Sequence[Any]


def read(connection: Connection) -> Catalog:
    """Everything in the main database of this connection.

    A table whose texts were read before is not read again. Raises sqlite3.OperationalError on a
    SQLite older than 3.37, which cannot tell its shadow tables.
    """
    if not connection.in_transaction():
        connection.begin()
    return _Reader(connection.connection.cursor()).catalog()


@dataclass(frozen=True, slots=True)
class _Texts:
    """All that the catalog keeps of one table: what its pragmas tell follows from it."""

    name: str
    text: str
    virtual: bool
    indexes: tuple[tuple[str, str], ...]
    triggers: tuple[Trigger, ...]


@dataclass(frozen=True, slots=True)
class _Pragmas:
    """What the pragmas say of one table."""

    columns: Sequence[_Record]
    foreign_keys: Sequence[_Record]
    index_parts: Sequence[_Record]

    @property
    def primary_key(self) -> tuple[str, ...]:
        places = sorted((row[4], row[0]) for row in self.columns if row[4])
        return tuple(name for _, name in places)

    @property
    def rowid_alias(self) -> str | None:
        """The column that is the rowid: a key of type INTEGER that needs no index of its own."""
        key = [(row[0], row[1].upper()) for row in self.columns if row[4]]
        indexed = any(row[2] == _PRIMARY_KEY for row in self.index_parts)
        return key[0][0] if not indexed and [kind for _, kind in key] == ["INTEGER"] else None


_Referred = Mapping[str, tuple[str, tuple[str, ...]]]
"""Names and primary keys of tables, by their names in small letters."""

_PRAGMAS = Remembered[_Texts, _Pragmas](_KEPT)
_TABLES = Remembered[tuple[_Texts, tuple[Any, ...]], Table](_KEPT)


class _Reader:
    """The answers of the catalog, sorted by table."""

    def __init__(self, cursor: Any) -> None:
        self._cursor = cursor
        rows = self._all_of(_MASTER)
        virtual = any(row[0] == "table" and not row[5] for row in rows)
        kinds = self._all_of(_KINDS) if virtual else ()
        self._kinds: dict[str, str] = {row[0]: row[1] for row in kinds}
        # The database keeps shadow tables for itself; they come and go with their virtual table.
        self._made = [row for row in rows if self._kinds.get(row[2]) != "shadow"]
        # A trigger names its table as its own text spells it.
        self._triggers: dict[str, list[Trigger]] = defaultdict(list)
        for _, name, table, text, _, _ in self._of("trigger"):
            self._triggers[table.lower()].append(Trigger(name, text))
        self._indexes: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for _, name, table, text, _, _ in self._of("index"):
            self._indexes[table].append((name, text))

    def catalog(self) -> Catalog:
        views = self._of("view")
        tables = [(row, self._texts(row[1], row[3])) for row in self._of("table")]
        known = {texts: self._pragmas(texts) for _, texts in tables}
        referred = {texts.name.lower(): (texts.name, known[texts].primary_key) for texts in known}
        return Catalog(
            schema=Schema(
                tables={texts.name: _table(texts, known[texts], referred) for _, texts in tables},
                enums={},
                views={row[1]: View(row[1], read_view(row[3])) for row in views},
                sequences=(),
                others={
                    f"trigger {trigger.name}": trigger.text
                    for row in views
                    for trigger in self._triggers[row[1].lower()]
                },
            ),
            # A table made anew in the place of a dropped one may get its page, not its entry.
            storage={row[1]: f"{row[4]}:{row[5]}" for row, _ in tables},
            default_schema="main",
        )

    def _all_of(self, statement: str, *arguments: str) -> Sequence[_Record]:
        return list(self._cursor.execute(statement, arguments))

    def _of(self, kind: str) -> list[_Record]:
        return [row for row in self._made if row[0] == kind]

    def _texts(self, name: str, text: str) -> _Texts:
        virtual = self._kinds.get(name) == "virtual"
        indexes = tuple(self._indexes[name])
        return _Texts(name, text, virtual, indexes, tuple(self._triggers[name.lower()]))

    def _pragmas(self, texts: _Texts) -> _Pragmas:
        asked = (_COLUMNS, _FOREIGN_KEYS, _INDEX_PARTS)
        return _PRAGMAS.get(
            texts, lambda: _Pragmas(*(self._all_of(each, texts.name) for each in asked))
        )


def _table(texts: _Texts, said: _Pragmas, referred: _Referred) -> Table:
    """The table; the very same one each time as long as nothing about it has changed."""
    key = (texts, tuple(referred.get(row[2].lower()) for row in said.foreign_keys))
    made = _virtual_table if texts.virtual else _ordinary_table
    return _TABLES.get(key, lambda: made(texts, said, referred))


def _ordinary_table(texts: _Texts, said: _Pragmas, referred: _Referred) -> Table:
    read = read_table(texts.text)
    return Table(
        name=texts.name,
        columns=tuple(_columns(said, read)),
        primary_key=said.primary_key,
        checks=read.checks,
        uniques=_uniques(said, read),
        foreign_keys=_foreign_keys(said, read.foreign_keys, referred),
        indexes=_indexes(said, dict(texts.indexes)),
        triggers=texts.triggers,
        options=read.options,
    )


def _virtual_table(texts: _Texts, said: _Pragmas, _referred: _Referred) -> Table:
    # The name is followed by USING, the module and its arguments.
    options = texts.text[tokens(texts.text)[4].start :]
    columns = tuple(Column(row[0], row[1]) for row in said.columns if row[5] == 0)
    return Table(name=texts.name, columns=columns, options=options, holds_rows=False)


def _columns(said: _Pragmas, read: TableText) -> Iterator[Column]:
    rowid_alias = said.rowid_alias
    for name, declared, not_null, default, _, _ in said.columns:
        yield Column(
            name=name,
            type=declared,
            nullable=not not_null and name != rowid_alias,
            default=default,
            generated=read.generated.get(name.lower()),
            identity=name == rowid_alias,
            collation=read.collations.get(name.lower()),
        )


def _uniques(said: _Pragmas, read: TableText) -> tuple[Unique, ...]:
    groups = _grouped((row[0], row[3]) for row in said.index_parts if row[2] == _UNIQUE)
    return tuple(
        Unique(read.uniques.get(tuple(name.lower() for name in columns)), columns)
        for columns in groups.values()
    )


def _indexes(said: _Pragmas, texts: Mapping[str, str]) -> tuple[Index, ...]:
    rows = [row for row in said.index_parts if row[2] == _ORDINARY]
    unique = {row[0]: bool(row[1]) for row in rows}
    return tuple(
        _index(name, columns, texts[name], unique=unique[name])
        for name, columns in _grouped((row[0], row[3]) for row in rows).items()
    )


def _index(name: str, columns: tuple[str | None, ...], text: str, *, unique: bool) -> Index:
    read = read_index(text)
    return Index(
        name=name,
        parts=tuple(column or part for column, part in zip(columns, read.parts, strict=True)),
        unique=unique,
        where=read.where,
        definition=read.definition,
    )


def _foreign_keys(
    said: _Pragmas, texts: tuple[KeyText, ...], referred: _Referred
) -> tuple[ForeignKey, ...]:
    keys: dict[int, list[_Record]] = defaultdict(list)
    for number, *key in said.foreign_keys:
        keys[number].append(key)
    return tuple(
        _foreign_key(key, text, referred) for key, text in zip(keys.values(), texts, strict=True)
    )


def _foreign_key(key: list[_Record], text: KeyText, referred: _Referred) -> ForeignKey:
    _, spelled, _, on_delete, on_update = key[0]
    table, primary_key = referred.get(spelled.lower(), (spelled, ()))
    named = tuple(row[2] for row in key if row[2] is not None)
    return ForeignKey(
        name=text.name,
        columns=tuple(row[0] for row in key),
        referred_table=table,
        referred_columns=named or primary_key,
        on_delete=on_delete,
        on_update=on_update,
        timing="DEFERRABLE INITIALLY DEFERRED" if text.deferred else "",
    )


def _grouped(pairs: Iterable[tuple[str, Any]]) -> dict[str, tuple[Any, ...]]:
    groups: dict[str, tuple[Any, ...]] = {}
    for name, column in pairs:
        groups[name] = (*groups.get(name, ()), column)
    return groups
