"""Keywords over a database of the repaired chain "plans" with very many of them."""

# ruff: noqa: S608 - numbers alone are put in.
from __future__ import annotations

import resource
import time
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

from benches.bundled_chains import bundled
from benches.census import census
from robot.api import logger
from robot.api.deco import keyword, library

from handrail.chains import Chain, Limits, resolve
from handrail.chains.naming import named_chain
from handrail.databases import Database, provider
from handrail.model import Direction, Outcome, Step
from handrail.snapshots import schema_of

ARGUMENTS = ("foreign_keys=on",)
LIMITS = Limits(seconds=1800.0, memory=256)
"""A step over any number of rows has this many MiB beside the chain."""
_COUNT = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {plans}) "
_PLANS = (
    "INSERT INTO actions (namespaced_name, name) VALUES ('local/act', 'act')",
    "INSERT INTO lifecycle_plans (plan_id, parent_plan_id, namespaced_name, action_name,"
    " automation_profile) " + _COUNT + "SELECT 'P' || i, CASE WHEN i % 1000 > 1 THEN 'P' ||"
    " (i - i % 1000 + (i % 1000) / 2) END, 'local/plan-' || i, 'local/act',"
    " CASE WHEN i % 3 > 0 THEN 'careful' END FROM n",
    "INSERT INTO plan_projects (plan_id, name, alias) " + _COUNT + "SELECT 'P' || i, 'local/p',"
    " 'alias ' || i FROM n",
    "INSERT INTO plan_arguments (plan_id, name, value) " + _COUNT + "SELECT 'P' || i, 'one', NULL"
    " FROM n",
)
"""A thousand plans are a tree in which each has two children; each has a project, an argument."""
_WRONG_ROOTS = (
    "SELECT count(*) FROM v3_plans AS plan LEFT JOIN v3_plans AS parent"
    " ON parent.plan_id = plan.parent_plan_id"
    " WHERE plan.root_plan_id <> coalesce(parent.root_plan_id, plan.plan_id)"
)


@library(scope="SUITE", auto_keywords=False)
class million:  # noqa: N801 - Robot Framework wants the name of the file
    """One kind of database after the other; what was made is gone when it is let go."""

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._counts: dict[str, int] = {}

    @keyword
    def plant(self, kind: str, plans: int) -> None:
        """So many plans stand at the first revision, and a copy of them beside."""
        self._stack.close()
        databases = self._stack.enter_context(closing(provider(kind)))
        said = named_chain(bundled("plans", "as repaired"), Path("pyproject.toml"))
        chain = Chain(resolve(said.target, said.settings), limits=LIMITS)
        self._chain = self._stack.enter_context(closing(chain))
        self._database = databases.make()
        self._step(self._chain.revisions[0].identifier, Direction.UPGRADE)
        with self._database.connect() as connection:
            for statement in _PLANS:
                text = statement.format(plans=plans)
                connection.exec_driver_sql(text, execution_options={"no_parameters": True})
            connection.commit()
        self._planted: Database = self._database.clone()

    @keyword
    def climb(self) -> None:
        """Every later revision was applied, each by itself."""
        self._counts = {
            each.identifier: self._step(each.identifier, Direction.UPGRADE).statement_count
            for each in self._chain.revisions[1:]
        }

    @keyword
    def climb_down(self) -> None:
        """Every revision but the first was taken back."""
        for each in reversed(self._chain.revisions[1:]):
            self._step(each.identifier, Direction.DOWNGRADE)

    @keyword
    def statements(self) -> dict[str, int]:
        """How many each step up has sent."""
        return self._counts

    @keyword
    def roots_should_hold(self) -> None:
        """Each plan has the root of its parent, or is its own."""
        with self._database.connect() as connection:
            wrong = connection.exec_driver_sql(_WRONG_ROOTS).scalar_one()
        assert not wrong, f"{wrong} plans have another root than their parent"

    @keyword
    def all_should_be_as_planted(self, plans: int) -> None:
        """Every table holds what it held, as streamed sums over all rows tell."""
        began = time.monotonic()
        with self._planted.connect() as old, self._database.connect() as new:
            entries = list(census((old, schema_of(old)), (new, schema_of(new)), {}, ()))
        wrong = [each for each in entries if not each.is_kept or not (each.before and each.after)]
        assert not wrong, f"not as planted: {wrong}"
        held = {each.table: int(each.after.partition(":")[0]) for each in entries}
        assert held["lifecycle_plans"] == held["plan_projects"] == plans, f"there are {held}"
        _tell(f"sums of both: {time.monotonic() - began:.1f} s")

    @keyword
    def memory_should_stay_below(self, mebibytes: int) -> None:
        """This process, through which all checks go, never took more; each step has its limit."""
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        _tell(f"at most {most} MiB in this process, {LIMITS.memory} MiB more allowed to a step")
        assert most < mebibytes, f"{most} MiB were taken"

    def _step(self, revision: str, direction: Direction) -> Outcome:
        step = Step(revision, direction)
        outcome = self._chain.step(self._database, step, arguments=ARGUMENTS)
        assert not outcome.error, f"the {step} fails: {outcome.error}"
        _tell(f"{step}: {outcome.seconds:.1f} s, {outcome.statement_count} statements")
        return outcome

    def close(self) -> Any:
        """Called by Robot Framework at the end."""
        self._stack.close()

    ROBOT_LISTENER_API_VERSION = 3

    @property
    def ROBOT_LIBRARY_LISTENER(self) -> Any:  # noqa: N802 - Robot Framework's name
        """It hears when the suite ends."""
        return self


def _tell(words: str) -> None:
    logger.console(f"    {words}")
