"""What comes and goes with Alembic's own operations."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from handrail.audit.call import Call
from handrail.audit.moves import ANYTHING, Kind, Move, Thing
from handrail.audit.sql import table_name
from handrail.audit.values import ColumnValue, Made, as_table


def moves_of(call: Call, batch: str = "") -> tuple[Move, ...]:
    """What a call brings and takes away; ``batch`` is the table that a batch operation is about."""
    read = _READ.get(call.name)
    return tuple(read(call, batch)) if read else ()


_FILLING = {"Computed", "Identity", "FetchedValue", "DefaultClause"}
"""What gives a new column a value in the rows that are there; a Sequence by itself does not."""


def is_concurrent(call: Call) -> bool:
    """Whether it makes or drops an index as PostgreSQL does outside of transactions alone."""
    return call.kwargs.get("postgresql_concurrently") is True


def _table(call: Call, batch: str, position: int) -> tuple[str, int]:
    """The table of an operation that names it at ``position``, and how far what follows moves."""
    return (batch, 0) if batch else (call.table(position, "table_name"), 1)


def _named(call: Call, position: int, name: str) -> str:
    given = call.argument(position, name)
    return as_table(given) if given is not None else ""


def _create_table(call: Call, _batch: str) -> Iterator[Move]:
    table = call.table(0, "table_name")
    unless = bool(call.kwargs.get("if_not_exists"))
    yield Move(Thing(Kind.TABLE, table), unless_there=unless)
    for column in call.args[1:]:
        if isinstance(column, ColumnValue):
            come = Thing(Kind.COLUMN, table, table_name(column.name))
            yield replace(_come(come, column, unless), closed=None)


def _drop_table(call: Call, _batch: str) -> Iterator[Move]:
    yield Move(gone=Thing(Kind.TABLE, call.table(0, "table_name")))


def _rename_table(call: Call, _batch: str) -> Iterator[Move]:
    old, new = call.table(0, "old_table_name"), call.table(1, "new_table_name")
    yield Move(Thing(Kind.TABLE, new), Thing(Kind.TABLE, old))


def _add_column(call: Call, batch: str) -> Iterator[Move]:
    table, after = _table(call, batch, 0)
    name = _named(call, after, "column")
    come = Thing(Kind.COLUMN, table, name)
    unless = bool(call.kwargs.get("if_not_exists"))
    yield _come(come, call.argument(after, "column"), unless)


def _come(come: Thing, column: object, unless_there: bool) -> Move:
    """A column that comes, and whether it takes NULL where its rows are not given a value."""
    if not isinstance(column, ColumnValue) or _is_filled(column):
        return Move(come, unless_there=unless_there)
    if column.kwargs.get("nullable") is False:
        return Move(come, unless_there=unless_there, closed=come)
    opened = come if column.kwargs.get("nullable", True) is True else None
    return Move(come, unless_there=unless_there, opened=opened)


def _is_filled(column: ColumnValue) -> bool:
    """Whether each row gets a value, or what is said of that is not to be read."""
    said = column.kwargs
    default = said.get("server_default") is not None
    makes = any(isinstance(arg, Made) and arg.name in _FILLING for arg in column.args)
    return default or makes or said.get("primary_key") is True or "**" in said


def _drop_column(call: Call, batch: str) -> Iterator[Move]:
    table, after = _table(call, batch, 0)
    yield Move(gone=Thing(Kind.COLUMN, table, _named(call, after, "column_name")))


def _alter_column(call: Call, batch: str) -> Iterator[Move]:
    table, after = _table(call, batch, 0)
    if new := call.kwargs.get("new_column_name"):
        old = Thing(Kind.COLUMN, table, _named(call, after, "column_name"))
        yield Move(Thing(Kind.COLUMN, table, as_table(new)), old)
    named = Thing(Kind.COLUMN, table, as_table(new) if new else _named(call, after, "column_name"))
    said, was = call.kwargs.get("nullable"), call.kwargs.get("existing_nullable")
    if said is True:
        yield Move(opened=named)
    elif said is False and was is not False:
        yield Move(closed=named)


def _create_index(call: Call, batch: str) -> Iterator[Move]:
    table, _ = _table(call, batch, 1)
    unless = bool(call.kwargs.get("if_not_exists"))
    yield Move(Thing(Kind.INDEX, table, _named(call, 0, "index_name")), unless_there=unless)


def _drop_index(call: Call, batch: str) -> Iterator[Move]:
    yield Move(gone=Thing(Kind.INDEX, batch, _named(call, 0, "index_name")))


def _drop(call: Call, _batch: str) -> Iterator[Move]:
    yield Move(gone=Thing(Kind.TABLE, as_table(call.receiver)))


def _drop_all(_call: Call, _batch: str) -> Iterator[Move]:
    yield ANYTHING


_READ: dict[str, Callable[[Call, str], Iterator[Move]]] = {
    "create_table": _create_table,
    "drop_table": _drop_table,
    "drop": _drop,
    "drop_all": _drop_all,
    "rename_table": _rename_table,
    "add_column": _add_column,
    "drop_column": _drop_column,
    "alter_column": _alter_column,
    "create_index": _create_index,
    "drop_index": _drop_index,
}
