"""Rows that are legal on the near side, as far as that can be known without the database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from handrail.model import Column, ForeignKey, Row, Table, Value
from handrail.rows.conditions import columns_of, holds
from handrail.rows.keys import Key, key_columns
from handrail.rows.settling import Rule, settle
from handrail.rows.vocabulary import Vocabulary

NOTHING: Mapping[str, Value] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Style:
    """How a row is filled where nothing is laid down for it.

    ``sparse`` leaves NULL whatever may be NULL, ``alone`` only what refers to other rows;
    ``turn`` picks the turn-th of the values that are to be had for each column, and of the rows to
    refer to, beginning again after the last.
    """

    sparse: bool = False
    alone: bool = False
    turn: int = 0


FULL = Style()
SPARSE = Style(sparse=True)
ALONE = Style(alone=True)


class Maker:
    """Makes the rows of one load, with the parents that they need, parents first.

    Keys carry serial numbers that count from 1 in each table, so the same calls make the same rows.
    Where tables refer to each other in a circle, a row can come before its parent.
    """

    def __init__(self, words: Vocabulary) -> None:
        self.words = words
        self.rows: list[Row] = []
        self._serials: Counter[str] = Counter()
        self._open: dict[str, dict[str, Value]] = {}

    def row(
        self, name: str, given: Mapping[str, Value] = NOTHING, style: Style = FULL
    ) -> Row | None:
        """Makes one more row of a table, holding what is ``given``, and keeps it.

        None where the table can hold no further row of that kind, as a singleton cannot.
        """
        table = self.words.near.tables[name]
        serial = self._serial(name)
        values = self._open[name] = {**given}
        self._fill_keys(table, values, serial, style)
        for key in sorted(table.foreign_keys, key=lambda key: -len(key.columns)):
            values |= self._reference(table, key, values, style)
        for column in table.columns:
            if column.name not in values and column.generated is None:
                values[column.name] = self._choice(table, column, serial, style)
        del self._open[name]
        free = set(values) - set(given) - held(table)
        settled = settle(
            values,
            list(self._rules(table)),
            free,
            lambda column: self.words.options(name, column, serial),
        )
        return None if settled is None else self._keep(table, settled)

    def fresh(self, name: str, column: str) -> Value:
        """A value for a key column that no row of this load has."""
        return self.words.options(name, column, self._serial(name))[0]

    def made(self, name: str) -> list[Row]:
        """The rows of a table made so far, the last one first."""
        return [row for row in reversed(self.rows) if row.table == name]

    def referring(self, key: ForeignKey, parent: Mapping[str, Value]) -> dict[str, Value]:
        """What a row holds in a foreign key's columns to refer to the parent."""
        return {here: parent.get(there) for here, there in self._pairs(key)}

    def referred(self, key: ForeignKey, child: Mapping[str, Value]) -> dict[str, Value]:
        """What a parent must hold to be what the child's foreign key, as far as set, refers to."""
        return {there: child[here] for here, there in self._pairs(key) if here in child}

    def _serial(self, name: str) -> int:
        self._serials[name] += 1
        return self._serials[name]

    def _keep(self, table: Table, values: Mapping[str, Value]) -> Row:
        ordered = {name: values[name] for name in table.column_names if name in values}
        row = Row(table.name, ordered)
        self.rows.append(row)
        return row

    def _fill_keys(self, table: Table, values: dict[str, Value], serial: int, style: Style) -> None:
        """Keys come first, since rows of other tables may refer to them in a circle."""
        wanted = set(table.primary_key)
        if not style.sparse:
            wanted |= key_columns(self.words.keys(table.name))
        for name in sorted(wanted - held(table) - set(values)):
            values[name] = self.words.options(table.name, name, serial)[0]

    def _choice(self, table: Table, column: Column, serial: int, style: Style) -> Value:
        if style.sparse and column.nullable:
            return None
        options = self.words.options(table.name, column.name, serial)
        return options[style.turn % len(options)]

    def _reference(
        self, table: Table, key: ForeignKey, values: Mapping[str, Value], style: Style
    ) -> dict[str, Value]:
        """Values for those columns of a foreign key that have none yet."""
        missing = [name for name in key.columns if name not in values]
        optional = [name for name in missing if nullable(table, name)]
        unset = any(values.get(name, "") is None for name in key.columns)
        if not missing or unset or (optional and (style.sparse or style.alone)):
            return dict.fromkeys(optional)
        itself = style.alone and key.referred_table == table.name
        parent = values if itself else self._parent(table, key, values, style)
        if parent is None and (optional or key.referred_table != table.name):
            return dict.fromkeys(optional)
        found = self.referring(key, values if parent is None else parent)
        return {name: found[name] for name in missing}

    def _parent(
        self, table: Table, key: ForeignKey, values: Mapping[str, Value], style: Style
    ) -> Mapping[str, Value] | None:
        """The row to refer to: one of this load that fits, or else a new one.

        Within one table only an earlier row; None where there is none.
        """
        name = key.referred_table
        fixed = self.referred(key, values)
        fitting = [row.values for row in self.made(name) if fixed.items() <= row.values.items()]
        if name == table.name or name not in self.words.near.tables:
            return next(iter(fitting), None)
        if name in self._open:
            return self._open[name]
        if fitting and not self._told_apart_by(table, key):
            return fitting[style.turn % len(fitting)]
        new = self.row(name, fixed, replace(style, turn=0))
        return new.values if new else next(iter(fitting), None)

    def _told_apart_by(self, table: Table, key: ForeignKey) -> bool:
        """Whether rows differ in nothing but what they refer to, so that each needs its own."""
        keys = [own for own in self.words.keys(table.name) if set(own.columns) <= held(table)]
        return not key_columns(keys).isdisjoint(key.columns)

    def _pairs(self, key: ForeignKey) -> list[tuple[str, str]]:
        """Each column of a foreign key with the one that it refers to: if unsaid, the key there."""
        other = self.words.near.tables.get(key.referred_table)
        referred = key.referred_columns or (other.primary_key if other else ())
        return list(zip(key.columns, referred, strict=False))

    def _rules(self, table: Table) -> Iterator[Rule]:
        for check in table.checks:
            yield self._check(check.text)
        for key in self.words.keys(table.name):
            yield self._key(table, key)

    def _check(self, text: str) -> Rule:
        dialect = self.words.dialect
        return Rule(columns_of(text, dialect), lambda row: holds(text, row, dialect) is not False)

    def _key(self, table: Table, key: Key) -> Rule:
        """That no row made so far holds the same, unless NULL or a partial index excuses it."""
        taken = {
            tuple(row.values.get(name) for name in key.columns)
            for row in self.made(table.name)
            if self._counts(key, row.values)
        }

        def differs(row: Mapping[str, Value]) -> bool:
            held = tuple(row.get(name) for name in key.columns)
            return None in held or held not in taken or not self._counts(key, row)

        asked = columns_of(key.where, self.words.dialect) if key.where else ()
        return Rule(tuple(dict.fromkeys((*key.columns, *asked))), differs, firm=True)

    def _counts(self, key: Key, row: Mapping[str, Value]) -> bool:
        return key.where is None or holds(key.where, row, self.words.dialect) is True


def held(table: Table) -> set[str]:
    """The columns that foreign keys fill.

    A column that may not be NULL is its own master where another of the same foreign key may be.
    """
    return {
        name
        for key in table.foreign_keys
        for name in key.columns
        if nullable(table, name) or not any(nullable(table, other) for other in key.columns)
    }


def nullable(table: Table, name: str) -> bool:
    """Whether a column may be NULL."""
    column = table.column(name)
    return column is not None and column.nullable
