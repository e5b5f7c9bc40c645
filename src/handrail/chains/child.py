"""The child process that loads a chain once and runs its steps."""

from __future__ import annotations

import os
import sys
import time
from argparse import Namespace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NoReturn

from sqlalchemy.exc import DBAPIError

from handrail.chains.engines import Engines
from handrail.chains.environment import Said, run_environment
from handrail.chains.loading import Chain, load
from handrail.chains.requests import Failed, Load, Loaded, Plan, Reply, Request, Run
from handrail.chains.watching import LimitReached, Watch, is_deliberate, place_of, words_of
from handrail.errors import TargetError
from handrail.model import Outcome, OutcomeKind


class Child:
    """Answers requests about one chain."""

    chain: Chain

    def __init__(self) -> None:
        self.engines = Engines()
        self.engines.install()

    def answer(self, request: Request) -> Reply:
        """The reply to one request; never raises for what the target does."""
        if isinstance(request, Run):
            return self._run(request)
        try:
            return self._load(request)
        except TargetError as error:
            return Failed(error.what, error.where, error.then)

    def _load(self, request: Load) -> Loaded:
        os.environ.clear()
        os.environ.update(request.environment)
        sys.path[0] = request.folder
        os.chdir(request.target.directory)
        self.chain = load(request.target)
        return Loaded(self.chain.revisions, tuple(sorted(self.chain.scripts.get_heads())))

    def _run(self, request: Run) -> Reply:
        self.chain.config.cmd_opts = Namespace(x=list(request.arguments))
        watch = Watch(request.limits)
        began = time.monotonic()
        said = Said()
        error: BaseException | None = None
        try:
            with watch.watching():
                run_environment(self.chain, self.engines, request.url, request.plan, said)
        except BaseException as raised:  # noqa: BLE001 - a step may raise anything, exits included
            error = raised
        if not said.reached and not isinstance(error, LimitReached):
            return self._env_failed(error)
        return self._outcome(request.plan, watch, error, said, time.monotonic() - began)

    def _env_failed(self, error: BaseException | None) -> Failed:
        """No step was begun: env.py is at fault, not a revision."""
        env = Path(self.chain.scripts.dir, "env.py").absolute()
        place = place_of(error.__traceback__, (env,)) if error else None
        where = f"{env}:{place.line}" if place else str(env)
        if error is None:
            return Failed("env.py ended without running any migration", where)
        return Failed(f"env.py failed: {type(error).__name__}: {words_of(error)}", where)

    def _outcome(
        self,
        plan: Plan,
        watch: Watch,
        error: BaseException | None,
        said: Said,
        seconds: float,
    ) -> Outcome:
        return Outcome(
            kind=_kind(error),
            steps=plan.steps,
            error=words_of(error) if error else None,
            error_type=type(error).__name__ if error else None,
            deliberate=is_deliberate(error, self._folders()) if error else False,
            failed_statement=error.statement if isinstance(error, DBAPIError) else None,
            location=place_of(error.__traceback__, self._folders()) if error else None,
            statements=tuple(watch.statements),
            statement_count=watch.count,
            seconds=seconds,
            messages=said.lines,
            ledger=said.ledger,
            declarations=tuple(watch.declarations),
        )

    def _folders(self) -> tuple[Path, ...]:
        return tuple(Path(folder).absolute() for folder in self.chain.scripts._version_locations)


def _kind(error: BaseException | None) -> OutcomeKind:
    if error is None:
        return OutcomeKind.DONE
    return OutcomeKind.STOPPED if isinstance(error, LimitReached) else OutcomeKind.CRASHED


def serve(handle: int) -> NoReturn:
    """Answer over the socket ``handle`` until its other side is closed, then end the process."""
    child = Child()
    with Connection(handle) as connection:
        while True:
            try:
                request = connection.recv()
            except EOFError:
                break
            connection.send(child.answer(request))
    os._exit(0)
