"""What Alembic's operations change."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from handrail.parity.objects import owned, part_of, table_named, table_of
from handrail.parity.schema_changes import HOLE, Change, Kind, Thing, Verb
from handrail.parity.spelling import spelt
from handrail.parity.sql_constraints import check_of
from handrail.parity.values import Call, Unknown, as_text

NO_SCHEMA = frozenset(
    {"get_bind", "get_context", "f", "bulk_insert", "inline_literal", "batch_alter_table"}
    | {"require", "remap", "create_table_comment", "drop_table_comment", "run_async"}
)
"""Operations that change nothing of what is compared here."""


def is_operation(call: Call) -> bool:
    """Whether the call is one of ``op``'s, or of a batch's."""
    return call.receiver == Unknown("op") or bool(batch_of(call))


def batch_of(call: Call) -> str:
    """The table of the batch that the call is an operation of; "" where it is of none."""
    held = call.receiver
    if isinstance(held, Call) and held.name == "batch_alter_table":
        return owned(held, held.text(0, "table_name"))
    return ""


def operation(call: Call) -> tuple[Change, ...] | None:
    """What the operation changes, or None where it is one that is not known."""
    read = _READ.get(call.name)
    return tuple(read(call)) if read else None


def _split(call: Call, before: int = 0) -> tuple[str, int]:
    """The table of an operation that names it at ``before``, and where what follows begins."""
    batch = batch_of(call)
    table = batch or owned(call, call.text(before, "table_name", "source_table"))
    return table, before if batch else before + 1


def _change(call: Call, verb: Verb, thing: Thing, new: Thing | None = None) -> Change:
    return Change(verb, thing, call.place, spelt(call), new)


def _create_table(call: Call) -> Iterator[Change]:
    yield table_of(call)


def _drop_table(call: Call) -> Iterator[Change]:
    table = owned(call, call.text(0, "table_name"))
    yield _change(call, Verb.DROP, Thing(Kind.TABLE, table))


def _rename_table(call: Call) -> Iterator[Change]:
    old, new = call.text(0, "old_table_name"), call.text(1, "new_table_name")
    renamed = Thing(Kind.TABLE, owned(call, new))
    yield _change(call, Verb.RENAME, Thing(Kind.TABLE, owned(call, old)), renamed)


def _add_column(call: Call) -> Iterator[Change]:
    table, at = _split(call)
    column = call.argument(at, "column")
    if isinstance(column, Call):
        yield from part_of(table, column)
    else:
        yield _change(call, Verb.CREATE, Thing(Kind.COLUMN, table, HOLE))


def _drop_column(call: Call) -> Iterator[Change]:
    table, at = _split(call)
    yield _change(call, Verb.DROP, Thing(Kind.COLUMN, table, call.text(at, "column_name")))


def _alter_column(call: Call) -> Iterator[Change]:
    table, at = _split(call)
    thing = Thing(Kind.COLUMN, table, call.text(at, "column_name", "column"))
    if new := call.text(99, "new_column_name"):
        yield _change(call, Verb.RENAME, thing, Thing(Kind.COLUMN, table, new))
    yield _change(call, Verb.ALTER, thing)


def _create_index(call: Call) -> Iterator[Change]:
    table, at = _split(call, 1)
    columns = _columns(call.argument(at, "columns"))
    thing = Thing(Kind.INDEX, table, call.text(0, "index_name"), columns)
    yield _change(call, Verb.CREATE, thing)


def _drop_index(call: Call) -> Iterator[Change]:
    table = batch_of(call) or owned(call, call.text(1, "table_name"))
    yield _change(call, Verb.DROP, Thing(Kind.INDEX, table, call.text(0, "index_name")))


def _key(kind: Kind) -> Callable[[Call], Iterator[Change]]:
    def create(call: Call) -> Iterator[Change]:
        table, at = _split(call, 1)
        at += kind is Kind.FOREIGN
        columns = _columns(call.argument(at, "columns", "local_cols"))
        thing = Thing(kind, table, call.text(0, "constraint_name"), columns)
        yield _change(call, Verb.CREATE, thing)

    return create


def _create_check(call: Call) -> Iterator[Change]:
    table, at = _split(call, 1)
    condition = as_text(call.argument(at, "condition"))
    thing = check_of(table, call.text(0, "constraint_name", "name"), condition)
    yield _change(call, Verb.CREATE, thing)


def _drop_constraint(call: Call) -> Iterator[Change]:
    table, _ = _split(call, 1)
    yield _change(call, Verb.DROP, Thing(Kind.CHECK, table, call.text(0, "constraint_name")))


def _columns(value: object) -> tuple[str, ...]:
    given = value if isinstance(value, tuple) else (value,)
    return tuple(as_text(each).lower() for each in given)


def _of_table(verb: Verb) -> Callable[[Call], Iterator[Change]]:
    """``create`` and ``drop`` of a table object."""

    def change(call: Call) -> Iterator[Change]:
        held = call.receiver
        if isinstance(held, Call) and verb is Verb.CREATE:
            yield table_of(held)
        else:
            yield _change(call, verb, Thing(Kind.TABLE, table_named(held)))

    return change


_READ: dict[str, Callable[[Call], Iterator[Change]]] = {
    "create_table": _create_table,
    "drop_table": _drop_table,
    "rename_table": _rename_table,
    "add_column": _add_column,
    "drop_column": _drop_column,
    "alter_column": _alter_column,
    "set_not_null": _alter_column,
    "set_server_default": _alter_column,
    "create_index": _create_index,
    "drop_index": _drop_index,
    "create_unique_constraint": _key(Kind.UNIQUE),
    "create_primary_key": _key(Kind.PRIMARY),
    "create_foreign_key": _key(Kind.FOREIGN),
    "create_exclude_constraint": _key(Kind.UNIQUE),
    "create_check_constraint": _create_check,
    "replace_check_constraint": _create_check,
    "drop_constraint": _drop_constraint,
    "create": _of_table(Verb.CREATE),
    "drop": _of_table(Verb.DROP),
}
