"""The child process that loads a chain once and runs its steps."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from contextlib import nullcontext, redirect_stdout
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, Protocol

from sqlalchemy.exc import DBAPIError

from handrail.chains.alembic_chain import AlembicChain
from handrail.chains.engines import Engines
from handrail.chains.failing import failing
from handrail.chains.locking import LockWatch
from handrail.chains.requests import (
    Drive,
    Failed,
    Laid,
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
from handrail.chains.said import Said
from handrail.chains.target import Target
from handrail.chains.watching import LimitReached, Watch, is_deliberate, place_of, words_of
from handrail.errors import TargetError
from handrail.model import Outcome, OutcomeKind, Revision, Step

if TYPE_CHECKING:
    from handrail.chains.rehearsing import Stage
    from handrail.chains.runners import Runner


class Kind(Protocol):
    """One kind of chain, loaded."""

    @property
    def revisions(self) -> tuple[Revision, ...]:
        """Every one after those it stands on or depends on."""

    @property
    def heads(self) -> tuple[str, ...]:
        """Those that none stands on."""

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where its Python is."""

    def allowed(self, limits: Limits) -> Limits:
        """The limits that a step of this kind has."""

    def run(self, request: Run, engines: Engines, said: Said) -> None:
        """Run a plan; what it raises comes through, what else is to be told is put in ``said``."""

    def failed_before(self, error: BaseException | None) -> Failed:
        """Why it did not come as far as any step."""


class Child:
    """Answers requests about one chain."""

    chain: Kind
    runner: Runner
    stage: Stage | None = None

    def __init__(self) -> None:
        self.engines = Engines()
        self.locks: dict[tuple[Step, ...], LockWatch] = {}
        """What the first run of some steps has locked, which a walk does without rows."""

    def answer(self, request: Request) -> Reply:
        """The reply to one request; never raises for what the target does."""
        try:
            if isinstance(request, Run):
                return self._run(request)
            if isinstance(request, Learn):
                return self._learn(request)
            if isinstance(request, Lay):
                return self._lay(request)
            if isinstance(request, Rehearse):
                return self._rehearse(request)
            return self._drive(request) if isinstance(request, Drive) else self._load(request)
        except TargetError as error:
            return Failed(error.what, error.where, error.then)

    def _load(self, request: Load) -> Loaded:
        os.environ.clear()
        os.environ.update(request.environment)
        sys.path[0] = request.folder
        os.chdir(request.target.directory)
        self.engines.install(request.kind)
        self.chain = _loaded(request.target)
        if request.runner:
            # Only chains with a runner of their own need this.
            from handrail.chains.runners import runner_of

            os.environ.pop("DATABASE_URL", None)
            self.runner = runner_of(request.runner)
        return Loaded(self.chain.revisions, self.chain.heads)

    def _lay(self, request: Lay) -> Reply:
        # Only chains that do not begin with nothing need this.
        from handrail.chains.baseline import lay

        def work() -> None:
            with self.engines.leading_to(request.url):
                lay(request.baseline, self.engines.current())

        error, _ = _done(Watch(request.limits, Said()), work)
        if isinstance(error, TargetError):
            raise error
        return Failed(f"the baseline fails: {words_of(error)}", "--baseline") if error else Laid()

    def _learn(self, request: Learn) -> Reply:
        said, chain = Said(), self.chain
        assert isinstance(chain, AlembicChain)
        watch = Watch(request.limits, said)
        error, _ = _done(watch, lambda: chain.learn(request, self.engines, said))
        if error or not said.reached:
            return chain.failed_before(error)
        return Learned(said.ledger)

    def _run(self, request: Run, *, watch_locks: bool = True) -> Reply:
        said = Said()
        watch = Watch(self.chain.allowed(request.limits), said, self.chain.folders)
        locks = self.locks.setdefault(request.plan.steps, LockWatch())
        with failing(request.fails_at, said), locks.watching() if watch_locks else nullcontext():
            error, seconds = _done(watch, lambda: self.chain.run(request, self.engines, said))
        if not said.reached and not isinstance(error, LimitReached):
            return self.chain.failed_before(error)
        outcome = self._outcome(watch, error, said, seconds)
        return replace(outcome, steps=request.plan.steps, locks=locks.locks)

    def _rehearse(self, request: Rehearse) -> Reply:
        # A driver that most chains need not import.
        from handrail.chains.rehearsing import Stage

        self.stage = self.stage or Stage()

        def run(step: Step) -> Reply:
            plan = Plan(steps=(step,))
            asked = Run(request.url, plan, request.limits, request.arguments)
            # In one transaction those of the steps before are held too.
            return self._run(asked, watch_locks=False)

        with self.engines.handing_out(self.stage.opened):
            return Rehearsed(self.stage.rehearse(request.url, run, request.work))

    def _drive(self, request: Drive) -> Reply:
        from handrail.chains.raw_drivers import noting
        from handrail.chains.runners import plain_address

        said = Said()
        os.environ["DATABASE_URL"] = plain_address(request.url)
        watch = Watch(self.chain.allowed(request.limits), said)

        def drive() -> None:
            quiet = redirect_stdout(said.output)
            with self.engines.leading_to(request.url), noting(watch.failed), quiet:
                self.runner(request.url, request.folder)

        error, seconds = _done(watch, drive)
        return self._outcome(watch, error, said, seconds)

    def _outcome(
        self, watch: Watch, error: BaseException | None, said: Said, seconds: float
    ) -> Outcome:
        folders = self.chain.folders
        place = place_of(error.__traceback__, folders) or said.place if error else None
        return Outcome(
            kind=_kind(error),
            error=words_of(error) if error else None,
            error_type=type(error).__name__ if error else None,
            deliberate=said.refused or is_deliberate(error, folders) if error else False,
            failed_statement=error.statement if isinstance(error, DBAPIError) else None,
            location=place,
            statements=tuple(watch.statements),
            places=tuple(watch.places),
            statement_count=watch.count,
            statements_before=watch.before_steps,
            seconds=seconds,
            messages=said.lines,
            ledger=said.ledger,
            ledger_column=said.ledger_column,
            raised=tuple(watch.raised),
            declarations=tuple(watch.declarations),
        )


def _done(watch: Watch, work: Callable[[], None]) -> tuple[BaseException | None, float]:
    """Whatever the work raised under the watch, and the seconds it took."""
    began = time.monotonic()
    error: BaseException | None = None
    try:
        with watch.watching():
            work()
    except BaseException as raised:  # noqa: BLE001 - a step may raise anything, exits included
        error = raised
    return error, time.monotonic() - began


def _loaded(target: Target) -> Kind:
    if target.functions:
        from handrail.chains.python_functions import FunctionChain

        return FunctionChain(target)
    if target.sql is None:
        return AlembicChain(target)
    # Its reader of SQL takes a quarter of a second to import.
    from handrail.chains.sql_files.chain import SqlChain

    return SqlChain(target)


def _kind(error: BaseException | None) -> OutcomeKind:
    if error is None:
        return OutcomeKind.DONE
    return OutcomeKind.STOPPED if isinstance(error, LimitReached) else OutcomeKind.CRASHED


def serve(handle: int) -> NoReturn:
    """Answer over the socket ``handle`` until its other side is closed, then end the process."""
    sys.dont_write_bytecode = True  # nothing is written into the target's folders
    child = Child()
    with Connection(handle) as connection:
        while True:
            try:
                request = connection.recv()
            except EOFError:
                break
            connection.send(child.answer(request))
    os._exit(0)
