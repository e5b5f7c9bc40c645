"""One session of a run on a server of MariaDB or MySQL: what makes and drops databases there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from threading import RLock
from typing import Any

from handrail.errors import NoDatabaseError, ServerLostError, TargetError

try:
    import pymysql
except ImportError:
    raise TargetError(
        "PyMySQL, which reaches MariaDB and MySQL, is not installed",
        where="--database",
        then="pip install 'handrail[mariadb]'",
    ) from None

ANSWERS_WITHIN = 10
"""Seconds that a server gets to answer a new connection."""
_LONG = 31_536_000
"""Seconds that a session may be idle: the longest that a server allows."""
AS_IT_LIES = "NO_AUTO_VALUE_ON_ZERO"
"""The SQL mode in which rows are taken over, whatever would be asked of new ones."""
_SETTINGS = {
    "wait_timeout": _LONG,
    "sql_mode": AS_IT_LIES,
    "foreign_key_checks": 0,
    "unique_checks": 0,
    # MariaDB's alone.
    "check_constraint_checks": 0,
    "system_versioning_insert_history": 1,
}
_SPELLING = """
    SELECT default_character_set_name, default_collation_name FROM information_schema.schemata
    WHERE schema_name = %s"""
Rows = Sequence[Sequence[Any]]


def quoted(name: str) -> str:
    """A name as a statement has it."""
    return f"`{name.replace('`', '``')}`"


class Session:
    """Open from the beginning until ``close()``.

    Raises NoDatabaseError, in one line and without the password, where nobody answers, and where
    what is asked for is refused. ``shown`` is what is said of the place.
    """

    def __init__(self, shown: str, parameters: Mapping[str, Any]) -> None:
        self.shown = shown
        self._password = str(parameters.get("password", ""))
        self.lock = RLock()
        """Held by a thread that has several things to ask one after the other."""
        options = {"connect_timeout": ANSWERS_WITHIN, "charset": "utf8mb4", **parameters}
        try:
            # What listens there may be no such server, and wait to be greeted itself. Later on
            # an answer may take as long as it takes.
            patience = float(options["connect_timeout"])
            pymysql.connect(**{**options, "read_timeout": patience}).close()
            self._connection = pymysql.connect(**options, autocommit=True)
        except (pymysql.Error, OSError, RuntimeError) as error:
            # RuntimeError says what PyMySQL lacks for some ways of logging in.
            raise self._error(error) from None
        known = self.ask(
            f"SHOW VARIABLES WHERE variable_name IN ({', '.join(['%s'] * len(_SETTINGS))})",
            *_SETTINGS,
        )
        for name, _ in known:
            self.ask(f"SET SESSION {name} = %s", _SETTINGS[str(name)])
        # Nobody has to wait for a reader.
        self.ask("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED")

    @property
    def closed(self) -> bool:
        """Whether it was closed, or the server is known to be gone."""
        return not self._connection.open

    def ask(self, statement: str, *values: object) -> Rows:
        """The rows that the server gives, if any; ``values`` stand in for ``%s``."""
        try:
            with self.lock, self._connection.cursor() as cursor:
                cursor.execute(statement, values or None)
                rows: Rows = cursor.fetchall()
                return rows
        except pymysql.Error as error:
            raise self._error(error, lost=self.closed) from None

    def loss(self) -> NoDatabaseError | None:
        """What to raise where the server is gone, which is found out."""
        try:
            self.ask("DO 0")
        except NoDatabaseError as error:
            return error
        return None

    def create(self, database: str, like: str | None) -> None:
        """A new, empty database; it spells and sorts as the database ``like`` does."""
        spelling = " CHARACTER SET %s COLLATE %s"
        values: Sequence[object] = ()
        if like:
            (values,) = self.ask(_SPELLING, like)
        self.ask(f"CREATE DATABASE {quoted(database)}{spelling if like else ''}", *values)

    def end_sessions(self, database: str) -> None:
        """Nobody is connected to the database; what they had not committed is taken back."""
        found = (
            "SELECT id FROM information_schema.processlist WHERE db = %s AND id <> connection_id()"
        )
        for (number,) in self.ask(found, database):
            with suppress(NoDatabaseError):  # it has just left by itself
                self.ask(f"KILL {number}")

    def drop(self, database: str) -> None:
        """It is gone, with whoever was connected to it."""
        self.end_sessions(database)
        self.ask(f"DROP DATABASE IF EXISTS {quoted(database)}")

    def close(self) -> None:
        """The server has one session less; twice is no error."""
        if self._connection.open:
            self._connection.close()

    def _error(self, error: Exception, *, lost: bool = False) -> NoDatabaseError:
        code, *words = error.args if isinstance(error, pymysql.Error) else ("", str(error))
        said = " ".join(map(str, words)) or ("it is gone" if lost else str(code))
        hidden = said.replace(self._password, "***") if self._password else said
        return (ServerLostError if lost else NoDatabaseError)(hidden, where=self.shown)
