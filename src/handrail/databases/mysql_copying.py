"""Copies of a database of MariaDB or MySQL: its definitions as the server writes them, its rows.

Source: MariaDB's pages on SHOW CREATE, system_versioning_insert_history and generated columns.
"""
# ruff: noqa: S608 - names are quoted.

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from handrail.databases.mysql_session import AS_IT_LIES, quoted
from handrail.databases.mysql_views import make_views

if TYPE_CHECKING:
    from handrail.databases.mysql_session import Session

_TEXT_AT = {
    "EVENT": 3,
    "FUNCTION": 2,
    "PACKAGE": 2,
    "PACKAGE BODY": 2,
    "PROCEDURE": 2,
    "SEQUENCE": 1,
    "TABLE": 1,
    "TRIGGER": 2,
    "VIEW": 1,
}
"""In which column SHOW CREATE has the statement."""
_SOURCES = "SELECT table_name, table_type FROM information_schema.tables WHERE table_schema = %s"
_COLUMNS = """
    SELECT table_name, column_name FROM information_schema.columns
    WHERE table_schema = %s AND extra NOT LIKE '%%GENERATED' AND extra NOT LIKE '%%INVISIBLE_SYSTEM'
    ORDER BY table_name, ordinal_position"""
_ROUTINES = """
    SELECT routine_type, routine_name, sql_mode FROM information_schema.routines
    WHERE routine_schema = %s ORDER BY routine_type, routine_name"""
_TRIGGERS = """
    SELECT trigger_name, sql_mode FROM information_schema.triggers
    WHERE trigger_schema = %s
    ORDER BY event_object_table, action_timing, event_manipulation, action_order"""
_EVENTS = "SELECT event_name, sql_mode FROM information_schema.events WHERE event_schema = %s"


def copy_contents(session: Session, source: str, target: str) -> None:
    """The empty database ``target`` holds what ``source`` holds: objects, rows, next numbers.

    Who is connected to either is not disturbed. Raises NoDatabaseError where the server refuses.
    """
    with session.lock:
        _copy(session, source, target)
        session.ask("USE information_schema")  # who drops the copy ends the sessions that are in it


def _copy(session: Session, source: str, target: str) -> None:
    kinds = {str(name): str(kind) for name, kind in session.ask(_SOURCES, source)}
    named = {kind: [name for name, its in kinds.items() if its == kind] for kind in kinds.values()}
    tables = [*named.get("BASE TABLE", ()), *named.get("SYSTEM VERSIONED", ())]
    copying = _Copying(session, source, target)
    session.ask(f"USE {quoted(target)}")
    for name in named.get("SEQUENCE", ()):
        copying.sequence(name)
    for name in tables:
        copying.define("TABLE", name)
    for kind, name, mode in session.ask(_ROUTINES, source):
        copying.define(str(kind), str(name), str(mode))
    # As long as no row is there, nothing has to be written anew for what a view is lent.
    make_views(session, {name: copying.text("VIEW", name) for name in named.get("VIEW", ())})
    copying.rows(tables)
    for name, mode in session.ask(_TRIGGERS, source):
        copying.define("TRIGGER", str(name), str(mode))
    for name, mode in session.ask(_EVENTS, source):
        copying.define("EVENT", str(name), str(mode))


class _Copying:
    """From one database into another that is the session's current one."""

    def __init__(self, session: Session, source: str, target: str) -> None:
        self._session = session
        self._source = source
        self._target = target

    def define(self, kind: str, name: str, mode: str = AS_IT_LIES) -> None:
        """The same object."""
        text = self.text(kind, name)
        self._session.ask("SET SESSION sql_mode = %s", mode)
        self._session.ask(text)

    def text(self, kind: str, name: str) -> str:
        """The statement that makes it; what names the old database names the new one."""
        asked = f"SHOW CREATE {kind} {quoted(self._source)}.{quoted(name)}"
        (row,) = self._session.ask(asked)
        text = str(row[_TEXT_AT[kind]])
        return text.replace(f"{quoted(self._source)}.", f"{quoted(self._target)}.")

    def sequence(self, name: str) -> None:
        """The same sequence, at the same place."""
        self.define("SEQUENCE", name)
        asked = f"SELECT next_not_cached_value FROM {quoted(self._source)}.{quoted(name)}"
        ((number,),) = self._session.ask(asked)
        self._session.ask(f"DO SETVAL({quoted(name)}, {number}, 0)")

    def rows(self, tables: Sequence[str]) -> None:
        """All rows, with what the server itself computes left to it."""
        self._session.ask("SET SESSION sql_mode = %s", AS_IT_LIES)
        columns: dict[str, list[str]] = {}
        for table, column in self._session.ask(_COLUMNS, self._source):
            columns.setdefault(str(table), []).append(quoted(str(column)))
        for table in tables:
            named = ", ".join(columns.get(table, ()))
            there = f"{quoted(self._source)}.{quoted(table)}"
            if named:
                self._session.ask(
                    f"INSERT INTO {quoted(table)} ({named}) SELECT {named} FROM {there}"
                )
