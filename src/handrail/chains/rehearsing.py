"""Steps run in a session of PostgreSQL whose work is all taken back, commits included.

A database that is copied for each passage costs more than all that is done in it. So rows are put
in, steps run and looked at in one transaction: what a step takes for its own connection is this
session, each commit of it ends a savepoint and begins the next, and in the end everything is rolled
back. A step that asks for what cannot be taken back (a second connection, a COMMIT of its own in
words, an autocommit block) has to be run on a copy, as it would be anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, NoReturn

import psycopg
from psycopg.abc import Query
from sqlalchemy import URL, Connection, Engine, NullPool, create_engine

from handrail.chains.keeping_out import by_handrail
from handrail.databases.connecting import CONNECTING
from handrail.model import Outcome, Step

KEPT = 2
"""Sessions that wait for the next rehearsal: one below a revision, one above it."""
_ENDS_TRANSACTIONS = re.compile(
    r"\b(COMMIT|ABORT|DISCARD|VACUUM)\b|\bROLLBACK\b(?!\s+TO\b)|\bPREPARE\s+TRANSACTION\b"
    r"|\bSTART\s+TRANSACTION\b|(^|;)\s*(BEGIN|END)\b",
    re.IGNORECASE,
)
"""What ends or begins a transaction, or what looks like it."""


class CannotRehearseError(BaseException):
    """Something was asked for that cannot be taken back; no ``except Exception`` may hold it up."""


class _Cursor(psycopg.Cursor[Any]):
    """Lets no statement through that would end the transaction."""

    def execute(self, query: Query, *arguments: Any, **options: Any) -> Any:
        session = self.connection
        assert isinstance(session, Session)
        session.check(query)
        return super().execute(query, *arguments, **options)

    def executemany(self, query: Query, *arguments: Any, **options: Any) -> Any:
        session = self.connection
        assert isinstance(session, Session)
        session.check(query)
        return super().executemany(query, *arguments, **options)


class Session(psycopg.Connection[Any]):
    """One session, handed out again and again as if it were a new connection each time."""

    is_open = False
    spoiled = False
    """Whether something was asked for that it cannot do: what it has done is not to be believed."""

    @classmethod
    def begun(cls, *where: Any, **how: Any) -> Session:
        """A new session, in the transaction that will be rolled back."""
        session = cls.connect(*where, **how, cursor_factory=_Cursor)
        assert isinstance(session, cls)
        session.begin()
        return session

    def begin(self) -> None:
        """Begin anew. Raises psycopg.OperationalError where the server has ended the session."""
        self.spoiled = self.is_open = False
        self._send("SAVEPOINT handrail_rehearsal")

    def take_back(self) -> None:
        """Nothing that was done since it began is left."""
        super().rollback()

    def opened(self) -> Session:
        """Itself, as the one connection that may be open at a time."""
        if self.is_open:
            self.refuse("a second connection")
        self.is_open = True
        return self

    def commit(self) -> None:
        """What was deferred is checked, and no rollback but the last one reaches beyond this."""
        self._send("SET CONSTRAINTS ALL IMMEDIATE")
        self._send("RELEASE SAVEPOINT handrail_rehearsal; SAVEPOINT handrail_rehearsal")

    def rollback(self) -> None:
        """What was done since the last commit is gone."""
        self._send("ROLLBACK TO SAVEPOINT handrail_rehearsal")

    def close(self) -> None:
        """What was not committed is gone, and every setting; the session stays."""
        if self.is_open:
            self.is_open = False
            self.rollback()
            self._send("RESET SESSION AUTHORIZATION; RESET ALL")

    def end(self) -> None:
        """The session is gone."""
        super().close()

    def set_autocommit(self, value: bool) -> None:
        """Raises CannotRehearseError where each statement is to be committed."""
        if value:
            self.refuse("autocommit")

    def check(self, query: Query) -> None:
        """Raises CannotRehearseError for a statement that would end the transaction."""
        if not isinstance(query, str) or _ENDS_TRANSACTIONS.search(query):
            self.refuse("a statement about transactions")

    def refuse(self, what: str) -> NoReturn:
        """Raises CannotRehearseError; whoever catches that, nothing here is believed."""
        self.spoiled = True
        raise CannotRehearseError(what)

    def _send(self, statement: str) -> None:
        psycopg.Cursor(self).execute(statement)


class Rehearsal:
    """What a piece of work is given: one connection for rows and looks, and steps run in between.

    The connection sees what the steps have committed; they see what it has.
    """

    def __init__(
        self, session: Session, connection: Connection, run: Callable[[Step], Any]
    ) -> None:
        self._session = session
        self.connection = connection
        self._run = run

    def step(self, step: Step) -> Outcome:
        """How a step ends. Raises CannotRehearseError where that would not be to be believed."""
        outcome = self._run(step)
        if self._session.spoiled or not isinstance(outcome, Outcome):
            raise CannotRehearseError
        return outcome


class Stage:
    """Keeps the sessions of a process, and has pieces of work rehearsed in them."""

    def __init__(self) -> None:
        self._sessions: dict[URL, Session] = {}
        self.session: Session | None = None
        """That of the rehearsal that is going on."""
        self._engine: Engine | None = None

    def rehearse(
        self, url: URL, run: Callable[[Step], Any], work: Callable[[Rehearsal], Any]
    ) -> Any:
        """What the work gives back, None where it cannot be done so; the database is as before."""
        session = self._session(url)
        self.session = session
        try:
            with self._own_engine(url).connect() as connection:
                result = work(Rehearsal(session, connection, run))
        except (CannotRehearseError, psycopg.Error):
            result = None
        finally:
            self.session = None
            with suppress(psycopg.Error):  # it may have been ended
                session.take_back()
        return None if session.spoiled else result

    def opened(self, asked: Mapping[str, Any] | None = None) -> Session:
        """The session that is at work, as a new connection of which nothing special is asked."""
        assert self.session is not None
        if asked:
            self.session.refuse("a connection with options of its own")
        return self.session.opened()

    def _session(self, url: URL) -> Session:
        """A session in that database; what it was connected to may be gone by now."""
        session = self._sessions.pop(url, None)
        try:
            if session:
                session.begin()
        except psycopg.OperationalError:
            session = None
        while len(self._sessions) >= KEPT:
            self._sessions.pop(next(iter(self._sessions))).end()
        self._sessions[url] = session or self._begun(url)
        return self._sessions[url]

    def _begun(self, url: URL) -> Session:
        where, how = self._own_engine(url).dialect.create_connect_args(url)
        with by_handrail():
            return Session.begun(*where, **{**CONNECTING, **how})

    def _own_engine(self, url: URL) -> Engine:
        """An engine whose connections are whatever session is at work, but leave it as it is."""
        if self._engine is None:
            self._engine = create_engine(url, creator=lambda: self.session, poolclass=NullPool)
        return self._engine
