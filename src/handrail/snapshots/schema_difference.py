"""What is gone from a schema, left over in it, or changed; pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from textwrap import shorten

from handrail.model import Check, Column, ForeignKey, Index, Schema, Table, Unique
from handrail.snapshots.spelling import by_meaning, same_text

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class SchemaDifference:
    """One thing of a schema: ``before`` is None where it is left over, ``after`` where it is gone.

    ``kind`` is the word for it (table, column, check, ...), ``name`` its name, or its text where
    it has none, ``table`` the table it belongs to, if any. A weak difference (the order of columns)
    changes nothing that a statement with names can see.
    """

    kind: str
    name: str
    table: str | None
    before: str | None
    after: str | None
    weak: bool = False

    def __str__(self) -> str:
        place = f"table {self.table}: " if self.table else ""
        thing = place + f"{self.kind} {self.name}".strip()
        if self.after is None:
            return f"{thing} is gone"
        if self.before is None:
            return f"{thing} is left over"
        before, after = (
            shorten(text, _LONGEST, placeholder=" ...") for text in (self.before, self.after)
        )
        return f"{thing} was {before}, is {after}"


@dataclass(frozen=True, slots=True)
class _Part:
    """A thing that has a name or is known by its identity, as it is printed and compared."""

    kind: str
    name: str
    printed: str
    texts: tuple[str | None, ...]
    identity: str = ""

    @property
    def key(self) -> tuple[str, str]:
        return self.kind, self.identity or self.name

    def same(self, other: _Part) -> bool:
        return all(map(same_text, self.texts, other.texts))


def schema_differences(before: Schema, after: Schema) -> tuple[SchemaDifference, ...]:
    """What is different between two schemas, tables first.

    Of a table that only one side has nothing more is said.
    Constraints are matched by name, unnamed ones by what they say.
    """
    return (
        *_compared(None, _tables(before), _tables(after)),
        *_inside_tables(before, after),
        *_compared(None, _beside_tables(before), _beside_tables(after)),
    )


def _inside_tables(before: Schema, after: Schema) -> Iterator[SchemaDifference]:
    for name, old in before.tables.items():
        new = after.tables.get(name, old)
        if new != old:
            yield from _compared(name, _parts(old), _parts(new))
            yield from _order_of_columns(old, new)


def _order_of_columns(before: Table, after: Table) -> Iterator[SchemaDifference]:
    old = [name for name in before.column_names if name in after.column_names]
    new = [name for name in after.column_names if name in before.column_names]
    if old != new:
        yield SchemaDifference(
            "order of columns", "", before.name, ", ".join(old), ", ".join(new), weak=True
        )


def _compared(
    table: str | None, before: Iterable[_Part], after: Iterable[_Part]
) -> Iterator[SchemaDifference]:
    old, new = ({part.key: part for part in parts} for parts in (before, after))
    for key, part in old.items():
        other = new.get(key)
        if other is None:
            yield SchemaDifference(part.kind, part.name, table, part.printed, None)
        elif not part.same(other):
            yield SchemaDifference(part.kind, part.name, table, part.printed, other.printed)
    for key, part in new.items():
        if key not in old:
            yield SchemaDifference(part.kind, part.name, table, None, part.printed)


def _tables(schema: Schema) -> Iterator[_Part]:
    for name in schema.tables:
        yield _Part("table", name, name, ())


def _beside_tables(schema: Schema) -> Iterator[_Part]:
    for enum in schema.enums.values():
        values = ", ".join(f"'{value}'" for value in enum.values)
        yield _Part("enum", enum.name, f"({values})", (values,))
    for view in schema.views.values():
        yield _Part("view", view.name, view.text, (view.text,))
    for name in schema.sequences:
        yield _Part("sequence", name, name, ())
    for name, text in schema.others.items():
        yield _Part("", name, text, (text,))


def _parts(table: Table) -> Iterator[_Part]:
    yield from map(_column, table.columns)
    if table.primary_key:
        columns = ", ".join(table.primary_key)
        yield _Part("primary key", "", f"({columns})", (columns,))
    yield from map(_check, table.checks)
    yield from map(_unique, table.uniques)
    yield from map(_foreign_key, table.foreign_keys)
    yield from map(_index, table.indexes)
    for trigger in table.triggers:
        yield _Part("trigger", trigger.name, trigger.text, (trigger.text,))
    if table.options:
        yield _Part("option", table.options, table.options, ())


def in_words(column: Column) -> str:
    """A column as it would be declared, without its name."""
    words = (
        column.type,
        "" if column.nullable else "NOT NULL",
        f"DEFAULT {column.default}" if column.default is not None else "",
        f"GENERATED AS ({column.generated})" if column.generated is not None else "",
        f"COLLATE {column.collation}" if column.collation else "",
        "filled by the database" if column.identity else "",
    )
    return " ".join(filter(None, words))


def _column(column: Column) -> _Part:
    texts = (column.default, column.generated, column.collation)
    compared = (column.type, str(column.nullable), *texts, str(column.identity))
    return _Part("column", column.name, in_words(column), compared)


def _check(check: Check) -> _Part:
    identity = "" if check.name else by_meaning(check.text, "sqlite")
    return _Part(
        "check", check.name or f"({check.text})", f"({check.text})", (check.text,), identity
    )


def _unique(unique: Unique) -> _Part:
    columns = f"({', '.join(unique.columns)})"
    return _Part("unique", unique.name or columns, columns, (columns,))


def _foreign_key(key: ForeignKey) -> _Part:
    referred = f"{key.referred_table} ({', '.join(key.referred_columns)})"
    actions = f"ON DELETE {key.on_delete} ON UPDATE {key.on_update} {key.timing}".strip()
    printed = f"({', '.join(key.columns)}) to {referred} {actions}"
    return _Part("foreign key", key.name or printed, printed, (printed,))


def _index(index: Index) -> _Part:
    printed = f"{'UNIQUE ' * index.unique}{index.definition}"
    return _Part("index", index.name, printed, (index.definition, str(index.unique)))
