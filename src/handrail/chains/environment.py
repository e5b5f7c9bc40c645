"""A target's env.py, run with SQLAlchemy's ways to a database leading to ours.

What env.py sets on its engine and connection (listeners, pragmas, schemas) and what it hands to
``context.configure`` all takes effect, since it runs as it is; only where the connection leads is
decided here. The URL in the target's configuration is never read (design page, section 1).
"""

from __future__ import annotations

import logging.config
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, redirect_stdout
from types import ModuleType
from typing import Any

from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext, MigrationStep, RevisionStep
from alembic.script import ScriptDirectory
from sqlalchemy import URL

from handrail.chains.engines import Engines
from handrail.chains.loading import Chain
from handrail.chains.requests import Plan
from handrail.chains.said import Said
from handrail.model import Direction, Step


def run_environment(chain: Chain, engines: Engines, url: URL, plan: Plan, said: Said) -> None:
    """Run env.py once for ``plan`` on the database behind ``url``.

    Whatever env.py or a revision raises comes through. Every engine that was made is disposed.
    """
    config, scripts = chain.config, chain.scripts
    address = url.render_as_string(hide_password=False)
    config.set_main_option("sqlalchemy.url", address.replace("%", "%%"))

    def steps(heads: tuple[str, ...], migration: MigrationContext) -> Iterable[RevisionStep]:
        said.reached = True
        schema = migration.version_table_schema
        said.ledger = f"{schema}.{migration.version_table}" if schema else migration.version_table
        return _steps(scripts, plan, heads)

    context = EnvironmentContext(config, scripts, fn=steps, destination_rev=plan.destination)
    quiet = _replaced(logging.config, "fileConfig", _nothing)
    with engines.leading_to(url), quiet, redirect_stdout(said.output), context:
        scripts.run_env()


def _steps(scripts: ScriptDirectory, plan: Plan, heads: tuple[str, ...]) -> Iterable[RevisionStep]:
    if plan.command == "upgrade":
        return scripts._upgrade_revs(plan.destination, heads)  # type: ignore[arg-type]
    if plan.command == "downgrade":
        return scripts._downgrade_revs(plan.destination, heads)  # type: ignore[arg-type]
    return [_step(scripts, step) for step in plan.steps]


def _step(scripts: ScriptDirectory, step: Step) -> RevisionStep:
    script = scripts.get_revision(step.revision)
    if step.direction is Direction.UPGRADE:
        return MigrationStep.upgrade_from_script(scripts.revision_map, script)
    return MigrationStep.downgrade_from_script(scripts.revision_map, script)


@contextmanager
def _replaced(module: ModuleType, name: str, value: Any) -> Iterator[None]:
    before = getattr(module, name)
    setattr(module, name, value)
    try:
        yield
    finally:
        setattr(module, name, before)


def _nothing(*_args: Any, **_options: Any) -> None:
    """Logging stays as it is: a target's set-up would write where the target wants."""
