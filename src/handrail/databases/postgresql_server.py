"""PostgreSQL databases on a server that the user has.

The database that a URL names is connected to by one session of a run, which makes, marks and drops
scratch databases and sees to nothing else. The password is nowhere but in that session and in a
pgpass file in the run's private folder: URLs of scratch databases name the file.
"""

from __future__ import annotations

import atexit
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any, LiteralString

import psycopg
from psycopg import sql
from sqlalchemy import URL

from handrail.databases.account import Account
from handrail.databases.addresses import Address, address
from handrail.databases.lost import had_again
from handrail.databases.marks import Found, Mark, State, session_name, state_of
from handrail.databases.postgresql import PostgreSQLProvider
from handrail.databases.scratch import ScratchFolder
from handrail.errors import NoDatabaseError, ServerLostError

OLDEST = 15
"""The oldest PostgreSQL that Handrail was seen to work with."""
_PATIENCE = 30.0
_ANSWERS_WITHIN = 10
"""Seconds that a server gets to answer, where the URL gives it no other time."""
_UNLESS_SAID = {
    "connect_timeout": str(_ANSWERS_WITHIN),
    # Whatever the server keeps its texts in: of what is not Unicode psycopg gives bytes.
    "client_encoding": "UTF8",
}
_NOT_SAID = {"dbname", "user", "host", "port", "hostaddr", "service", "passfile", "sslcertmode"}
"""What a resolved URL says in another place, or leaves to libpq."""
_KEPT = {"hostaddr", "sslcertmode"}
"""What of that it says where the user has."""

_RIGHTS = "SELECT rolcreatedb OR rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user"
_MARKED: LiteralString = """
    SELECT d.datname, shobj_description(d.oid, 'pg_database'), datconnlimit = {}, EXISTS (
      SELECT FROM pg_stat_activity a
      WHERE a.application_name = substring(d.datname from '^handrail_[a-z0-9_]{{8}}(?=_)')
        OR a.datname = d.datname AND coalesce(a.backend_type, 'client backend') = 'client backend')
    FROM pg_catalog.pg_database d
    WHERE d.datname LIKE 'handrail\\_%' AND pg_get_userbyid(d.datdba) = current_user
    ORDER BY length(d.datname), d.datname"""
"""Every database of this user with the prefix: name, comment, whether it began as Handrail's do,
and whether it is in use."""
_BEGUN_WITH = 1_818_324_017
"""How many connections a database may have: more than any server, and no number that a person
would give. It is there from the very beginning, the comment only after that."""
_SESSIONS: LiteralString = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = {} AND coalesce(backend_type, 'client backend') = 'client backend'
    AND usesysid IS NOT NULL"""
"""What vacuums by itself, and nobody may end, has no user; its kind is told to few users alone."""


class Session:
    """One session in the database that the URL names.

    Raises NoDatabaseError, in one line and without the password, where nobody answers, and where
    what is asked for is refused.
    """

    def __init__(self, address: Address) -> None:
        self.shown = address.shown
        self._password = address.password
        options: dict[str, Any] = {**_UNLESS_SAID, **address.parameters}
        if "host" in options and "hostaddr" not in options:
            options["hostaddr"] = ""  # lest PGHOSTADDR leads elsewhere
        try:
            self.connection = psycopg.connect(**options, autocommit=True, prepare_threshold=None)
        except psycopg.Error as error:
            raise self._error(error) from None

    def ask(self, query: sql.Composed | sql.SQL) -> Sequence[Sequence[Any]]:
        """The rows that the server gives, if any."""
        try:
            cursor = self.connection.execute(query)
            return cursor.fetchall() if cursor.description else ()
        except psycopg.Error as error:
            raise self._error(error, lost=self.connection.closed) from None

    def found(self) -> list[Found]:
        """Every database of this user whose name begins with Handrail's prefix."""
        rows = self.ask(sql.SQL(_MARKED).format(sql.Literal(_BEGUN_WITH)))
        return [
            Found(name, state_of(name, text, begun=begun, used=used))
            for name, text, begun, used in rows
        ]

    def drop(self, database: str, *, force: bool = False) -> None:
        """It is gone; unless forced, NoDatabaseError where somebody is connected."""
        text = "DROP DATABASE IF EXISTS {} WITH (FORCE)" if force else "DROP DATABASE IF EXISTS {}"
        self.ask(sql.SQL(text).format(sql.Identifier(database)))

    def _error(self, error: psycopg.Error, *, lost: bool = False) -> NoDatabaseError:
        words = str(error)
        hidden = words.replace(self._password, "***") if self._password else words
        return (ServerLostError if lost else NoDatabaseError)(hidden, where=self.shown)


@contextmanager
def session(url: str) -> Iterator[Session]:
    """A session on the server that ``--database`` names, closed on leaving.

    Raises TargetError for what is no URL of PostgreSQL's, NoDatabaseError where nobody answers.
    """
    begun = Session(address(url))
    with begun.connection:
        yield begun


class GivenServer:
    """Left as it was found by ``close()``, unless databases are to be kept.

    Nothing is made there by the constructor, which removes what dead runs of this user on this
    machine have left. Raises NoDatabaseError where nobody answers, where the server is too old and
    where the user may not create databases.
    """

    def __init__(self, address: Address, *, keep: bool = False) -> None:
        with ExitStack() as undo:
            self._session = Session(address)
            undo.callback(self._session.connection.close)
            _admit(self._session)
            self._folder = ScratchFolder(Account())
            undo.callback(self._folder.remove)
            self._folder.keep()
            self.run = self._folder.run
            self._begin()
            undo.pop_all()
        self._keep = keep
        self._mark = Mark.own(self.run, self._folder.path, kept=keep)
        self._url = _resolved(self._session.connection, address, self._folder.path)
        self._process = os.getpid()
        self.made: dict[str, None] = {}
        """What it has made and not dropped."""
        atexit.register(self.close)

    def url(self, database: str) -> URL:
        """What another process of this account needs to reach the database; no password."""
        return self._url.set(database=database)

    def create(self, database: str, template: str) -> None:
        """A new database, copied from another one, whose sessions are ended first."""
        self._end_sessions(template)
        name = sql.Identifier(database)
        create = sql.SQL("CREATE DATABASE {} TEMPLATE {} CONNECTION LIMIT {}")
        begun = sql.Literal(_BEGUN_WITH)
        self._session.ask(create.format(name, sql.Identifier(template), begun))
        self.made[database] = None
        comment = sql.SQL("COMMENT ON DATABASE {} IS {}")
        self._session.ask(comment.format(name, sql.Literal(self._mark.text)))

    def drop(self, database: str) -> None:
        """The database is gone, with its sessions, unless it is to be kept."""
        if not self._keep and database in self.made and not self._session.connection.closed:
            self._end_sessions(database)
            self._session.drop(database, force=True)
            del self.made[database]

    @property
    def is_lost(self) -> bool:
        """Whether it was found to be gone."""
        return self._session.connection.closed

    def loss(self) -> NoDatabaseError | None:
        """What to raise where it is gone."""
        try:
            self._session.ask(sql.SQL("SELECT"))
        except NoDatabaseError as error:
            return error
        return None

    def close(self) -> None:
        """What it made is gone, unless it is to be kept; closing twice is no error."""
        if os.getpid() == self._process:
            atexit.unregister(self.close)
            with suppress(NoDatabaseError):  # the server is gone; the next run looks again
                for database in list(self.made):
                    self.drop(database)
            self._session.connection.close()
            self._folder.remove()

    def _begin(self) -> None:
        """The session is known as that of the run, and what dead ones left is gone."""
        name = sql.Literal(session_name(self.run))
        self._session.ask(sql.SQL("SET application_name = {}").format(name))
        self._session.ask(sql.SQL("SET idle_session_timeout = 0"))
        for each in self._session.found():
            if each.state is State.DEAD:
                with suppress(NoDatabaseError):  # somebody has just connected to it
                    self._session.drop(each.name)

    def _end_sessions(self, database: str) -> None:
        """Nobody is connected to the database; sessions that are about to leave are waited for."""
        query = sql.SQL(_SESSIONS).format(sql.Literal(database))
        until = time.monotonic() + _PATIENCE
        while self._session.ask(query) and time.monotonic() < until:
            time.sleep(0.001)


class PostgreSQLServerProvider(PostgreSQLProvider):
    """Gives databases of the server that a URL of libpq's names, and drops them on closing.

    With ``keep`` they are left there. Raises TargetError where the URL cannot be read.
    """

    def __init__(self, url: str, *, keep: bool = False) -> None:
        place = address(url)
        self._keep = keep
        self._given: list[GivenServer] = []
        super().__init__(place.shown, lambda: self._had(place))

    @property
    def kept(self) -> tuple[str, ...]:
        """The databases that are left on the server when this is closed."""
        return tuple(name for each in self._given if self._keep for name in each.made)

    def _had(self, place: Address) -> GivenServer:
        """The server; one that was there before is given time to come back."""
        patience = float(place.parameters.get("connect_timeout", _ANSWERS_WITHIN))
        have = partial(GivenServer, place, keep=self._keep)
        self._given.append(had_again(have, patience) if self._given else have())
        return self._given[-1]


def _admit(session: Session) -> None:
    """Raise NoDatabaseError where no database can be made there, in words."""
    version = session.connection.info.server_version // 10000
    if version < OLDEST:
        what = f"the server is PostgreSQL {version}, Handrail needs {OLDEST} or newer"
        raise NoDatabaseError(what, where=session.shown)
    if session.ask(sql.SQL(_RIGHTS)) != [(True,)]:
        what = f"the user {session.connection.info.user} may not create databases"
        raise NoDatabaseError(what, where=session.shown, then="ALTER ROLE ... CREATEDB lets it")


def _resolved(connection: psycopg.Connection[Any], given: Address, folder: Path) -> URL:
    """Where the session really is, whatever services, files and variables led it there."""
    info = connection.info
    said = {key: value for key, value in info.get_parameters().items() if key not in _NOT_SAID}
    query = {**said, **{key: given.parameters[key] for key in _KEPT & given.parameters.keys()}}
    if info.password:
        query["passfile"] = str(_passfile(info.password, folder))
    url = URL.create("postgresql+psycopg", info.user, query=query)
    if info.host.startswith("/"):
        return url.update_query_dict({"host": info.host, "port": str(info.port)})
    return url.set(host=info.host, port=info.port)


def _passfile(password: str, folder: Path) -> Path:
    """What libpq takes a password from."""
    file = folder / "pgpass"
    file.touch(mode=0o600)
    escaped = password.replace("\\", "\\\\").replace(":", "\\:")
    file.write_text(f"*:*:*:*:{escaped}\n", encoding="utf-8")
    return file
