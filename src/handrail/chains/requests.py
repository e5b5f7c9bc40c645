"""What parent and child say to each other about a chain; all of it can be pickled."""

from __future__ import annotations

import copyreg
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from handrail.chains.target import Target
from handrail.model import Models, Outcome, Revision, Step

if TYPE_CHECKING:
    from sqlalchemy import URL

    from handrail.chains.rehearsing import Rehearsal


def _unchangeable(values: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    """What the model's values have for mappings that they were not given."""
    return MappingProxyType(values)


copyreg.pickle(MappingProxyType, lambda view: (_unchangeable, (dict(view),)))


@dataclass(frozen=True, slots=True)
class Plan:
    """What to run: these steps and no others, or a command's way to a revision.

    ``command`` is ``upgrade`` or ``downgrade`` with ``destination`` as Alembic's own command takes
    it (``head``, ``-1``, an identifier); with ``steps`` both stay empty. Steps of revisions
    that are ``passed_over`` are recorded in Alembic's ledger and not run.
    """

    steps: tuple[Step, ...] = ()
    passed_over: frozenset[str] = frozenset()
    command: str = ""
    destination: str = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a run may take; whichever is reached first stops it.

    ``seconds`` of wall time, ``statements`` sent to the database, and the MiB of ``memory`` that
    the process may take beyond what loading the chain took.
    """

    seconds: float = 10.0
    statements: int = 5000
    memory: int = 1024


@dataclass(frozen=True, slots=True)
class Load:
    """Ask for the revisions of a target.

    Modules are sought in ``folder`` first, as where Alembic's own command is started there; the
    variables of the environment are those given. ``driver`` is that of the databases it will run
    on, as their URLs name it.
    """

    target: Target
    folder: str
    environment: dict[str, str]
    driver: str
    limits: Limits
    runner: str | None = None
    """The user's own runner of the target's files."""
    keeps: bool = False
    """Whether the process that loads keeps to that, and others are forked from it for the runs."""
    learns: tuple[Learn, ...] = ()
    """What it learns before that."""


@dataclass(frozen=True, slots=True)
class Lay:
    """Ask for the baseline, a file or ``module:callable``, to be put into an empty database."""

    url: URL
    baseline: str
    limits: Limits


@dataclass(frozen=True, slots=True)
class Learn:
    """Ask for an Alembic chain's env.py to be run on the database, and for what it does.

    It is done so in every later run with those ``arguments``.
    """

    url: URL
    arguments: tuple[str, ...]
    limits: Limits


@dataclass(frozen=True, slots=True)
class Compare:
    """Ask how an Alembic chain's database differs from the models that env.py hands over."""

    url: URL
    arguments: tuple[str, ...]
    limits: Limits


@dataclass(frozen=True, slots=True)
class Run:
    """Ask for a plan to be run on the database behind ``url``.

    ``arguments`` are what ``alembic -x`` would be given. The statement of the steps that has the
    number ``fails_at``, counted from 1, is made to fail. With ``enforces`` SQLite is told to
    enforce foreign keys; the chain may still tell it otherwise.
    """

    url: URL
    plan: Plan
    limits: Limits
    arguments: tuple[str, ...] = ()
    fails_at: int | None = None
    enforces: bool = False


@dataclass(frozen=True, slots=True)
class Rehearse:
    """Ask for a piece of work to be done in the database behind ``url`` and taken back.

    The ``limits`` are those of each of its steps.
    """

    url: URL
    work: Callable[[Rehearsal], Any]
    limits: Limits
    arguments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Drive:
    """Ask for the user's runner to be run on the database behind ``url`` with a folder of files."""

    url: URL
    folder: Path
    limits: Limits


@dataclass(frozen=True, slots=True)
class Loaded:
    """The revisions, every one after those it stands on or depends on."""

    revisions: tuple[Revision, ...]
    heads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Laid:
    """The database is where the chain begins."""


@dataclass(frozen=True, slots=True)
class Learned:
    """What env.py calls the ledger, and how many databases it migrates.

    ``decides_on_keys`` tells whether it says itself if SQLite is to enforce foreign keys.
    """

    ledger: str
    contexts: int = 1
    decides_on_keys: bool = False


@dataclass(frozen=True, slots=True)
class Compared:
    """What the models say of the database."""

    models: Models


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What the work has given back; None where it cannot be taken back.

    ``spoilt`` tells whether a step has spoilt its process for the next one.
    """

    result: Any
    spoilt: bool


@dataclass(frozen=True, slots=True)
class Ran:
    """How a run ended, and whether its process is ``spoilt`` for the next one."""

    outcome: Outcome
    spoilt: bool


@dataclass(frozen=True, slots=True)
class Failed:
    """The target itself is wrong, or there is no room for a database: what, where, what next."""

    what: str
    where: str = ""
    then: str = ""
    no_database: bool = False


Request = Lay | Learn | Compare | Run | Rehearse | Drive
"""What is asked of a process that has loaded a chain."""
Reply = Laid | Learned | Compared | Ran | Rehearsed | Failed
