"""A chain as the rest of Handrail sees it: revisions to read, steps to run."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from handrail.chains.callables import names_callable
from handrail.chains.fork_server import FORK_SERVER, ChildProcess
from handrail.chains.rehearsing import Rehearsal
from handrail.chains.requests import (
    Drive,
    Failed,
    Lay,
    Learn,
    Learned,
    Limits,
    Load,
    Loaded,
    Plan,
    Rehearse,
    Rehearsed,
    Reply,
    Request,
    Run,
)
from handrail.chains.target import Target
from handrail.databases import Database
from handrail.errors import TargetError
from handrail.model import Direction, Outcome, OutcomeKind, Revision, Step

GRACE = 1.0
"""Seconds past its limit after which a step that cannot be interrupted is killed."""
SQL_CHAIN = "handrail.chains.sql_files.chain"
LEARNING = Limits(seconds=60.0, statements=sys.maxsize)
"""What env.py may take by itself, with all that it imports."""
ENDING = 0.3
"""Seconds in which a child that no longer answers is seen to be dead, if it is."""


class Chain:
    """Runs the steps of one target in a child process, since nothing else stops one that spins.

    The target is loaded once; TargetError is raised when that fails. After a step that had to be
    killed the next one gets a new child. Nothing is written into the target's folders.

    ``runner`` is a user's own: ``module:callable`` or a command. It is loaded too, and TargetError
    is raised where it is not there. A child is made for one kind of database; for another than
    ``kind`` it will be loaded once more.
    """

    def __init__(
        self,
        target: Target,
        *,
        limits: Limits | None = None,
        runner: str | None = None,
        kind: str = "sqlite",
    ) -> None:
        self.target = target
        self._kind = kind
        self.runner = runner
        self.limits = limits or Limits()
        self.ledger = "alembic_version"
        """The ledger's table, as the last run named it."""
        self.ledger_column = "version_num"
        self._child: ChildProcess | None = None
        self._learned: set[tuple[str, ...]] = set()
        """The arguments under which the child knows what env.py does."""
        loaded = self._start()
        self.revisions: tuple[Revision, ...] = loaded.revisions
        self.heads: tuple[str, ...] = loaded.heads

    def run(
        self,
        database: Database,
        plan: Plan,
        *,
        arguments: tuple[str, ...] = (),
        limits: Limits | None = None,
        fails_at: int | None = None,
    ) -> Outcome:
        """Run a plan on a database; whatever it does to itself or to us becomes an outcome.

        The statement that has the number ``fails_at`` among those of its steps is made to fail.
        Raises TargetError where the target fails before it comes to any step.
        """
        allowed = limits or self.limits
        self._be_for(database.dialect)
        if plan.steps:
            self.learn(database, arguments)
        outcome = self._run(Run(database.url, plan, allowed, arguments, fails_at), plan.steps)
        self.ledger, self.ledger_column = outcome.ledger, outcome.ledger_column
        return outcome

    def step(
        self,
        database: Database,
        step: Step,
        *,
        arguments: tuple[str, ...] = (),
        fails_at: int | None = None,
    ) -> Outcome:
        """Run one step by itself, in a migration context of its own."""
        return self.run(database, Plan(steps=(step,)), arguments=arguments, fails_at=fails_at)

    def rehearse(
        self,
        database: Database,
        work: Callable[[Rehearsal], Any],
        *,
        steps: int,
        arguments: tuple[str, ...] = (),
    ) -> Any:
        """What a piece of work of so many steps gives back; the database is as before in any case.

        None where the database or the chain cannot do it so that it can be taken back. The work is
        sent to the child: it has to be a value of a module that can be imported.
        """
        if database.dialect != "postgresql" or self.target.sql or self.target.functions:
            return None
        self._be_for(database.dialect)
        self.learn(database, arguments)
        request = Rehearse(database.url, work, self.limits, arguments)
        reply = self._ask(request, self.limits.seconds * steps + GRACE)
        if reply is None:
            self._kill()
        return reply.result if isinstance(reply, Rehearsed) else None

    def learn(self, database: Database, arguments: tuple[str, ...]) -> None:
        """See what env.py does, by running it on the database without a step.

        Once for all steps with the same arguments; whatever env.py makes by itself is then there. A
        command may as well run it. Raises TargetError where it fails.
        """
        self._be_for(database.dialect)
        if arguments in self._learned or not self.target.is_alembic:
            return
        reply = self._had(Learn(database.url, arguments, LEARNING))
        assert isinstance(reply, Learned)
        self.ledger = reply.ledger
        self._learned.add(arguments)

    def lay(self, database: Database, baseline: str) -> None:
        """Bring an empty database to where the chain begins: an SQL file, or ``module:callable``.

        Raises TargetError where that cannot be had, and where it fails.
        """
        if not names_callable(baseline) and not Path(baseline).is_file():
            raise TargetError(
                f"there is no file {baseline}",
                where="--baseline",
                then="give an SQL file, or module:callable, which is called with an engine",
            )
        self._be_for(database.dialect)
        place = baseline if names_callable(baseline) else str(Path(baseline).absolute())
        self._had(Lay(database.url, place, LEARNING))

    def upgrade(self, database: Database, destination: str, *arguments: str) -> Outcome:
        """What ``alembic upgrade DESTINATION`` does, in one migration context."""
        plan = Plan(command=Direction.UPGRADE.value, destination=destination)
        return self.run(database, plan, arguments=arguments)

    def downgrade(self, database: Database, destination: str, *arguments: str) -> Outcome:
        """What ``alembic downgrade DESTINATION`` does, in one migration context."""
        plan = Plan(command=Direction.DOWNGRADE.value, destination=destination)
        return self.run(database, plan, arguments=arguments)

    def drive(self, database: Database, folder: Path, limits: Limits) -> Outcome:
        """Let the user's own runner loose on a database, with a folder of files."""
        self._be_for(database.dialect)
        return self._run(Drive(database.url, folder, limits), ())

    def revision(self, identifier: str) -> Revision:
        """The revision of that identifier, or TargetError listing where to look."""
        for revision in self.revisions:
            if revision.identifier == identifier:
                return revision
        raise TargetError(
            f'there is no revision "{identifier}" in this chain',
            where=self.target.given,
            then=f"it has {len(self.revisions)}, heads: {', '.join(self.heads)}",
        )

    def close(self) -> None:
        """The child is gone; closing twice is no error."""
        if self._child:
            self._child.connection.close()
            if self._child.wait(GRACE) is None:
                self._child.kill()
            self._child = None

    def stop(self) -> None:
        """End the step that is running, from another thread; it is told as a crash."""
        if self._child:
            self._child.kill()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _start(self) -> Loaded:
        # Its reader of SQL takes a quarter of a second to import: once for all children.
        self._learned.clear()
        self._child = FORK_SERVER.child(SQL_CHAIN if self.target.sql else "")
        reply = self._ask(
            Load(self.target, str(Path.cwd()), _environment(self.target), self._kind, self.runner)
        )
        if isinstance(reply, Loaded):
            return reply
        self.close()
        if isinstance(reply, Failed):
            raise TargetError(reply.what, where=reply.where, then=reply.then)
        raise TargetError("the process that loads it ended", where=self.target.given)

    def _ask(self, request: Request, seconds: float | None = None) -> Reply | None:
        """The child's reply, or None when it gave none: it is dead or its time is up."""
        assert self._child is not None
        try:
            self._child.connection.send(request)
            if self._child.connection.poll(seconds):
                reply: Reply = self._child.connection.recv()
                return reply
        except (EOFError, ConnectionError):
            return None
        return None

    def _had(self, request: Learn | Lay) -> Reply:
        """What the child answers to what has to succeed; TargetError where it does not."""
        if self._child is None:
            self._start()
        reply = self._ask(request, request.limits.seconds + GRACE)
        if reply is None or isinstance(reply, Failed):
            self.close()
        if isinstance(reply, Failed):
            raise TargetError(reply.what, where=reply.where, then=reply.then)
        if reply is None:
            raise TargetError("the process that ran its env.py ended", where=self.target.given)
        return reply

    def _be_for(self, kind: str) -> None:
        if kind != self._kind:
            self.close()
            self._kind = kind

    def _run(self, request: Run | Drive, steps: tuple[Step, ...]) -> Outcome:
        if self._child is None:
            self._start()
        reply = self._ask(request, request.limits.seconds + GRACE)
        if isinstance(reply, Outcome):
            return reply
        if isinstance(reply, Failed):
            raise TargetError(reply.what, where=reply.where, then=reply.then)
        ended = self._kill()
        if ended is None:
            allowed = f"{request.limits.seconds:g} s"
            words = f"{allowed} without coming to an end, and had to be killed"
            return self._ended(OutcomeKind.STOPPED, steps, words)
        words = f"the process that ran the step ended with code {ended}"
        return self._ended(OutcomeKind.CRASHED, steps, words)

    def _kill(self) -> int | None:
        """A child that does not answer is gone; the code with which it had ended by itself."""
        assert self._child is not None
        ended = self._child.wait(ENDING)
        self._child.kill()
        self.close()
        return ended

    def _ended(self, kind: OutcomeKind, steps: tuple[Step, ...], words: str) -> Outcome:
        """The outcome of a run whose child could not tell it; the ledger is where it was."""
        return Outcome(
            kind, steps, error=words, ledger=self.ledger, ledger_column=self.ledger_column
        )


def _environment(target: Target) -> dict[str, str]:
    """What the child inherits: nothing that leads libpq to a server of the user's; no bytecode."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return {**inherited, **dict(target.settings.variables), "PYTHONDONTWRITEBYTECODE": "1"}
