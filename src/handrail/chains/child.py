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
from handrail.chains.keeping_out import KeptOut
from handrail.chains.limiting import Limiter
from handrail.chains.locking import LockWatch
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
    Loaded,
    Plan,
    Ran,
    Rehearse,
    Rehearsed,
    Reply,
    Request,
    Run,
)
from handrail.chains.said import Said
from handrail.chains.target import Target
from handrail.chains.watching import Watch, innermost, is_deliberate, place_of
from handrail.chains.words import words_of
from handrail.databases.room import demand_room
from handrail.errors import HandrailError, NoDatabaseError, TargetError
from handrail.model import Models, Outcome, OutcomeKind, Revision, Step

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

    def load(self, request: Load) -> Loaded | Failed:
        """Load the chain; never raises for what the target does."""
        limiter = Limiter(request.limits)
        try:
            with limiter.limiting():
                loaded = self._load(request)
        except TargetError as error:
            return Failed(error.what, error.where, error.then)
        kept_out = self.engines.guard.passed_on(None)
        if kept_out:
            return Failed(words_of(kept_out), request.target.given)
        for each in request.learns:
            self._learn(each)
        return loaded

    def answer(self, request: Request) -> Reply:
        """The reply to one request; never raises for what the target does."""
        try:
            if isinstance(request, Learn):
                return self._learn(request)
            if isinstance(request, Compare):
                return self._compare(request)
            if isinstance(request, Rehearse):
                return self._rehearse(request)
            return self._lay(request) if isinstance(request, Lay) else self._run(request)
        except HandrailError as error:
            no_database = isinstance(error, NoDatabaseError)
            return Failed(error.what, error.where, error.then, no_database)

    def serve(self, connection: Connection) -> NoReturn:
        """Answer requests until the other side closes the connection, then end the process."""
        while True:
            try:
                request = connection.recv()
            except EOFError:
                self.engines.guard.lift()
                os._exit(0)
            connection.send(self.answer(request))

    def _load(self, request: Load) -> Loaded:
        os.environ.clear()
        os.environ.update(request.environment)
        sys.path[0] = request.folder
        os.chdir(request.target.directory)
        self.engines.install(request.driver)
        self.chain = _loaded(request.target)
        if request.runner:
            # Only chains with a runner of their own need this.
            from handrail.chains.runners import runner_of

            os.environ.pop("DATABASE_URL", None)
            self.runner = runner_of(request.runner)
        return Loaded(self.chain.revisions, self.chain.heads)

    def _lay(self, request: Lay) -> Laid | Failed:
        # Only chains that do not begin with nothing need this.
        from handrail.chains.baseline import lay

        def work() -> None:
            with self.engines.leading_to(request.url):
                lay(request.baseline, self.engines.current())

        error, _ = self._done(Watch(request.limits, Said()), work)
        if isinstance(error, TargetError):
            raise error
        return Failed(f"the baseline fails: {words_of(error)}", "--baseline") if error else Laid()

    def _learn(self, request: Learn) -> Learned | Failed:
        said, chain = Said(), self.chain
        assert isinstance(chain, AlembicChain)
        watch, guard = Watch(request.limits, said), self.engines.guard
        guard.decides_on_keys = False
        error, _ = self._done(watch, lambda: chain.learn(request, self.engines, said))
        if error or not said.reached:
            return chain.failed_before(error)
        return Learned(said.ledger, said.contexts, guard.decides_on_keys)

    def _compare(self, request: Compare) -> Compared | Failed:
        said, chain = Said(), self.chain
        assert isinstance(chain, AlembicChain)
        found: list[Models] = []

        def work() -> None:
            found.append(chain.compare(request, self.engines, said))

        error, _ = self._done(Watch(request.limits, said), work)
        words = f"{type(error).__name__}: {words_of(error)}" if error else ""
        return Failed(words) if error else Compared(found[0])

    def _run(self, request: Run | Drive, *, watch_locks: bool = True) -> Ran | Failed:
        said = Said()
        watch = Watch(self.chain.allowed(request.limits), said, self.chain.folders)
        steps = request.plan.steps if isinstance(request, Run) else ()
        locks = self.locks.setdefault(steps, LockWatch())
        with locks.watching() if steps and watch_locks else nullcontext():
            error, seconds = self._done(watch, lambda: self._work(request, watch))
        if not said.reached and not watch.limiter.reached:
            return self.chain.failed_before(error)
        outcome = self._outcome(watch, error, seconds)
        return Ran(replace(outcome, steps=steps, locks=locks.locks), watch.spoils)

    def _rehearse(self, request: Rehearse) -> Rehearsed:
        # A driver that most chains need not import.
        from handrail.chains.rehearsing import Stage

        self.stage = self.stage or Stage()
        spoilt = False

        def run(step: Step) -> Outcome | None:
            nonlocal spoilt
            plan = Plan(steps=(step,))
            asked = Run(request.url, plan, request.limits, request.arguments)
            # In one transaction those of the steps before are held too.
            ran = self._run(asked, watch_locks=False)
            spoilt = spoilt or isinstance(ran, Failed) or ran.spoilt
            return ran.outcome if isinstance(ran, Ran) and not spoilt else None

        with self.engines.handing_out(self.stage.opened):
            result = self.stage.rehearse(request.url, run, request.work)
        return Rehearsed(result, spoilt)

    def _done(self, watch: Watch, work: Callable[[], None]) -> tuple[BaseException | None, float]:
        """Whatever the work raised under the watch, or what was kept out of it; the seconds."""
        began = time.monotonic()
        error: BaseException | None = None
        try:
            with watch.watching():
                work()
        except BaseException as raised:  # noqa: BLE001 - a step may raise anything, exits included
            error = raised
        demand_room(error)
        return self.engines.guard.passed_on(error), time.monotonic() - began

    def _work(self, request: Run | Drive, watch: Watch) -> None:
        if isinstance(request, Drive):
            self._drive(request, watch)
        else:
            with self.engines.enforcing(request.enforces), failing(request.fails_at, watch.said):
                self.chain.run(request, self.engines, watch.said)

    def _drive(self, request: Drive, watch: Watch) -> None:
        from handrail.chains.raw_drivers import noting
        from handrail.chains.runners import plain_address

        os.environ["DATABASE_URL"] = plain_address(request.url)
        watch.said.begin()
        quiet = redirect_stdout(watch.said.output)
        noted = noting(request.url.get_backend_name(), watch.failed)
        with self.engines.leading_to(request.url), noted, quiet:
            self.runner(request.url, request.folder)

    def _outcome(self, watch: Watch, error: BaseException | None, seconds: float) -> Outcome:
        folders, said = self.chain.folders, watch.said
        place = place_of(error.__traceback__, folders) or said.place if error else None
        if isinstance(error, KeptOut):
            place = place or innermost(error.frames, folders)
        deliberate = said.refused or is_deliberate(error, folders) if error else False
        stopped = watch.limiter.stopped(error, deliberate)
        return Outcome(
            kind=OutcomeKind.STOPPED if stopped else _kind(error),
            error=stopped or (words_of(error) if error else None),
            error_type=type(error).__name__ if error else None,
            deliberate=deliberate,
            failed_statement=error.statement if isinstance(error, DBAPIError) else None,
            location=place,
            statements=tuple(watch.statements),
            places=tuple(watch.places),
            statement_count=watch.count,
            statements_before=watch.before_steps,
            seconds=seconds,
            messages=said.printed.lines,
            ledger=said.ledger,
            ledger_column=said.ledger_column,
            raised=tuple(watch.raised),
            declarations=tuple(watch.declarations),
        )


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
    return OutcomeKind.CRASHED if error else OutcomeKind.DONE


def serve(connection: Connection) -> NoReturn:
    """Load a chain and answer, or fork who answers, until the other side closes the connection."""
    sys.dont_write_bytecode = True  # nothing is written into the target's folders
    child = Child()
    request: Load = connection.recv()
    connection.send(child.load(request))
    if request.keeps:
        # It imports this module, to serve the children that it forks first.
        from handrail.chains.forking import serve_forks

        serve_forks(connection, child.serve)
    child.serve(connection)
