"""The catalog of PostgreSQL, read with a handful of queries for the whole database.

What an extension owns is left alone, and so are temporary tables.
https://www.postgresql.org/docs/current/catalogs.html
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
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
    OTHERS,
    RELATIONS,
    TRIGGERS,
)

_TABLES, _PARTITIONED, _VIEWS, _SEQUENCES = "rpf", "pf", "vm", "S"
_ACTIONS = {
    "a": "NO ACTION",
    "r": "RESTRICT",
    "c": "CASCADE",
    "n": "SET NULL",
    "d": "SET DEFAULT",
}

_Record = Sequence[Any]


def read(connection: Connection) -> Catalog:
    """Everything of this database that is neither the server's nor an extension's."""
    return _Reader(connection).catalog()


class _Reader:
    """The answers of the queries, sorted by table."""

    def __init__(self, connection: Connection) -> None:
        def all_of(statement: str) -> Sequence[_Record]:
            return connection.exec_driver_sql(statement).all()

        self._relations = all_of(RELATIONS)
        self._columns = _by_table(all_of(COLUMNS))
        self._constraints = _by_table(all_of(CONSTRAINTS))
        self._indexes = _by_table(all_of(INDEXES))
        self._triggers = _by_table(all_of(TRIGGERS))
        self._enums = all_of(ENUMS)
        self._others = all_of(OTHERS)
        self._default_schema = connection.exec_driver_sql("SELECT current_schema()").scalar_one()

    def catalog(self) -> Catalog:
        tables = self._of(_TABLES)
        return Catalog(
            schema=Schema(
                tables={row[1]: self._table(*row) for row in tables},
                enums={name: EnumType(name, tuple(values)) for name, values in self._enums},
                views={row[1]: View(row[1], row[4]) for row in self._of(_VIEWS)},
                sequences=tuple(row[1] for row in self._of(_SEQUENCES)),
                others={row[0]: row[1] for row in self._others},
            ),
            storage={row[1]: f"{row[0]}:{row[3]}" for row in tables},
            default_schema=self._default_schema,
        )

    def _of(self, kinds: str) -> list[_Record]:
        return [row for row in self._relations if row[2] in kinds]

    def _table(self, oid: int, name: str, kind: str, _: int, options: str) -> Table:
        keys = self._constraints[oid]
        primary_keys = [self._column_names(oid, key[2]) for key in keys if key[1] == "p"]
        return Table(
            name=name,
            columns=tuple(Column(*column[1:]) for column in self._columns[oid]),
            primary_key=next(iter(primary_keys), ()),
            checks=tuple(Check(key[0], key[10]) for key in keys if key[1] == "c"),
            uniques=tuple(
                Unique(key[0], self._column_names(oid, key[2])) for key in keys if key[1] == "u"
            ),
            foreign_keys=tuple(self._foreign_key(oid, key) for key in keys if key[1] == "f"),
            indexes=tuple(self._index(oid, index) for index in self._indexes[oid]),
            triggers=tuple(Trigger(*trigger) for trigger in self._triggers[oid]),
            options=options,
            holds_rows=kind not in _PARTITIONED,
        )

    def _column_names(self, oid: int, numbers: Iterable[int]) -> tuple[str, ...]:
        names = {row[0]: row[1] for row in self._columns[oid]}
        return tuple(names[number] for number in numbers)

    def _foreign_key(self, oid: int, key: _Record) -> ForeignKey:
        name, _, numbers, referred, referred_name, referred_numbers, *rest = key
        on_delete, on_update, can_wait, waits, _ = rest
        timing = ["DEFERRABLE"] * can_wait + ["INITIALLY DEFERRED"] * waits
        return ForeignKey(
            name=name,
            columns=self._column_names(oid, numbers),
            referred_table=referred_name,
            referred_columns=self._column_names(referred, referred_numbers),
            on_delete=_ACTIONS[on_delete],
            on_update=_ACTIONS[on_update],
            timing=" ".join(timing),
        )

    def _index(self, oid: int, index: _Record) -> Index:
        name, unique, numbers, texts, where, definition = index
        names = {row[0]: row[1] for row in self._columns[oid]}
        # An expression has the number 0, which is no column's.
        parts = tuple(names.get(number, text) for number, text in zip(numbers, texts, strict=True))
        return Index(name, parts, unique, where, definition)


def _by_table(rows: Iterable[_Record]) -> dict[int, list[_Record]]:
    sorted_rows: dict[int, list[_Record]] = defaultdict(list)
    for table, *rest in rows:
        sorted_rows[table].append(rest)
    return sorted_rows
