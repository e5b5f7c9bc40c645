"""Whether two databases, of one kind or of two, have ended in the same schema; pure.

What each kind has its own way of is no difference: names of constraints and indexes, types of one
family, functions in defaults, a UNIQUE that is an index, an enumeration that is a type.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from handrail.model import Change, Column, ForeignKey, Schema, Table
from handrail.snapshots import canonical
from handrail.snapshots.families import is_narrower, same_type
from handrail.snapshots.things import Key, Side, Thing, things_of

_Things = Mapping[Key, Thing]


@dataclass(frozen=True, slots=True)
class Drift:
    """One thing that two sides have differently; None where a side has nothing of it.

    ``what`` says what is different of a column that both have. A weak one shows only with values
    that few columns ever hold.
    """

    one: Thing | None
    other: Thing | None
    what: str = ""
    weak: bool = False

    @property
    def thing(self) -> Thing:
        """The thing, of the first side that has it."""
        found = self.one or self.other
        assert found
        return found

    @property
    def change(self) -> Change:
        """How the first side has it, and how the other has it."""
        kind, table, name = self.thing.key
        one, other = (
            {name or kind: thing.printed or "there"} if thing else None
            for thing in (self.one, self.other)
        )
        return Change(table, one, other)


def drifts(one: Side, other: Side) -> tuple[Drift, ...]:
    """What is different; of a table or column that one side lacks nothing more is said."""
    if "mariadb" in (one.dialect, other.dialect):
        one, other = _unrestricted(one), _unrestricted(other)
    ours, theirs = things_of(one), things_of(other)
    mine, yours = _alone(ours, theirs), _alone(theirs, ours)
    found = []
    for thing in mine:
        partner = next((each for each in yours if _is_partner(thing, each)), None)
        if partner:
            yours.remove(partner)
        if partner or not thing.implied:
            found.append(Drift(thing, partner))
    found += [Drift(None, thing) for thing in yours if not thing.implied]
    return (*sorted(found, key=_order), *_changed_columns(one, other))


def narrower(lite: Side, full: Side) -> tuple[Drift, ...]:
    """Integers that SQLite holds in 64 bits, as it does all, and the other database in fewer.

    Keys and what refers to them are left out: they count rows.
    """
    ours, theirs = things_of(lite), things_of(full)
    what = "fewer than SQLite's 64 bits"
    return tuple(
        Drift(ours[pair.key], theirs[pair.key], what, weak=True)
        for pair in _pairs(lite, full)
        if pair.is_narrower
    )


def first_with(drift: Drift, history: Mapping[str, Schema], dialect: str) -> str | None:
    """The first step of a history after which the thing is there, as the other side has it.

    Where one side has nothing of it, it is enough that it is there.
    """
    changed = drift.one is not None and drift.other is not None
    thing = drift.other or drift.thing
    for step, schema in history.items():
        then = things_of(Side(schema, dialect)).get(thing.key)
        if then and (then.printed == thing.printed or not changed):
            return step
    return None


def _unrestricted(side: Side) -> Side:
    """The side with RESTRICT told as NO ACTION, which is the same to MariaDB."""
    tables = {
        name: replace(table, foreign_keys=tuple(map(_without_restrict, table.foreign_keys)))
        for name, table in side.schema.tables.items()
    }
    return replace(side, schema=replace(side.schema, tables=tables))


def _without_restrict(key: ForeignKey) -> ForeignKey:
    on_delete, on_update = (
        rule.replace("RESTRICT", "NO ACTION") for rule in (key.on_delete, key.on_update)
    )
    return replace(key, on_delete=on_delete, on_update=on_update)


def _alone(ours: _Things, theirs: _Things) -> list[Thing]:
    """What the others do not have, though they have what it speaks of."""
    return [
        thing
        for key, thing in ours.items()
        if (key not in theirs) and (key[0] in {"table", "view"} or _can_have(thing, theirs))
    ]


def _can_have(thing: Thing, others: _Things) -> bool:
    kind, table, _ = thing.key
    named = {("column", table, column) for column in thing.columns}
    return ("table", table, "") in others and (kind == "column" or named <= set(others))


def _is_partner(thing: Thing, other: Thing) -> bool:
    """Whether both are the same thing, said differently."""
    if thing.key[:2] != other.key[:2] or thing.key[0] in {"table", "view", "column"}:
        return False
    if thing.implied or other.implied:
        return (
            thing.columns == other.columns and " in (" in thing.key[2] and " in (" in other.key[2]
        )
    same_name = thing.label is not None and thing.label == other.label
    return same_name or thing.columns == other.columns or thing.key[0] == "primary key"


def _order(drift: Drift) -> tuple[bool, str, str, str]:
    kind, table, name = drift.thing.key
    return kind != "table", table, kind, name


def _changed_columns(one: Side, other: Side) -> Iterator[Drift]:
    ours, theirs = things_of(one), things_of(other)
    for pair in _pairs(one, other):
        what = ", ".join(pair.differences())
        if what:
            yield Drift(ours[pair.key], theirs[pair.key], what)


def _pairs(one: Side, other: Side) -> Iterator[_Pair]:
    """The columns that both sides have."""
    tables = {name.lower(): table for name, table in other.schema.tables.items()}
    for name, table in one.schema.tables.items():
        far = tables.get(name.lower())
        columns = {column.name.lower(): column for column in far.columns} if far else {}
        for column in table.columns:
            partner = columns.get(column.name.lower())
            if far and partner:
                yield _Pair(one, other, (table, far), (column, partner))


@dataclass(frozen=True, slots=True)
class _Pair:
    """A column on both sides."""

    one: Side
    other: Side
    tables: tuple[Table, Table]
    columns: tuple[Column, Column]

    @property
    def key(self) -> Key:
        """By which things know it."""
        return ("column", self.tables[0].name.lower(), self.columns[0].name.lower())

    @property
    def is_narrower(self) -> bool:
        """Whether the other side gives it fewer bits, and it is no key."""
        ours, theirs = self.columns
        table = self.tables[1]
        keys = {*table.primary_key, *(name for key in table.foreign_keys for name in key.columns)}
        return theirs.name not in keys and is_narrower(theirs.type, ours.type)

    def differences(self) -> Iterator[str]:
        """What is different, in words."""
        ours, theirs = self.columns
        dialects = (self.one.dialect, self.other.dialect)
        enums = {*self.one.schema.enums, *self.other.schema.enums}
        if not same_type(ours.type, theirs.type, dialects, enums):
            yield "type"
        is_key = [column.name in table.primary_key for column, table in self._sides()]
        if ours.nullable != theirs.nullable and not all(is_key):
            yield "nullability"
        if any(self._fills(0, 1)) or any(self._fills(1, 0)):
            yield "filled by the database"
        elif not (ours.identity or theirs.identity) and self._default(0) != self._default(1):
            yield "default"
        if (ours.generated is None) != (theirs.generated is None):
            yield "generated"

    def _sides(self) -> Iterator[tuple[Column, Table]]:
        yield from zip(self.columns, self.tables, strict=True)

    def _default(self, place: int) -> str | None:
        dialect = (self.one, self.other)[place].dialect
        return canonical.default(self.columns[place].default, dialect)

    def _fills(self, place: int, far: int) -> Iterator[bool]:
        """Whether one side alone fills it, and means to.

        SQLite fills every INTEGER PRIMARY KEY, also where nobody has asked for that.
        """
        if self.columns[place].identity and not self.columns[far].identity:
            lite = (self.one, self.other)[place].dialect == "sqlite"
            across = self.one.dialect != self.other.dialect
            yield not (lite and across) or "AUTOINCREMENT" in self.tables[place].options
