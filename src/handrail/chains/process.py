"""The process that runs the steps of one chain, and another one where that was lost or spoilt."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from handrail.chains.fork_server import CANNOT_ANSWER, FORK_SERVER, ChildProcess, Forks
from handrail.chains.requests import Failed, Learn, Load, Loaded, Ran, Rehearsed, Reply, Request
from handrail.errors import TargetError

GRACE = 0.5
"""Seconds past its limit after which a step that cannot be interrupted is killed."""
ENDING = 0.3
"""Seconds in which a process that is expected to end is seen to have ended."""
SQL_CHAIN = "handrail.chains.sql_files.chain"


class LostError(Exception):
    """The process gave no answer and is gone; the message tells why, after "the process"."""

    def __init__(self, code: int | None, *, late: bool = False) -> None:
        mute = code in (None, CANNOT_ANSWER)
        super().__init__("let go of its files" if mute else f"ended with code {code}")
        self.late = late
        """Whether it was killed when its time was up."""


class Process:
    """Loads a chain and answers requests about it, one at a time.

    The process that loads the chain first runs its steps too. When it is lost, or spoilt by a step,
    another one loads the chain and does nothing else: from then on children of that one run the
    steps, and losing one costs no more than a fork.
    """

    def __init__(self, load: Load) -> None:
        self._load = load
        self._child: ChildProcess | None = FORK_SERVER.child(_module(load))
        self._keeper: ChildProcess | None = None
        self._forks = Forks()
        self._kept: set[tuple[str, ...]] = set()
        self._learned: set[tuple[str, ...]] = set()
        """The arguments under which the process knows what env.py does."""
        self.loaded = self._loading(self._child, load)

    def answer(self, request: Request, seconds: float) -> Reply:
        """The answer to a request, for which there are so many seconds and a grace.

        Raises LostError where there is none.
        """
        child = self._child = self._child or self._forked()
        try:
            reply: Reply = _asked(child, request, seconds)
        except LostError:
            self._child = None
            raise
        if isinstance(request, Learn):
            self._learned.add(request.arguments)
        if isinstance(reply, Ran | Rehearsed) and reply.spoilt:
            child.close(ENDING)
            self._child = None
        return reply

    def knows(self, request: Learn) -> bool:
        """Whether the process that answers next knows what it would learn."""
        if self._child is None:
            self._child = self._forked(request)
        return request.arguments in self._learned

    def stop(self) -> None:
        """End what is going on, from another thread; whoever asked for it gets LostError."""
        for process in (self._child, self._keeper):
            if process:
                process.kill()

    def close(self) -> None:
        """Its processes are gone; closing twice is no error."""
        for process in (self._child, self._keeper):
            if process:
                process.close(GRACE)
        self._child = self._keeper = None

    def _forked(self, *learns: Learn) -> ChildProcess:
        """A child of the process that keeps the chain, which is started where it is not there."""
        try:
            child = self._forks.child()
        except (EOFError, ConnectionError):
            if self._keeper:
                self._keeper.close(ENDING)
            self._keeper = FORK_SERVER.child(_module(self._load))
            self._loading(self._keeper, replace(self._load, keeps=True, learns=learns))
            self._forks = Forks(self._keeper.connection)
            self._kept = {each.arguments for each in learns}
            child = self._forks.child()
        self._learned = set(self._kept)
        return child

    def _loading(self, child: ChildProcess, load: Load) -> Loaded:
        """What the child has loaded. Raises TargetError; no process is left then."""
        try:
            reply = _asked(child, load, load.limits.seconds * (1 + len(load.learns)))
        except LostError as error:
            self.close()
            words = f"the process that loads it {error}"
            if error.late:
                words = f"{load.limits.seconds:g} s were not enough to load it"
            raise TargetError(words, where=load.target.given) from error
        if isinstance(reply, Failed):
            self.close()
            raise TargetError(reply.what, where=reply.where, then=reply.then)
        assert isinstance(reply, Loaded)
        return reply


def _asked(child: ChildProcess, request: Load | Request, seconds: float) -> Any:
    """The child's answer. Raises LostError where there is none; the child is dead then."""
    try:
        child.connection.send(request)
        if child.connection.poll(seconds + GRACE):
            return child.connection.recv()
    except (EOFError, ConnectionError) as error:
        code = child.wait(ENDING)
        child.kill()
        child.close(ENDING)
        raise LostError(code) from error
    child.kill()
    child.close(ENDING)
    raise LostError(None, late=True)


def _module(load: Load) -> str:
    """What takes a quarter of a second to import, once for all children: the reader of SQL."""
    return SQL_CHAIN if load.target.sql else ""
