"""Connections to a server that may be gone from one moment to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from handrail.errors import NoDatabaseError


@contextmanager
def connected(engine: Engine, loss: Callable[[], NoDatabaseError | None]) -> Iterator[Connection]:
    """A connection, closed on leaving; what was not committed is rolled back.

    Where it cannot be had, or breaks meanwhile, what ``loss`` tells is raised, if anything: the
    server is asked whether it is there.
    """
    try:
        with engine.connect() as connection:
            yield connection
    except DBAPIError as error:
        lost = loss() if _speaks_of_the_connection(error) else None
        if lost:
            raise lost from error
        raise


def _speaks_of_the_connection(error: DBAPIError) -> bool:
    """Not of a statement: it broke meanwhile, or was not had."""
    return error.connection_invalidated or error.statement is None
