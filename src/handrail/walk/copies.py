"""Databases made, copied and dropped for a walk, and the time that takes."""

from __future__ import annotations

from handrail.databases import Database, Provider
from handrail.model import Phase
from handrail.stopwatch import timed


@timed(Phase.START)
def make(provider: Provider) -> Database:
    """An empty database; the first one may wait for its server."""
    return provider.make()


@timed(Phase.CLONE)
def clone(database: Database) -> Database:
    """A copy of a database that nobody is connected to."""
    return database.clone()


@timed(Phase.CLONE)
def drop(database: Database) -> None:
    """The database is gone."""
    database.drop()
