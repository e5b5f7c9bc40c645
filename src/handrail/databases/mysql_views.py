"""Views of MariaDB and MySQL, made anew also where what they read is no longer there.

A server lets tables and columns go that a view reads, and keeps the view. It makes none like that.
So what is lacking is lent for as long as it takes to make the view.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from handrail.databases.mysql_session import quoted
from handrail.errors import NoDatabaseError

if TYPE_CHECKING:
    from handrail.databases.mysql_session import Session

_NO_TABLE = re.compile(r"Table '[^']*?\.(?P<table>[^']+)' doesn't exist")
_NO_COLUMN = re.compile(r"Unknown column '(?:[^'.]*\.)?(?P<table>[^'.]+)\.(?P<column>[^'.]+)'")


def make_views(session: Session, texts: dict[str, str]) -> None:
    """Make views of these names by these statements, in the session's current database.

    Each comes after those that it reads, which only the server knows. Raises NoDatabaseError, in
    the server's words, where one cannot be made though everything was lent that it asked for.
    """
    waiting = _made(session, texts, list(texts))
    loans = _Loans(session, texts)
    try:
        while waiting:
            loans.lend(waiting)
            waiting = _made(session, texts, waiting)
    finally:
        loans.take_back()


def _made(session: Session, texts: dict[str, str], names: Sequence[str]) -> list[str]:
    """Make all that can be made; those that cannot."""
    waiting = list(names)
    while True:
        refused = [name for name in waiting if _refusal(session, texts[name])]
        if len(refused) in (0, len(waiting)):
            return refused
        waiting = refused


def _refusal(session: Session, text: str) -> NoDatabaseError | None:
    try:
        session.ask(text)
    except NoDatabaseError as error:
        return error
    return None


class _Loans:
    """Tables and columns that are there for a while."""

    def __init__(self, session: Session, texts: dict[str, str]) -> None:
        self._session = session
        self._texts = texts
        self._back: dict[str, None] = {}

    def lend(self, waiting: Sequence[str]) -> None:
        """What one of the views lacks is there. Raises where that is nothing that can be lent."""
        errors = [(name, _refusal(self._session, self._texts[name])) for name in waiting]
        for name, error in errors:
            words = error.what if error else ""
            no_table, no_column = _NO_TABLE.search(words), _NO_COLUMN.search(words)
            if no_table and no_table["table"] not in waiting:
                return self._lend_table(no_table["table"])
            if no_column:
                table = self._behind(no_column["table"], self._texts[name])
                return self._lend_column(table, no_column["column"])
        raise next(error for _, error in errors if error)

    def take_back(self) -> None:
        """Nothing of it is left, the last lent first."""
        for statement in reversed(self._back):
            self._session.ask(statement)

    def _lend_table(self, name: str) -> None:
        self._lend(f"CREATE TABLE {quoted(name)} (handrail int)", f"DROP TABLE {quoted(name)}")

    def _lend_column(self, table: str, column: str) -> None:
        alter = f"ALTER TABLE {quoted(table)}"
        added, gone = f"ADD COLUMN {quoted(column)} int", f"DROP COLUMN {quoted(column)}"
        self._lend(f"{alter} {added}", f"{alter} {gone}")

    def _lend(self, statement: str, back: str) -> None:
        self._session.ask(statement)
        self._back[back] = None

    def _behind(self, name: str, text: str) -> str:
        """The table that the view calls by that name."""
        found = re.search(rf"\.(`(?:[^`]|``)+`) {re.escape(quoted(name))}", text)
        return found[1].strip("`").replace("``", "`") if found else name
