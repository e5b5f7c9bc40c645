"""Whose a database on a server is: what stands as its comment, and whether its run still lives.

A run holds one session on the server as long as it lives, under a name of its own, and a lock on
its scratch folder. On its own machine it is dead when both are free; of a run of another machine
nothing but the session can be seen.
"""

from __future__ import annotations

import json
import os
import re
import socket
from contextlib import suppress
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, Self

from handrail.databases.leftovers import lock

_BEGINS = "Made by Handrail, dropped by `handrail clean`: "
_NAMES = re.compile(r"handrail_(?P<run>[a-z0-9_]{8})_\d+")


class State(StrEnum):
    """What may be done with a database, in the words in which it is listed."""

    LIVING = "its run goes on, or somebody is connected"
    KEPT = "kept by --keep"
    DEAD = "its run is dead"
    DEAD_ELSEWHERE = "its run, on another machine, is dead"
    HALF_MADE = "its run died as it was about to mark it"
    UNKNOWN = "nothing says that Handrail made it"

    @property
    def left_over(self) -> bool:
        """Whether nobody needs it any more, as far as can be seen."""
        return self in (State.KEPT, State.DEAD, State.DEAD_ELSEWHERE, State.HALF_MADE)


class Found(NamedTuple):
    """A database with the prefix, and what became of the run that made it."""

    name: str
    state: State


@dataclass(frozen=True, slots=True)
class Mark:
    """The run that made a database, and where that run is to be looked for."""

    run: str
    folder: str
    host: str
    process: int
    machine: str
    kept: bool = False

    @classmethod
    def own(cls, run: str, folder: Path, *, kept: bool) -> Self:
        """That of this process."""
        return cls(run, str(folder), socket.gethostname(), os.getpid(), _machine(), kept)

    @property
    def text(self) -> str:
        """As a comment on the database."""
        return _BEGINS + json.dumps(asdict(self))


def session_name(run: str) -> str:
    """What the session of a run is called on the server."""
    return f"handrail_{run}"


def state_of(name: str, comment: str | None, *, used: bool, begun: bool = False) -> State:
    """What became of the run that made the database.

    ``begun`` tells whether the database began as those of runs do, which is no mark but comes
    before it; ``used`` whether the run has its session on the server, or somebody one in the
    database.
    """
    mark = _read(name, comment)
    if mark is None and not (begun and not comment and _NAMES.fullmatch(name)):
        return State.UNKNOWN
    if mark is None:
        return State.LIVING if used else State.HALF_MADE
    here = mark.machine == _machine()
    if used or (here and _is_held(Path(mark.folder))):
        return State.LIVING
    if mark.kept:
        return State.KEPT
    return State.DEAD if here else State.DEAD_ELSEWHERE


def _read(name: str, comment: str | None) -> Mark | None:
    """The mark of a database that bears a name such as runs give; None where there is none."""
    named = _NAMES.fullmatch(name)
    with suppress(ValueError, TypeError):
        mark = Mark(**json.loads((comment or "").removeprefix(_BEGINS)))
        if named and mark.run == named["run"]:
            return mark
    return None


def _machine() -> str:
    """This machine since it was started, and what it shows this process of its folders."""
    boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    return f"{boot} {Path('/proc/self/ns/mnt').readlink()}"


def _is_held(folder: Path) -> bool:
    """Whether a living run holds the folder, or it cannot be told."""
    try:
        os.close(lock(folder))
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False
