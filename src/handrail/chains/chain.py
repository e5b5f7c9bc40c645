"""A chain as the rest of Handrail sees it: revisions to read, steps to run."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from handrail.chains.callables import names_callable
from handrail.chains.inherited import environment
from handrail.chains.process import LostError, Process
from handrail.chains.quiet import make_quiet
from handrail.chains.rehearsing import Rehearsal
from handrail.chains.requests import (
    Compare,
    Compared,
    Drive,
    Failed,
    Laid,
    Lay,
    Learn,
    Learned,
    Limits,
    Load,
    Plan,
    Ran,
    Rehearse,
    Rehearsed,
    Request,
    Run,
)
from handrail.chains.target import Target
from handrail.databases import Database, driver
from handrail.errors import NoDatabaseError, TargetError
from handrail.model import Direction, Models, Outcome, OutcomeKind, Revision, Step

LOADING = 6
"""How many steps' time loading may take: it may import a whole application."""


class Chain:
    """Runs the steps of one target in a child process, since nothing else stops one that spins.

    The target is loaded once; TargetError is raised when that fails. After a step that had to be
    killed, or has spoilt its process, the next one gets a new child. Nothing is written into the
    target's folders.

    ``runner`` is a user's own: ``module:callable`` or a command. It is loaded too, and TargetError
    is raised where it is not there. A child is made for databases of one driver; for another than
    that of ``asked``, as ``--database`` is told, it will be loaded once more.
    """

    def __init__(
        self,
        target: Target,
        *,
        limits: Limits | None = None,
        runner: str | None = None,
        asked: str = "sqlite",
    ) -> None:
        self.target = target
        self._driver = driver(asked)
        self.runner = runner
        self.limits = limits or Limits()
        self.ledger = "alembic_version"
        """The ledger's table, as the last run named it."""
        self.ledger_column = "version_num"
        self.contexts = 1
        """How many databases env.py migrates in one run; steps are run on the first of them."""
        self.decides_on_keys = False
        """Whether env.py says itself if SQLite is to enforce foreign keys."""
        self._process: Process | None = None
        loaded = self._started().loaded
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
        enforces: bool = False,
    ) -> Outcome:
        """Run a plan on a database; whatever it does to itself or to us becomes an outcome.

        The statement that has the number ``fails_at`` among those of its steps is made to fail.
        With ``enforces`` SQLite enforces foreign keys, where the chain does not say otherwise.
        Raises TargetError where the target fails before it comes to any step.
        """
        self._be_for(database)
        if plan.steps:
            self.learn(database, arguments)
        request = Run(database.url, plan, limits or self.limits, arguments, fails_at, enforces)
        outcome = self._run(database, request, plan.steps)
        self.ledger, self.ledger_column = outcome.ledger, outcome.ledger_column
        return outcome

    def step(
        self,
        database: Database,
        step: Step,
        *,
        arguments: tuple[str, ...] = (),
        fails_at: int | None = None,
        enforces: bool = False,
    ) -> Outcome:
        """Run one step by itself, in a migration context of its own."""
        plan = Plan(steps=(step,))
        return self.run(database, plan, arguments=arguments, fails_at=fails_at, enforces=enforces)

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
        self._be_for(database)
        self.learn(database, arguments)
        request = Rehearse(database.url, work, self.limits, arguments)
        try:
            reply = self._started().answer(request, self.limits.seconds * steps)
        except LostError:
            return None
        return reply.result if isinstance(reply, Rehearsed) else None

    def learn(self, database: Database, arguments: tuple[str, ...]) -> None:
        """See what env.py does, by running it on the database without a step.

        Once for all steps with the same arguments; whatever env.py makes by itself is then there. A
        command may as well run it. Raises TargetError where it fails.
        """
        self._be_for(database)
        request = Learn(database.url, arguments, self._loading)
        if not self.target.is_alembic or self._started().knows(request):
            return
        reply = self._had(request)
        assert isinstance(reply, Learned)
        self.ledger, self.contexts = reply.ledger, reply.contexts
        self.decides_on_keys = reply.decides_on_keys

    def compare(self, database: Database, arguments: tuple[str, ...]) -> Models:
        """What the models that env.py hands over say of a database at the head.

        Nothing where there are none. Raises TargetError where they cannot be compared.
        """
        if not self.target.is_alembic:
            return Models()
        self.learn(database, arguments)
        reply = self._had(Compare(database.url, arguments, self._loading))
        assert isinstance(reply, Compared)
        return reply.models

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
        self._be_for(database)
        place = baseline if names_callable(baseline) else str(Path(baseline).absolute())
        self._had(Lay(database.url, place, self._loading))

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
        self._be_for(database)
        return self._run(database, Drive(database.url, folder, limits), ())

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
        if self._process:
            self._process.close()
            self._process = None

    def stop(self) -> None:
        """End the step that is running, from another thread; it is told as a crash."""
        if self._process:
            self._process.stop()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def _loading(self) -> Limits:
        """What loading may take, and env.py by itself, with all that they import."""
        return replace(self.limits, seconds=self.limits.seconds * LOADING, statements=sys.maxsize)

    def _started(self) -> Process:
        if self._process is None:
            folder, limits = str(Path.cwd()), self._loading
            variables = environment(os.environ, self.target.settings.variables)
            load = Load(self.target, folder, variables, self._driver, limits, self.runner)
            self._process = Process(load)
        return self._process

    def _had(self, request: Learn | Lay | Compare) -> Learned | Laid | Compared:
        """What the child answers to what has to succeed; TargetError where it does not."""
        try:
            reply = self._answer(request)
        except LostError as error:
            words = f"the process that ran its env.py {error}"
            raise TargetError(words, where=self.target.given) from error
        assert isinstance(reply, Learned | Laid | Compared)
        return reply

    def _answer(self, request: Request) -> Ran | Learned | Laid | Compared | Rehearsed:
        """What the child answers. Raises LostError, or as its answer says that it failed."""
        reply = self._started().answer(request, request.limits.seconds)
        if isinstance(reply, Failed):
            if reply.no_database:
                raise NoDatabaseError(reply.what, where=reply.where, then=reply.then)
            raise TargetError(reply.what, where=reply.where, then=reply.then)
        return reply

    def _be_for(self, database: Database) -> None:
        if database.url.drivername != self._driver:
            self.close()
            self._driver = database.url.drivername

    def _run(self, database: Database, request: Run | Drive, steps: tuple[Step, ...]) -> Outcome:
        outcome = self._outcome(request, steps)
        if outcome.kind is not OutcomeKind.DONE:
            make_quiet(database)
        return outcome

    def _outcome(self, request: Run | Drive, steps: tuple[Step, ...]) -> Outcome:
        try:
            reply = self._answer(request)
        except LostError as error:
            if error.late:
                allowed = f"{request.limits.seconds:g} s"
                words = f"{allowed} without coming to an end, and had to be killed"
                return self._ended(OutcomeKind.STOPPED, steps, words)
            words = f"the process that ran the step {error}"
            return self._ended(OutcomeKind.CRASHED, steps, words)
        assert isinstance(reply, Ran)
        return reply.outcome

    def _ended(self, kind: OutcomeKind, steps: tuple[Step, ...], words: str) -> Outcome:
        """The outcome of a run whose child could not tell it; the ledger is where it was."""
        return Outcome(
            kind,
            steps,
            error=words,
            error_type=LostError.__name__ if kind is OutcomeKind.CRASHED else None,
            ledger=self.ledger,
            ledger_column=self.ledger_column,
        )
