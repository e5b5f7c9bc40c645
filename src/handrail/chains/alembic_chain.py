"""An Alembic chain in the child process: loaded once, its steps run as its own env.py would."""

from __future__ import annotations

import logging.config
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from alembic.runtime.migration import MigrationContext, RevisionStep
from alembic.script import ScriptDirectory
from sqlalchemy import text

from handrail.chains.engines import Engines
from handrail.chains.environment import Environment, PlainEnvironment, Work
from handrail.chains.loading import load
from handrail.chains.requests import Compare, Failed, Learn, Limits, Plan, Run
from handrail.chains.said import Said
from handrail.chains.target import Target
from handrail.chains.unloadable import place_in, what_is_missing, what_to_do
from handrail.model import Direction, Models, Step


class AlembicChain:
    """The child's side of a target that Alembic reads; raises TargetError where it cannot."""

    def __init__(self, target: Target) -> None:
        logging.config.fileConfig = _leave_alone  # it would write where the target wants
        self._chain = load(target)
        self.revisions = self._chain.revisions
        self.heads = tuple(sorted(self._chain.scripts.get_heads()))
        locations = self._chain.scripts._version_locations
        self.folders = tuple(Path(folder).resolve() for folder in locations)  # as Alembic does
        self._own_env = target.settings.own_env
        self._leads_to: str | None = None
        """The schema that plain names mean, where env.py has led them to one of its own."""
        self._environments: dict[tuple[str, ...], Environment] = {}

    def allowed(self, limits: Limits) -> Limits:
        """All of them hold: a revision is a program."""
        return limits

    def environment(self, arguments: tuple[str, ...], engines: Engines) -> Environment:
        """env.py as it is under these arguments, which the configuration holds from now on."""
        engines.own_url = self._chain.own_url
        self._chain.config.cmd_opts = Namespace(x=list(arguments))
        if arguments not in self._environments:
            kind = Environment if self._own_env else PlainEnvironment
            self._environments[arguments] = kind(self._chain, engines)
        return self._environments[arguments]

    def learn(self, request: Learn, engines: Engines, said: Said) -> None:
        """See what env.py does; whatever it raises comes through."""
        environment = self.environment(request.arguments, engines)
        begin = self._work(Plan(), said)

        def work(heads: tuple[str, ...], migration: MigrationContext) -> Iterable[RevisionStep]:
            self._leads_to = _leads_to(migration)
            return begin(heads, migration)

        environment.learn(request.url, work, said)

    def compare(self, request: Compare, engines: Engines, said: Said) -> Models:
        """What the models that env.py hands over say; whatever it raises comes through."""
        # Alembic's comparison takes a tenth of a second to import.
        from handrail.chains.modelling import models_of

        found = Models()

        def work(heads: tuple[str, ...], migration: MigrationContext) -> Iterable[RevisionStep]:
            nonlocal found
            if not said.contexts:
                found = models_of(migration)
            return begin(heads, migration)

        begin = self._work(Plan(), said)
        self.environment(request.arguments, engines).run(request.url, work, said)
        return found

    def run(self, request: Run, engines: Engines, said: Said) -> None:
        """Run the plan as env.py would; whatever it or a revision raises comes through."""
        environment = self.environment(request.arguments, engines)
        plan = request.plan
        environment.run(request.url, self._work(plan, said), said, plan.destination)

    def failed_before(self, error: BaseException | None) -> Failed:
        """No step was begun: env.py is at fault, not a revision."""
        env = Path(self._chain.scripts.dir, "env.py").absolute()
        if error is None:
            what = "env.py ended without running any migration"
            return Failed(what, str(env), "walk without it: --no-env")
        what, then = what_is_missing(error), what_to_do(error)
        ways = filter(None, (then, "walk without it: --no-env"))
        return Failed(f"env.py failed: {what}", place_in(error, env), ", or ".join(ways))

    def _work(self, plan: Plan, said: Said) -> Work:
        """The plan on the first database that env.py takes, and nothing on others."""

        def work(heads: tuple[str, ...], migration: MigrationContext) -> Iterable[RevisionStep]:
            said.contexts += 1
            if said.contexts > 1:
                return ()
            said.begin()
            table = migration.version_table
            schema = migration.version_table_schema or self._leads_to
            said.ledger = f"{schema}.{table}" if schema else table
            return _steps(self._chain.scripts, plan, heads)

        return work


def _steps(scripts: ScriptDirectory, plan: Plan, heads: tuple[str, ...]) -> Iterable[RevisionStep]:
    if plan.command == "upgrade":
        return scripts._upgrade_revs(plan.destination, heads)  # type: ignore[arg-type]
    if plan.command == "downgrade":
        return scripts._downgrade_revs(plan.destination, heads)  # type: ignore[arg-type]
    return [_step(scripts, step, step.revision in plan.passed_over) for step in plan.steps]


def _step(scripts: ScriptDirectory, step: Step, passed_over: bool) -> RevisionStep:
    upgrades = step.direction is Direction.UPGRADE
    script = scripts.get_revision(step.revision)
    made = RevisionStep(scripts.revision_map, script, upgrades)
    if passed_over:
        made.migration_fn = _leave_alone
    return made


def _leave_alone(*_arguments: Any, **_options: Any) -> None:
    """Logging stays as it is, or the database where a revision is passed over."""


def _leads_to(migration: MigrationContext) -> str | None:
    connection = migration.connection
    assert connection is not None
    if connection.dialect.name != "postgresql":
        return None
    schema = connection.scalar(text("SELECT current_schema()"))
    return None if schema == "public" else schema
