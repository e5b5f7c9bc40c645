"""Connections to a server that may be gone from one moment to the next."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from handrail.errors import NoDatabaseError

_PAUSE = 0.1
_Server = TypeVar("_Server")


@contextmanager
def connected(engine: Engine, loss: Callable[[], NoDatabaseError | None]) -> Iterator[Connection]:
    """A connection, closed on leaving; what was not committed is rolled back.

    Where it cannot be had, or breaks meanwhile, what ``loss`` tells is raised, if anything: the
    server is asked whether it is there.
    """
    try:
        with engine.connect() as connection:
            yield connection
    except (DBAPIError, engine.dialect.loaded_dbapi.Error) as error:
        lost = loss() if _may_tell_of_a_loss(error) else None
        if lost:
            raise lost from error
        raise


def is_broken(connection: Connection, error: Exception) -> bool:
    """Whether an error, SQLAlchemy's or the driver's own, tells that the connection has ended."""
    if isinstance(error, DBAPIError):
        return error.connection_invalidated
    dialect, raw = connection.dialect, connection.connection.dbapi_connection
    return dialect.is_disconnect(cast("Any", error), cast("Any", raw), None)


def had_again(have: Callable[[], _Server], patience: float) -> _Server:
    """A server that was lost, as soon as it is there again.

    Raises NoDatabaseError where it does not come back within so many seconds.
    """
    until = time.monotonic() + patience
    while True:
        try:
            return have()
        except NoDatabaseError:
            if time.monotonic() > until:
                raise
            time.sleep(_PAUSE)


def _may_tell_of_a_loss(error: Exception) -> bool:
    """Unless it is about a statement: the connection broke meanwhile, or was not had."""
    if isinstance(error, DBAPIError):
        return error.connection_invalidated or error.statement is None
    return True
