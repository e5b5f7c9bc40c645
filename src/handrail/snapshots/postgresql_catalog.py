"""The catalog of PostgreSQL, read with a handful of queries for the whole database.

What an extension owns is left alone, and so are temporary tables.
https://www.postgresql.org/docs/current/catalogs.html
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from handrail.model import (
    Check,
    Column,
    EnumType,
    ForeignKey,
    Index,
    Schema,
    Table,
    Trigger,
    Unique,
    View,
)
from handrail.snapshots.catalog import Catalog
from handrail.snapshots.postgresql_queries import (
    COLUMNS,
    CONSTRAINTS,
    ENUMS,
    INDEXES,
    OPTIONS,
    OTHERS,
    RELATIONS,
    TRIGGERS,
    VIEWS,
    WORLD,
)
from handrail.snapshots.remembered import Remembered

_WITH_COLUMNS, _PARTITIONED, _VIEWS, _SEQUENCES = "rpf", "pf", "vm", "S"
_ACTIONS = {
    "a": "NO ACTION",
    "r": "RESTRICT",
    "c": "CASCADE",
    "n": "SET NULL",
    "d": "SET DEFAULT",
}

_KEPT = 4096
"""How many tables are remembered."""

_Record = Sequence[Any]
_Version = tuple[Any, ...]
"""What a table says is the same as long as this is."""


@dataclass(frozen=True, slots=True)
class _Details:
    """What the catalog says of one table, but for its name."""

    options: str
    columns: Sequence[_Record]
    constraints: Sequence[_Record]
    indexes: Sequence[_Record]
    triggers: Sequence[_Record]

    def names(self, numbers: Iterable[int]) -> tuple[str, ...]:
        """The columns of these numbers."""
        known = {row[0]: row[1] for row in self.columns}
        return tuple(known[number] for number in numbers)


_DETAILS: dict[_Version, _Details] = {}
_TABLES = Remembered[tuple[Any, ...], Table](_KEPT)
_WORLDS = Remembered[_Version, tuple[dict[str, EnumType], dict[str, str]]](_KEPT)


def read(connection: Connection) -> Catalog:
    """Everything of this database that is neither the server's nor an extension's.

    A table of which the catalog says what it said before is not read again.
    """
    if not connection.in_transaction():
        connection.begin()
    return _Reader(connection).catalog()


class _Reader:
    """The answers of the queries, sorted by table."""

    def __init__(self, connection: Connection) -> None:
        self._cursor = connection.connection.cursor()
        url = connection.engine.url
        ((self._default_schema, version),) = self._all_of(WORLD)
        self._world = (url.host, url.port, *url.query.items(), self._default_schema, version)
        self._relations = self._all_of(RELATIONS)
        self._versions = {row[0]: (*self._world, row[0], row[4]) for row in self._of(_WITH_COLUMNS)}
        self._details = self._read_details()

    def catalog(self) -> Catalog:
        tables = self._of(_WITH_COLUMNS)
        enums, others = _WORLDS.get(self._world, self._read_world)
        views = self._all_of(VIEWS) if self._of(_VIEWS) else ()
        return Catalog(
            schema=Schema(
                tables={row[1]: self._table(row[0], row[1], row[2]) for row in tables},
                enums=enums,
                views={name: View(name, text) for name, text in views},
                sequences=tuple(row[1] for row in self._of(_SEQUENCES)),
                others=others,
            ),
            storage={row[1]: f"{row[0]}:{row[3]}" for row in tables},
            default_schema=self._default_schema,
        )

    def _all_of(self, statement: str, *arguments: Any) -> Sequence[_Record]:
        self._cursor.execute(statement, arguments or None)
        rows: Sequence[_Record] = self._cursor.fetchall()
        return rows

    def _of(self, kinds: str) -> list[_Record]:
        return [row for row in self._relations if row[2] in kinds]

    def _read_world(self) -> tuple[dict[str, EnumType], dict[str, str]]:
        enums = {name: EnumType(name, tuple(values)) for name, values in self._all_of(ENUMS)}
        return enums, {row[0]: row[1] for row in self._all_of(OTHERS)}

    def _read_details(self) -> dict[int, _Details]:
        """What is known of each table, after reading what was not."""
        known = {oid: _DETAILS.get(version) for oid, version in self._versions.items()}
        found = {oid: details for oid, details in known.items() if details}
        new = [oid for oid, details in known.items() if details is None]
        if new:
            options = {row[0]: row[1] for row in self._all_of(OPTIONS, new)}
            asked = (COLUMNS, CONSTRAINTS, INDEXES, TRIGGERS)
            parts = [_by_table(self._all_of(each, new)) for each in asked]
            found |= {oid: _Details(options[oid], *(part[oid] for part in parts)) for oid in new}
            _remember({self._versions[oid]: found[oid] for oid in new})
        return found

    def _table(self, oid: int, name: str, kind: str) -> Table:
        """The table; the very same one each time as long as nothing about it has changed."""
        referred = (self._versions.get(key[3]) for key in self._details[oid].constraints)
        key = (self._versions[oid], *referred)
        return _TABLES.get(key, lambda: self._made(oid, name, kind))

    def _made(self, oid: int, name: str, kind: str) -> Table:
        said = self._details[oid]
        keys = said.constraints
        primary_keys = [said.names(key[2]) for key in keys if key[1] == "p"]
        return Table(
            name=name,
            columns=tuple(Column(*column[1:]) for column in said.columns),
            primary_key=next(iter(primary_keys), ()),
            checks=tuple(Check(key[0], key[10]) for key in keys if key[1] == "c"),
            uniques=tuple(Unique(key[0], said.names(key[2])) for key in keys if key[1] == "u"),
            foreign_keys=tuple(self._foreign_key(said, key) for key in keys if key[1] == "f"),
            indexes=tuple(_index(said, index) for index in said.indexes),
            triggers=tuple(Trigger(*trigger) for trigger in said.triggers),
            options=said.options,
            holds_rows=kind not in _PARTITIONED,
        )

    def _foreign_key(self, said: _Details, key: _Record) -> ForeignKey:
        name, _, numbers, referred, referred_name, referred_numbers, *rest = key
        on_delete, on_update, can_wait, waits, _ = rest
        there = self._details.get(referred)
        timing = ["DEFERRABLE"] * can_wait + ["INITIALLY DEFERRED"] * waits
        return ForeignKey(
            name=name,
            columns=said.names(numbers),
            referred_table=referred_name,
            # A table of an extension is not among those that are read.
            referred_columns=there.names(referred_numbers) if there else (),
            on_delete=_ACTIONS[on_delete],
            on_update=_ACTIONS[on_update],
            timing=" ".join(timing),
        )


def _remember(details: Mapping[_Version, _Details]) -> None:
    if len(_DETAILS) >= _KEPT:
        _DETAILS.clear()
    _DETAILS.update(details)


def _index(said: _Details, index: _Record) -> Index:
    name, unique, numbers, texts, where, definition = index
    names = {row[0]: row[1] for row in said.columns}
    # An expression has the number 0, which is no column's.
    parts = tuple(names.get(number, text) for number, text in zip(numbers, texts, strict=True))
    return Index(name, parts, unique, where, definition)


def _by_table(rows: Iterable[_Record]) -> dict[int, list[_Record]]:
    sorted_rows: dict[int, list[_Record]] = defaultdict(list)
    for table, *rest in rows:
        sorted_rows[table].append(rest)
    return sorted_rows
