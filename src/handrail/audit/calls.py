"""What a call to Alembic, SQLAlchemy or a DB-API cursor means, told by its name and arguments."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from handrail.audit.call import Call
from handrail.audit.moves import ANYTHING
from handrail.audit.operations import is_concurrent, moves_of
from handrail.audit.recognising import statements
from handrail.audit.sql import Statement, Verb
from handrail.audit.values import (
    Batch,
    ColumnValue,
    Rows,
    Sql,
    TableValue,
    Unknown,
    as_table,
    as_text,
)


@dataclass(frozen=True, slots=True)
class Effect:
    """What a call hands back, and what it does to the database."""

    value: object = None
    statements: tuple[Statement, ...] = ()


def effect(call: Call) -> Effect | None:
    """What the call means, or None where nothing is known of it."""
    match call.receiver:
        case Batch() as batch if call.name != "execute":
            return _batch_operation(call, batch)
        case Rows() as rows:
            return _of_rows(call, rows)
        case Sql() as sql:
            return _of_statement(call, sql)
        case TableValue() if call.name in _OF_TABLE:
            return _OF_TABLE[call.name](call)
    known = _KNOWN.get(call.name, _operation if call.receiver == Unknown("op") else None)
    return known(call) if known else None


def _operation(call: Call) -> Effect:
    """Any other operation of Alembic, plug-ins included, alters something."""
    if call.name in _ASKING:
        return Effect()
    moves = moves_of(call)
    altered = Statement(Verb.ALTER, text=call.text, moves=moves, outside=is_concurrent(call))
    return Effect(None, (altered,))


def _done(
    call: Call, verb: Verb, table: str, other: str = "", *, conditional: bool = False
) -> Effect:
    statement = Statement(verb, table, other, call.text, conditional, moves_of(call))
    return Effect(TableValue(table), (statement,))


def executed(call: Call) -> object:
    """What a call that executes something is given; None for any other call."""
    if _KNOWN.get(call.name) is not _execute:
        return None
    return call.argument(0, "statement", "sqltext", "sql", "query")


def _execute(call: Call) -> Effect:
    given = executed(call)
    if isinstance(given, Sql):
        done = given.statements
    elif isinstance(given, str):
        done = statements(given)
    else:
        done = (Statement(Verb.OTHER, text=call.text, moves=(ANYTHING,)),)
    queries = [one for one in done if one.verb is Verb.SELECT]
    answers = queries and call.name != "scalar"
    return Effect(Rows(queries[0].text) if answers else Unknown(call.text), done)


def _query(call: Call) -> Effect:
    return Effect(Rows(call.text, as_table(call.argument(0))))


_ASKING = {"get_bind", "get_context"}
_MIXING = {"join", "outerjoin", "group_by", "distinct"}
_ONE = {"first", "one", "one_or_none", "scalar", "scalar_one", "scalar_one_or_none", "fetchone"}
_ONE |= {"get", "count", "close", "rowcount"}


def _of_rows(call: Call, rows: Rows) -> Effect:
    if call.name in {"update", "delete"}:
        return _done(call, Verb(call.name.upper()), rows.table)
    return Effect(Unknown(call.text) if call.name in _ONE else rows)


def _of_statement(call: Call, sql: Sql) -> Effect:
    """A built statement stays one whatever is added to it; what it copies from is kept."""
    first = sql.statements[0]
    if call.name == "select_from":
        return Effect(Sql((replace(first, table=call.table(0)),)))
    if call.name in _MIXING:
        return Effect(Sql((replace(first, table=""),)))
    source = call.argument(1, "select")
    if call.name == "from_select" and isinstance(source, Sql):
        copy = Statement(Verb.COPY, first.table, source.statements[0].table, call.text)
        return Effect(Sql((*sql.statements, copy)))
    return Effect(sql)


def _build(verb: Verb) -> Callable[[Call], Effect]:
    def build(call: Call) -> Effect:
        subject = call.receiver if isinstance(call.receiver, TableValue) else call.argument(0)
        if subject is None:
            subject = call.receiver
        return Effect(Sql((Statement(verb, as_table(subject), text=call.text),)))

    return build


def _create_table(call: Call) -> Effect:
    return _done(call, Verb.CREATE, call.table(0, "table_name"))


def _drop_table(call: Call) -> Effect:
    guarded = call.kwargs.get("if_exists") is True
    return _done(call, Verb.DROP, call.table(0, "table_name"), conditional=guarded)


def _rename_table(call: Call) -> Effect:
    old, new = call.table(0, "old_table_name"), call.table(1, "new_table_name")
    return _done(call, Verb.RENAME, old, new)


def _bulk(verb: Verb) -> Callable[[Call], Effect]:
    return lambda call: _done(call, verb, call.table(0, "table", "mapper"))


def _table(call: Call) -> Effect:
    return Effect(TableValue(call.table(0, "name")))


def _every_table(verb: Verb) -> Callable[[Call], Effect]:
    def every(call: Call) -> Effect:
        given = call.kwargs.get("tables")
        if isinstance(given, tuple):
            whole = Statement(verb, text=call.text, moves=moves_of(call))
            return Effect(None, tuple(replace(whole, table=as_table(each)) for each in given))
        owner = as_text(call.receiver)
        return _done(call, verb, f"every table of {owner}")

    return every


def _batch(call: Call) -> Effect:
    table = call.table(0, "table_name")
    if call.kwargs.get("recreate") == "always":
        return Effect(None, (Statement(Verb.REBUILD, table, text=call.text),))
    return Effect(Batch(table) if call.kwargs.get("recreate") != "never" else None)


_COPYING = re.compile(
    r"\b(ForeignKey|CheckConstraint)\(|\bunique=True|\bpersisted=True|\bserver_default=[\w.]+\("
)
_IN_PLACE = {"create_index", "drop_index", "f", "get_bind"}


def _batch_operation(call: Call, batch: Batch) -> Effect:
    """What ``recreate="auto"`` does on SQLite: everything is a rebuild but a plain new column.

    Source: ``SQLiteImpl.requires_recreate_in_batch`` of Alembic 1.16 to 1.20.
    """
    in_place = call.name in _IN_PLACE or (call.name == "add_column" and not _copying_column(call))
    alter = Statement(
        Verb.ALTER,
        batch.table,
        text=call.text,
        moves=moves_of(call, batch.table),
        outside=is_concurrent(call),
    )
    if in_place:
        return Effect(None, (alter,))
    rebuild = Statement(Verb.REBUILD, batch.table, text=call.text, conditional=True)
    return Effect(None, (alter, rebuild))


def _copying_column(call: Call) -> bool:
    """Whether adding this column makes batch mode copy the table: it brings a constraint, or a
    default that is an expression."""
    texts = (arg.text for arg in call.args if isinstance(arg, ColumnValue | Unknown))
    return any(_COPYING.search(text) for text in texts)


def _column(call: Call) -> Effect:
    name = as_text(call.argument(0, "name"))
    return Effect(ColumnValue(name, call.text, call.args, call.kwargs))


def _options(call: Call) -> Effect:
    """A connection that commits by itself leaves the transaction that it stood in."""
    if call.kwargs.get("isolation_level") != "AUTOCOMMIT":
        return Effect(call.receiver)
    return Effect(call.receiver, (Statement(Verb.COMMIT, text=call.text),))


_OF_TABLE: dict[str, Callable[[Call], Effect]] = {
    "create": lambda call: _done(call, Verb.CREATE, as_table(call.receiver)),
    "drop": lambda call: _done(call, Verb.DROP, as_table(call.receiver)),
    "insert": _build(Verb.INSERT),
    "update": _build(Verb.UPDATE),
    "delete": _build(Verb.DELETE),
    "select": _build(Verb.SELECT),
}
_KNOWN: dict[str, Callable[[Call], Effect]] = {
    "execute": _execute,
    "exec_driver_sql": _execute,
    "executemany": _execute,
    "executescript": _execute,
    "scalar": _execute,
    "scalars": _execute,
    "query": _query,
    "insert": _build(Verb.INSERT),
    "update": _build(Verb.UPDATE),
    "delete": _build(Verb.DELETE),
    "select": _build(Verb.SELECT),
    "create_table": _create_table,
    "drop_table": _drop_table,
    "rename_table": _rename_table,
    "bulk_insert": _bulk(Verb.INSERT),
    "bulk_insert_mappings": _bulk(Verb.INSERT),
    "bulk_update_mappings": _bulk(Verb.UPDATE),
    "batch_alter_table": _batch,
    "Column": _column,
    "execution_options": _options,
    "create_all": _every_table(Verb.CREATE),
    "drop_all": _every_table(Verb.DROP),
    "Table": _table,
    "table": _table,
}
