"""The catalog of SQLite, read with its own pragmas and the texts that it keeps.

https://www.sqlite.org/pragma.html, https://www.sqlite.org/schematab.html
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection

from handrail.model import Column, ForeignKey, Index, Schema, Table, Trigger, Unique, View
from handrail.snapshots.catalog import Catalog
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
    SELECT m.name, c.name, c.type, c."notnull", c.dflt_value, c.pk, c.hidden
    FROM main.sqlite_master m, pragma_table_xinfo(m.name, 'main') c
    WHERE m.type = 'table' ORDER BY m.rowid, c.cid"""
# The list begins with the key that stands last in the text.
_FOREIGN_KEYS = """
    SELECT m.name, k.id, k."from", k."table", k."to", k.on_delete, k.on_update
    FROM main.sqlite_master m, pragma_foreign_key_list(m.name, 'main') k
    WHERE m.type = 'table' ORDER BY m.rowid, k.id DESC, k.seq"""
_INDEX_PARTS = """
    SELECT m.name, i.name, i."unique", i.origin, x.name
    FROM main.sqlite_master m, pragma_index_list(m.name, 'main') i,
         pragma_index_xinfo(i.name, 'main') x
    WHERE m.type = 'table' AND x.key ORDER BY m.rowid, i.seq DESC, x.seqno"""
_ORDINARY, _PRIMARY_KEY, _UNIQUE = "c", "pk", "u"

_Record = Sequence[Any]


def read(connection: Connection) -> Catalog:
    """Everything in the main database of this connection.

    Raises sqlalchemy.exc.OperationalError on a SQLite older than 3.37, which cannot tell its
    shadow tables.
    """
    return _Reader(connection).catalog()


class _Reader:
    """The answers of the pragmas, sorted by table."""

    def __init__(self, connection: Connection) -> None:
        def all_of(statement: str) -> Sequence[_Record]:
            return connection.exec_driver_sql(statement).all()

        self._kinds: dict[str, str] = {row[0]: row[1] for row in all_of(_KINDS)}
        # The database keeps shadow tables for itself; they come and go with their virtual table.
        self._made = [row for row in all_of(_MASTER) if self._kinds.get(row[2]) != "shadow"]
        self._columns = _by_table(all_of(_COLUMNS))
        self._foreign_keys = _by_table(all_of(_FOREIGN_KEYS))
        self._indexes = _by_table(all_of(_INDEX_PARTS))
        self._index_texts = {row[1]: row[3] for row in self._made if row[0] == "index"}
        # A trigger names its table as its own text spells it.
        self._triggers: dict[str, list[Trigger]] = defaultdict(list)
        for _, name, table, text, _, _ in self._of("trigger"):
            self._triggers[table.lower()].append(Trigger(name, text))
        self._keys = {
            name.lower(): (name, _primary_key(columns)) for name, columns in self._columns.items()
        }

    def catalog(self) -> Catalog:
        tables, views = self._of("table"), self._of("view")
        return Catalog(
            schema=Schema(
                tables={row[1]: self._table(row[1], row[3]) for row in tables},
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
            storage={row[1]: f"{row[4]}:{row[5]}" for row in tables},
            default_schema="main",
        )

    def _of(self, kind: str) -> list[_Record]:
        return [row for row in self._made if row[0] == kind]

    def _table(self, name: str, text: str) -> Table:
        if self._kinds[name] == "virtual":
            return self._virtual_table(name, text)
        read = read_table(text)
        return Table(
            name=name,
            columns=self._table_columns(name, read),
            primary_key=_primary_key(self._columns[name]),
            checks=read.checks,
            uniques=self._table_uniques(name, read),
            foreign_keys=self._table_foreign_keys(name, read.foreign_keys),
            indexes=self._table_indexes(name),
            triggers=tuple(self._triggers[name.lower()]),
            options=read.options,
        )

    def _virtual_table(self, name: str, text: str) -> Table:
        # The name is followed by USING, the module and its arguments.
        options = text[tokens(text)[4].start :]
        columns = tuple(Column(row[0], row[1]) for row in self._columns[name] if row[5] == 0)
        return Table(name=name, columns=columns, options=options, holds_rows=False)

    def _table_columns(self, table: str, read: TableText) -> tuple[Column, ...]:
        rowid_alias = self._rowid_alias(table)
        return tuple(
            Column(
                name=name,
                type=declared,
                nullable=not not_null and name != rowid_alias,
                default=default,
                generated=read.generated.get(name.lower()),
                identity=name == rowid_alias,
                collation=read.collations.get(name.lower()),
            )
            for name, declared, not_null, default, _, _ in self._columns[table]
        )

    def _rowid_alias(self, table: str) -> str | None:
        """The column that is the rowid: a key of type INTEGER that needs no index of its own."""
        key = [(row[0], row[1].upper()) for row in self._columns[table] if row[4]]
        indexed = any(row[2] == _PRIMARY_KEY for row in self._indexes[table])
        return key[0][0] if not indexed and [kind for _, kind in key] == ["INTEGER"] else None

    def _table_uniques(self, table: str, read: TableText) -> tuple[Unique, ...]:
        groups = _grouped((row[0], row[3]) for row in self._indexes[table] if row[2] == _UNIQUE)
        return tuple(
            Unique(read.uniques.get(tuple(name.lower() for name in columns)), columns)
            for columns in groups.values()
        )

    def _table_indexes(self, table: str) -> tuple[Index, ...]:
        rows = [row for row in self._indexes[table] if row[2] == _ORDINARY]
        unique = {row[0]: bool(row[1]) for row in rows}
        return tuple(
            self._index(name, columns, unique[name])
            for name, columns in _grouped((row[0], row[3]) for row in rows).items()
        )

    def _index(self, name: str, columns: tuple[str | None, ...], unique: bool) -> Index:
        read = read_index(self._index_texts[name])
        return Index(
            name=name,
            parts=tuple(column or part for column, part in zip(columns, read.parts, strict=True)),
            unique=unique,
            where=read.where,
            definition=read.definition,
        )

    def _table_foreign_keys(self, table: str, texts: tuple[KeyText, ...]) -> tuple[ForeignKey, ...]:
        keys: dict[int, list[_Record]] = defaultdict(list)
        for number, *key in self._foreign_keys[table]:
            keys[number].append(key)
        return tuple(
            self._foreign_key(key, text) for key, text in zip(keys.values(), texts, strict=True)
        )

    def _foreign_key(self, key: list[_Record], text: KeyText) -> ForeignKey:
        _, spelled, _, on_delete, on_update = key[0]
        referred, primary_key = self._keys.get(spelled.lower(), (spelled, ()))
        named = tuple(row[2] for row in key if row[2] is not None)
        return ForeignKey(
            name=text.name,
            columns=tuple(row[0] for row in key),
            referred_table=referred,
            referred_columns=named or primary_key,
            on_delete=on_delete,
            on_update=on_update,
            timing="DEFERRABLE INITIALLY DEFERRED" if text.deferred else "",
        )


def _by_table(rows: Iterable[_Record]) -> dict[str, list[_Record]]:
    sorted_rows: dict[str, list[_Record]] = defaultdict(list)
    for table, *rest in rows:
        sorted_rows[table].append(rest)
    return sorted_rows


def _grouped(pairs: Iterable[tuple[str, Any]]) -> dict[str, tuple[Any, ...]]:
    groups: dict[str, tuple[Any, ...]] = {}
    for name, column in pairs:
        groups[name] = (*groups.get(name, ()), column)
    return groups


def _primary_key(columns: Iterable[_Record]) -> tuple[str, ...]:
    places = sorted((row[4], row[0]) for row in columns if row[4])
    return tuple(name for _, name in places)
