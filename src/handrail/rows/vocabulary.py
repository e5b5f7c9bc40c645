"""What may be said in each column on the near side of a step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random

from handrail.model import Schema, Table, Value
from handrail.rows.candidates import candidates
from handrail.rows.conditions import holds
from handrail.rows.keys import Key, key_columns, keys_of
from handrail.rows.literals import Literals, known_literals, labels


@dataclass(frozen=True)
class Vocabulary:
    """The values for the columns of the near schema, with the words of both sides in mind.

    ``source`` are literals that the migration's own source names, by column. Where ``seed`` is not
    0, values that are as good as each other come in another order. What is worked out once for a
    table is kept for as long as the object lives.
    """

    near: Schema
    far: Schema
    dialect: str
    source: Literals = field(default_factory=dict)
    seed: int = 0
    _literals: dict[str, Literals] = field(default_factory=dict, repr=False)
    _keys: dict[str, tuple[Key, ...]] = field(default_factory=dict, repr=False)
    _options: dict[tuple[str, str, int], tuple[Value, ...]] = field(
        default_factory=dict, repr=False
    )

    def options(self, table: str, column: str, serial: int = 1) -> tuple[Value, ...]:
        """What the column's type and the CHECKs on it alone let in, best first.

        What the far side lets in too comes before what only the near side does, so that a row made
        for one hazard does not run into another by the way. Where nothing passes those CHECKs, as
        far as can be told here, all candidates of the type: the database is the judge.
        """
        if (table, column, serial) not in self._options:
            self._options[table, column, serial] = self._worked_out(table, column, serial)
        return self._options[table, column, serial]

    def _worked_out(self, table: str, column: str, serial: int) -> tuple[Value, ...]:
        near = self.near.tables[table]
        described = next(item for item in near.columns if item.name == column)
        named = labels(self.near, described.type)
        if named is not None:
            return (*named, *([None] if described.nullable else []))
        found = candidates(
            described,
            dialect=self.dialect,
            literals=self.literals(table).get(column, ()),
            serial=serial,
            key=column in key_columns(self.keys(table)),
        )
        legal = tuple(value for value in found if self.legal(table, {column: value})) or found
        if self.seed and column not in key_columns(self.keys(table)):
            legal = self._shuffled(table, column, legal)
        far = counterpart(self.near, self.far, table)
        return tuple(sorted(legal, key=lambda value: not self._lets_in(far, {column: value})))

    def _shuffled(self, table: str, column: str, values: tuple[Value, ...]) -> tuple[Value, ...]:
        """Literals still come before other values, and NULL last."""
        known = self.literals(table).get(column, ())
        mixed = list(values)
        Random(f"{self.seed} {table} {column}").shuffle(mixed)
        return tuple(sorted(mixed, key=lambda value: (value is None, value not in known)))

    def _lets_in(self, table: Table | None, values: Mapping[str, Value]) -> bool:
        """Whether no CHECK of a table that speaks of these columns alone forbids the values."""
        checks = table.checks if table else ()
        return all(holds(check.text, values, self.dialect) is not False for check in checks)

    def legal(self, table: str, values: Mapping[str, Value]) -> bool:
        """Whether no CHECK of the near side that speaks of these columns alone forbids them."""
        return self._lets_in(self.near.tables[table], values)

    def literals(self, table: str) -> Literals:
        """The literals of both sides and of the source for each column of a table."""
        if table not in self._literals:
            near = self.near.tables[table]
            far = counterpart(self.near, self.far, table)
            self._literals[table] = known_literals(near, far, self.dialect, self.source)
        return self._literals[table]

    def keys(self, table: str) -> tuple[Key, ...]:
        """What must differ between rows of the near table."""
        if table not in self._keys:
            self._keys[table] = keys_of(self.near.tables[table], self.dialect)
        return self._keys[table]


def counterpart(near: Schema, far: Schema, table: str) -> Table | None:
    """The same table on the far side, also under a new name when its columns tell which it is.

    A renamed table is one that is new on the far side and has every column name of one that is
    gone from the near side, no other such pair being possible.
    """
    if table in far.tables:
        return far.tables[table]
    names = set(near.tables[table].column_names)
    gone = [item for item in near.tables.values() if item.name not in far.tables]
    new = [item for item in far.tables.values() if item.name not in near.tables]
    alike = [item for item in new if names <= set(item.column_names)]
    rivals = [item for item in gone if set(item.column_names) == names]
    return alike[0] if len(alike) == 1 and len(rivals) == 1 else None
