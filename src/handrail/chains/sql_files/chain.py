"""A folder of SQL files as a chain: revisions in a line, and steps that are run honestly."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from handrail.chains.engines import Engines
from handrail.chains.requests import Failed, Limits, Plan, Run
from handrail.chains.said import Said
from handrail.chains.sql_files.layouts import SqlMigration, read_folder
from handrail.chains.sql_files.ledger import COLUMNS, Ledger
from handrail.chains.sql_files.running import run_step
from handrail.chains.target import Target
from handrail.chains.words import words_of
from handrail.errors import TargetError
from handrail.model import Direction, Revision, Step

_OPTIONS = {"isolation_level": "AUTOCOMMIT", "no_parameters": True}
"""Transactions are begun by the runner, and a percent sign in a file is nothing but that."""


class SqlChain:
    """The child's side of a folder; raises TargetError for what cannot be read as a chain."""

    folders: tuple[Path, ...] = ()
    """Nothing of the chain is Python."""

    def __init__(self, target: Target) -> None:
        assert target.sql
        self._given = target.given
        self._folder = read_folder(target.sql, target.given)
        self._migrations = {each.version: each for each in self._folder.migrations}
        self.revisions = tuple(_revisions(self._folder.migrations))
        self.heads = (self.revisions[-1].identifier,)

    def allowed(self, limits: Limits) -> Limits:
        """A file has as many statements as are written in it: none of them can go round."""
        return replace(limits, statements=sys.maxsize)

    def run(self, request: Run, engines: Engines, said: Said) -> None:
        """Run the steps of a plan; whatever the database raises comes through.

        What has failed is rolled back as far as it ran in a transaction, and is not recorded.
        """
        said.ledger, said.ledger_column = self._folder.ledger, COLUMNS[self._folder.layout]
        with engines.leading_to(request.url), engines.current().connect() as plain:
            connection = plain.execution_options(**_OPTIONS)
            ledger = Ledger(connection, self._folder.layout)
            for step in self._steps(request.plan, ledger):
                said.begin()
                run_step(connection, self._migrations[step.revision], step.direction, ledger, said)
        said.begin()

    def failed_before(self, error: BaseException | None) -> Failed:
        """Nothing was run: the plan or the database is at fault."""
        return Failed(words_of(error) if error else "nothing was run", self._given)

    def _steps(self, plan: Plan, ledger: Ledger) -> Sequence[Step]:
        if plan.steps:
            return plan.steps
        return tuple(self._on_the_way(plan, ledger.applied()))

    def _on_the_way(self, plan: Plan, applied: set[str]) -> Iterator[Step]:
        """What is pending up to the destination, or what is applied above it."""
        names = list(self._migrations)
        if plan.destination not in ("head", "base", *names):
            raise TargetError(f'there is no revision "{plan.destination}" in this chain')
        count = {"head": len(names), "base": 0}.get(plan.destination)
        if count is None:
            count = names.index(plan.destination) + 1
        if plan.command == Direction.UPGRADE:
            pending = (name for name in names[:count] if not self._is_in(applied, name))
            yield from (Step(name, Direction.UPGRADE) for name in pending)
        else:
            done = (name for name in reversed(names[count:]) if self._is_in(applied, name))
            yield from (Step(name, Direction.DOWNGRADE) for name in done)

    def _is_in(self, applied: set[str], name: str) -> bool:
        return self._migrations[name].recorded in applied


def _revisions(migrations: Sequence[SqlMigration]) -> Iterator[Revision]:
    """Each stands on the one before it."""
    parents: tuple[str, ...] = ()
    for each in migrations:
        down = each.down or each.up
        yield Revision(
            identifier=each.version,
            parents=parents,
            file=str(each.up.file),
            message=each.name.replace("_", " "),
            line=each.up.line,
            downgrade_file=str(down.file),
            downgrade_line=down.line,
            is_repeatable=each.repeatable,
        )
        parents = (each.version,)
