"""What SQLAlchemy's objects define: tables, columns, constraints and indexes, classes included."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handrail.parity.schema_changes import Change, Kind, Place, Thing, Verb
from handrail.parity.spelling import spelt
from handrail.parity.sql_constraints import check_of
from handrail.parity.values import Call, Class, Member, Scope, as_text, place_of

_COLUMNS = {"Column", "mapped_column", "Field"}


def tables_of(scope: Scope, calls: Iterable[Call]) -> Iterator[Change]:
    """Every table, mapped class and index that a module's top level defines."""
    for call in calls:
        name = last_name(call.name)
        if name == "Table" and len(call.args) > 1:
            yield table_of(call)
        elif name == "Index" and any(isinstance(each, Member) for each in call.args):
            yield from _index(call, "")
    for value in scope.names.values():
        if isinstance(value, Class) and (table := table_name(value)):
            yield _class(value, table)


def table_of(call: Call) -> Change:
    """The table that a call of ``Table``, or of ``op.create_table``, describes."""
    table = owned(call, call.text(0, "name", "table_name"))
    return _created(table, call.place, parts_of(table, call.args[1:]), call)


def owned(call: Call, table: str) -> str:
    """The table's name with its schema, where the call says one."""
    schema = call.kwargs.get("schema")
    return f"{schema}.{table}".lower() if isinstance(schema, str) and table else table


def parts_of(table: str, values: Iterable[object]) -> Iterator[Change]:
    """The columns, constraints and indexes among the values."""
    for value in values:
        if isinstance(value, Call):
            yield from part_of(table, value)


def part_of(table: str, call: Call) -> Iterator[Change]:
    """The column, constraint or index that a call describes, if it does."""
    name = last_name(call.name)
    if name in _COLUMNS:
        yield _column(table, call.text(0, "name"), call, "")
    elif name == "Index":
        yield from _index(call, table)
    elif name in _CONSTRAINTS:
        definition = spelt(call)
        yield Change(Verb.CREATE, _constraint(table, name, call), call.place, definition)


def last_name(dotted: str) -> str:
    """The name without the module that it comes from."""
    return dotted.rpartition(".")[2]


def table_named(value: object) -> str:
    """The table that a value is, or is the name of; "" where it is none."""
    if isinstance(value, Call) and last_name(value.name) == "Table":
        return owned(value, value.text(0, "name"))
    if isinstance(value, Class):
        return table_name(value)
    if isinstance(value, Member):
        return table_named(value.owner)
    return value.lower() if isinstance(value, str) else ""


def table_name(mapped: Class) -> str:
    """The table of a mapped class; "" for any other class."""
    named = mapped.scope.names.get("__tablename__")
    if isinstance(named, str):
        return named.lower()
    return mapped.name.lower() if mapped.keywords.get("table") is True else ""


def _created(table: str, place: Place, parts: Iterable[Change], call: Call | None = None) -> Change:
    perhaps = bool(call and call.kwargs.get("if_not_exists") is True)
    thing = Thing(Kind.TABLE, table)
    return Change(Verb.CREATE, thing, place, parts=tuple(parts), perhaps=perhaps)


def _column(table: str, name: str, call: Call, annotation: str) -> Change:
    """Its definition is all but its name."""
    named = isinstance(call.argument(0), str)
    bare = Call("Column", None, call.args[1:] if named else call.args, call.kwargs, call.place)
    definition = f"{annotation} {spelt(bare)}".strip()
    return Change(Verb.CREATE, Thing(Kind.COLUMN, table, name), call.place, definition)


def _index(call: Call, table: str) -> Iterator[Change]:
    columns = tuple(_column_name(each) for each in call.args[1:])
    owners = (table_named(each.owner) for each in call.args if isinstance(each, Member))
    owner = table or next((each for each in owners if each), "")
    thing = Thing(Kind.INDEX, owner, call.text(0, "name"), columns)
    yield Change(Verb.CREATE, thing, call.place, spelt(call))


def _column_name(value: object) -> str:
    if isinstance(value, Member):
        return value.name.lower()
    return as_text(value).lower()


_CONSTRAINTS = {
    "UniqueConstraint": Kind.UNIQUE,
    "PrimaryKeyConstraint": Kind.PRIMARY,
    "ForeignKeyConstraint": Kind.FOREIGN,
    "CheckConstraint": Kind.CHECK,
    "ExcludeConstraint": Kind.UNIQUE,
}


def _constraint(table: str, kind: str, call: Call) -> Thing:
    name = call.text(99, "name") if call.kwargs.get("name") else ""
    if kind == "CheckConstraint":
        return check_of(table, name, call.text(0, "sqltext"))
    given = call.args
    if kind == "ForeignKeyConstraint" and given and isinstance(given[0], tuple):
        given = given[0]
    return Thing(_CONSTRAINTS[kind], table, name, tuple(map(_column_name, given)))


def _class(mapped: Class, table: str) -> Change:
    """A mapped class with what its bases in the same source bring."""
    parts: dict[tuple[str, ...], Change] = {}
    for each in _lineage(mapped):
        for change in (*_attributes(each, table), *_arguments(each, table)):
            parts.setdefault(change.thing.key, change)
    places = [change.place for change in parts.values()]
    named = mapped.scope.names.get("__tablename__")
    place = place_of(
        named, min(places, key=lambda at: at.line, default=Place(mapped.scope.file, 1))
    )
    return _created(table, place, parts.values())


def _lineage(mapped: Class) -> Iterator[Class]:
    yield mapped
    for base in mapped.bases:
        if isinstance(base, Class) and not table_name(base):
            yield from _lineage(base)


def _attributes(mapped: Class, table: str) -> Iterator[Change]:
    for name, annotation in mapped.annotations.items():
        is_field = "Mapped[" in annotation or mapped.keywords.get("table") is True
        if is_field and mapped.scope.names.get(name) is None and not name.startswith("__"):
            thing = Thing(Kind.COLUMN, table, name.lower())
            yield Change(Verb.CREATE, thing, mapped.places[name], annotation)
    for name, value in mapped.scope.names.items():
        if isinstance(value, Call) and last_name(value.name) in _COLUMNS:
            first = value.argument(0)
            column = first.lower() if isinstance(first, str) else name.lower()
            yield _column(table, column, value, mapped.annotations.get(name, ""))


def _arguments(mapped: Class, table: str) -> Iterator[Change]:
    given = mapped.scope.names.get("__table_args__")
    yield from parts_of(table, given if isinstance(given, tuple) else ())
