"""The catalog of MariaDB and MySQL, read with a handful of queries for the whole database.

https://mariadb.com/kb/en/information-schema-tables/
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from handrail.model import Check, Column, ForeignKey, Index, Schema, Table, Trigger, Unique, View
from handrail.snapshots.catalog import Catalog
from handrail.snapshots.mariadb_queries import (
    ACTIONS,
    CHECKS,
    COLUMNS,
    INDEXES,
    OBJECTS,
    PARTITIONS,
    REFERENCES,
    STORAGE,
    TABLES,
    VIEWS,
)
from handrail.snapshots.remembered import Remembered

_KEPT = 4096
"""How many tables are remembered."""
_SEQUENCE, _VIEW = "SEQUENCE", "VIEW"
_PRIMARY_KEY = "PRIMARY"
_ORDINARY = "BTREE"

_Record = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class _Said:
    """What the catalog says of one table, each row without its name."""

    name: str
    options: str
    columns: tuple[_Record, ...]
    checks: tuple[_Record, ...]
    indexes: tuple[_Record, ...]
    references: tuple[_Record, ...]
    actions: tuple[_Record, ...]
    triggers: tuple[_Record, ...]


_TABLES = Remembered[_Said, Table](_KEPT)


def read(connection: Connection) -> Catalog:
    """Everything of this database.

    A table of which the catalog says what it said before is not put together again.
    """
    if not connection.in_transaction():
        connection.begin()
    return _Reader(connection).catalog()


class _Reader:
    """The answers of the queries, sorted by table."""

    def __init__(self, connection: Connection) -> None:
        self._cursor = connection.connection.cursor()
        self._refusal = connection.dialect.loaded_dbapi.Error
        # SQLAlchemy asks each server which of both it is, whatever the URL says.
        server = "mariadb" if getattr(connection.dialect, "is_mariadb", True) else "mysql"
        self._storage_of = STORAGE[server]
        self._database = connection.engine.url.database
        self._own_name = f"`{self._database}`."
        self._relations = self._all_of(TABLES)
        self._objects = self._all_of(OBJECTS)
        asked = (COLUMNS[server], CHECKS[server], INDEXES[server], REFERENCES, ACTIONS)
        triggers = ((table, name, text) for _, name, table, text in self._of("trigger"))
        self._details = [_grouped(rows) for rows in (*map(self._all_of, asked), triggers)]

    def catalog(self) -> Catalog:
        others = ("event", "function", "procedure", "package", "package body")
        tables = [row for row in self._relations if row[1] not in (_SEQUENCE, _VIEW)]
        storage = self._storage()
        views = self._all_of(VIEWS) if any(row[1] == _VIEW for row in self._relations) else ()
        partitions = self._all_of(PARTITIONS) if any(row[3] for row in tables) else ()
        parted = {name: f"PARTITION BY {parts}" for name, parts in partitions}
        return Catalog(
            schema=Schema(
                tables={
                    row[0]: self._table(row[0], row[2], parted.get(row[0], "")) for row in tables
                },
                views={name: View(name, text) for name, text in views},
                sequences=tuple(row[0] for row in self._relations if row[1] == _SEQUENCE),
                others={f"{kind} {row[1]}": row[3] for kind in others for row in self._of(kind)},
            ),
            storage={row[0]: f"table:{storage.get(row[0], '')}" for row in tables},
            default_schema=self._database,
        )

    def _all_of(self, statement: str) -> Sequence[_Record]:
        """The answers, in whose texts the database does not name itself."""
        self._cursor.execute(statement)
        return [tuple(map(self._unnamed, row)) for row in self._cursor.fetchall()]

    def _unnamed(self, said: object) -> object:
        return said.replace(self._own_name, "") if isinstance(said, str) else said

    def _of(self, kind: str) -> list[_Record]:
        return [row for row in self._objects if row[0] == kind]

    def _storage(self) -> dict[str, str]:
        """The number behind each table; nothing where the user may not ask for it."""
        try:
            return {row[0]: str(row[1]) for row in self._all_of(self._storage_of)}
        except self._refusal:
            return {}

    def _table(self, name: str, *options: str) -> Table:
        """The table; the very same one each time as long as nothing about it has changed."""
        said = _Said(
            name, " ".join(filter(None, options)), *(tuple(part[name]) for part in self._details)
        )
        return _TABLES.get(said, lambda: _made(said))


def _made(said: _Said) -> Table:
    keys = tuple(_foreign_keys(said))
    parts = {
        name: rows
        for name, rows in _grouped(said.indexes).items()
        if not _serves(said.name, name, rows, keys)
    }
    primary_key = parts.pop(_PRIMARY_KEY, [])
    uniques = {name: rows for name, rows in parts.items() if rows[0][0] and _is_plain(rows)}
    documents = {row[2] for row in said.checks if row[1] == f"json_valid(`{row[2]}`)"}
    return Table(
        name=said.name,
        columns=tuple(_column(row, documents) for row in said.columns),
        primary_key=tuple(row[1] for row in primary_key),
        checks=tuple(Check(row[0], row[1]) for row in said.checks if row[2] not in documents),
        # A unique index is what UNIQUE (a, b) makes: MariaDB tells no difference.
        uniques=tuple(
            Unique(name, tuple(row[1] for row in rows)) for name, rows in uniques.items()
        ),
        foreign_keys=keys,
        indexes=tuple(_index(name, rows) for name, rows in parts.items() if name not in uniques),
        triggers=tuple(Trigger(*row) for row in said.triggers),
        options=said.options,
    )


def _column(row: _Record, documents: set[str]) -> Column:
    """A column; MariaDB's JSON is a long text with a CHECK, and would be told as these."""
    name, printed, nullable, default, generated, identity, collation = row
    is_json = name in documents and printed == "longtext"
    return Column(
        name=name,
        type="json" if is_json else printed,
        nullable=bool(nullable),
        default=default,
        generated=generated,
        identity=bool(identity),
        collation=None if is_json else collation,
    )


def _foreign_keys(said: _Said) -> Iterator[ForeignKey]:
    actions = {name: rules for name, *rules in said.actions}
    for name, rows in _grouped(said.references).items():
        # RESTRICT, which is what is told where nothing was said, does the same as NO ACTION.
        on_delete, on_update = (rule.replace("RESTRICT", "NO ACTION") for rule in actions[name])
        yield ForeignKey(
            name=name,
            columns=tuple(row[0] for row in rows),
            referred_table=rows[0][1],
            referred_columns=tuple(row[2] for row in rows),
            on_delete=on_delete,
            on_update=on_update,
        )


def _serves(table: str, name: str, rows: Sequence[_Record], keys: Iterable[ForeignKey]) -> bool:
    """Whether an index is merely the one that InnoDB makes for a foreign key that has none."""
    columns = tuple(row[1] for row in rows)
    if rows[0][0] or not _is_plain(rows):
        return False
    numbered = re.compile(rf"{re.escape(table)}_ibfk_\d+")
    return any(
        key.columns == columns
        and (name == key.name or (numbered.fullmatch(key.name or "") and name == columns[0]))
        for key in keys
    )


def _is_plain(rows: Sequence[_Record]) -> bool:
    """Whether an index takes its columns as they are, in the ordinary way."""
    return all(
        column and prefix is None and kind == _ORDINARY and not descends
        for _, column, _, prefix, kind, descends in rows
    )


def _index(name: str, rows: Sequence[_Record]) -> Index:
    unique, kind = rows[0][0], rows[0][4]
    parts = ", ".join(map(_spelled, rows))
    return Index(
        name=name,
        parts=tuple(map(_part, rows)),
        unique=bool(unique),
        definition=f"({parts})" if kind == _ORDINARY else f"{kind} ({parts})",
    )


def _part(row: _Record) -> str:
    """A column, or an expression; of a column's beginning that which gives it."""
    _, column, expression, prefix, _, _ = row
    return f"substr(`{column}`, 1, {prefix})" if prefix else str(column or expression)


def _spelled(row: _Record) -> str:
    _, column, expression, prefix, _, descends = row
    size = f"({prefix})" if prefix else ""
    return f"{column or f'({expression})'}{size}{' DESC' * bool(descends)}"


def _grouped(rows: Iterable[_Record]) -> dict[str, list[_Record]]:
    """By what stands first, which is left out."""
    groups: dict[str, list[_Record]] = defaultdict(list)
    for name, *rest in rows:
        groups[name].append(tuple(rest))
    return groups
