"""What a step did."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from handrail.model.chain import Step
from handrail.model.declared import Declaration, Renaming


class OutcomeKind(StrEnum):
    """How a step ended.

    The runner of a chain calls every failure a crash; that one was a refusal is judged afterwards,
    from the snapshots (see :mod:`handrail.walk.verdict`).
    """

    DONE = "done"
    REFUSED = "refused"
    CRASHED = "crashed"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a source file; ``line`` counts from 1."""

    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Raised:
    """An error that the database raised while a step ran, whoever caught it."""

    error: str
    statement: str | None = None
    location: Location | None = None
    """The line of the chain's own code that was at work, where there is one."""


@dataclass(frozen=True, slots=True)
class Lock:
    """The strongest lock of a run on one table, where others have to wait for it (PostgreSQL).

    ``table`` is the object identifier, ``mode`` as LOCK TABLE takes it, ``statement`` what took it.
    ``scan`` is the statement during which the table was read from end to end under such a lock.
    """

    table: str
    mode: str
    statement: str
    scan: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run of one or more steps ended, seen from outside.

    ``statements`` holds the texts sent to the database in order, at most as many as the runner
    keeps; ``statement_count`` counts them all. ``error`` is the last line of words of whatever was
    raised, ``deliberate`` tells that the migration raised it itself with a ``raise`` of its own.
    """

    kind: OutcomeKind
    steps: tuple[Step, ...] = ()
    error: str | None = None
    error_type: str | None = None
    deliberate: bool = False
    failed_statement: str | None = None
    location: Location | None = None
    statements: tuple[str, ...] = ()
    statement_count: int = 0
    statements_before: int = 0
    """How many of them came before the first step: what ``env.py`` and the ledger had to ask."""
    seconds: float = 0.0
    messages: tuple[str, ...] = ()
    """What the migration printed, a line each."""
    ledger: str = "alembic_version"
    """The table in which the target keeps its ledger, with its schema where that was named."""
    ledger_column: str = "version_num"
    """The column of that table that names what is applied."""
    raised: tuple[Raised, ...] = ()
    """What the database raised meanwhile, in order, the error that ended the run included."""
    places: tuple[Location | None, ...] = ()
    """Of each of the statements, the line of the chain's own code that was at work."""
    declarations: tuple[Declaration | Renaming, ...] = ()
    """What the steps declared about columns, in order."""
    locks: tuple[Lock, ...] = ()
    """What others had to wait for, where the run took it in a transaction."""
