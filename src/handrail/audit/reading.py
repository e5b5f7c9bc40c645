"""What each direction of a revision does, in order, told from its source alone."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from handrail.audit.call import Call
from handrail.audit.inventory import Inventory
from handrail.audit.source import Module
from handrail.audit.sql import Statement
from handrail.audit.values import DATABASES
from handrail.model import Direction, Location


@dataclass(frozen=True, eq=False, slots=True)
class Loop:
    """A loop around something done; ``rows`` is the query whose rows it goes over, if any.

    ``node`` stands for it in its source, with its ``module`` where that is Python; ``endless``
    tells of a loop in SQL that nothing but the answers of queries ends.
    """

    node: object
    location: Location
    rows: str | None = None
    module: Module | None = None
    endless: bool = False

    @property
    def line(self) -> int:
        """Where the loop begins."""
        return self.location.line


class Raising(StrEnum):
    """On how many ways through a handler the error goes on to the caller."""

    ALWAYS = "on each way"
    PARTLY = "on some ways"
    NEVER = "on no way"


@dataclass(frozen=True, eq=False, slots=True)
class Guard:
    """A handler that meets an error of the database.

    ``text`` is its head as it is written. ``narrow`` tells that it names one kind of error alone,
    ``kept`` that it hands the error on another way, or tries again.
    """

    location: Location
    text: str
    raising: Raising
    narrow: bool = False
    kept: bool = False

    @property
    def line(self) -> int:
        """Where the handler begins."""
        return self.location.line


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around something done.

    ``branches`` are pairs of a fork and the arm taken there; the same helper called twice has two
    forks. ``databases`` are those that tests of the dialect let come here. ``calls`` are the calls
    that lead to it, its own last. ``guards`` meet its error, ``handling`` are the handlers that it
    stands in. ``committed`` tells that it stands outside of any transaction.
    """

    loops: tuple[Loop, ...] = ()
    branches: tuple[tuple[int, int], ...] = ()
    databases: frozenset[str] = DATABASES
    calls: tuple[ast.Call, ...] = ()
    guards: tuple[Guard, ...] = ()
    handling: tuple[Guard, ...] = ()
    committed: bool = False

    @property
    def on_sqlite(self) -> bool:
        """Whether nothing but SQLite comes here."""
        return self.databases == {"sqlite"}

    @property
    def off_sqlite(self) -> bool:
        """Whether SQLite does not come here."""
        return "sqlite" not in self.databases

    @property
    def certain(self) -> bool:
        """Whether it is done each time, as far as its source tells."""
        over_rows = any(loop.rows is not None for loop in self.loops)
        return not (self.branches or self.guards or self.handling or over_rows)


@dataclass(frozen=True, slots=True)
class Act:
    """One statement at one place, and what stands around it."""

    statement: Statement
    location: Location
    around: Around = Around()

    def can_follow(self, earlier: Act) -> bool:
        """Whether one run can do both: they are not in two arms of one fork."""
        arms = dict(earlier.around.branches)
        return all(arms.get(fork, arm) == arm for fork, arm in self.around.branches)


@dataclass(frozen=True, slots=True)
class Sent:
    """Something that a direction sends to PostgreSQL, as it is written.

    ``what`` is SQL, or a call that is an operation of Alembic, or stands for something else.
    ``apart`` tells that it stands outside of the transaction, ``makes`` which tables it creates.
    """

    what: str | Call
    location: Location
    apart: bool = False
    makes: tuple[str, ...] = ()
    is_file: bool = False
    """Whether each line of it is one of the file."""


@dataclass(frozen=True, slots=True)
class Body:
    """The source of one direction: where it begins, and whether it holds nothing that does."""

    location: Location
    empty: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """One revision as it was read; what is missing in ``bodies`` is missing in the source."""

    revision: str
    file: Path
    acts: Mapping[Direction, tuple[Act, ...]]
    bodies: Mapping[Direction, Body]
    parents: tuple[str, ...] = ()
    ledger: str = ""
    """The table that records what is applied."""
    in_transaction: frozenset[Direction] = frozenset(Direction)
    """The directions that are run inside a transaction."""
    forward_only: bool = False
    """Whether no way back is meant: the chain has none at all, or it is run again and again."""
    existed: frozenset[str] = frozenset()
    """The tables that other revisions of the chain create."""
    before: Inventory = field(default_factory=Inventory)
    """What the revisions before it have left, as far as it is certain."""
    line: int = 1
    """Where it gives itself its identifier."""
    longest: int | None = None
    """How many characters of that the ledger takes, where it is known."""
    sent: Mapping[Direction, tuple[Sent, ...]] = field(default_factory=dict)
    """What is sent to PostgreSQL, in order."""
    of_runner: bool = False
    """Whether it is no revision but the runner of all of them."""
