"""Handrail for any behave project, by one setting.

::

    [tool.behave]
    runner = "handrail.acceptance.behave_runner:HandrailRunner"

gives each scenario a workbench, at which the phrases of ``handrail.acceptance.behave_steps`` work,
and has expected failures understood. For these alone, without anything else of Handrail::

    runner = "handrail.acceptance.behave_runner:ExpectedFailureRunner"

A failed check is an AssertionError in a Then, or in an And or But that continues a Then, outside
the Background. Scenarios that are skipped, not reached or only looked at in a dry run are not
judged.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from behave.model import Scenario, Step
from behave.model_type import Status
from behave.reporter.junit import JUnitReporter
from behave.runner import Runner

from handrail.acceptance.tagged_features import tagged_in
from handrail.errors import TargetError
from handrail.expected_failures import (
    Failure,
    IssueBook,
    Judged,
    Verdict,
    judge,
    offenders,
    open_issue,
    summary,
)

if TYPE_CHECKING:
    from handrail.acceptance.scenario_benches import ScenarioBenches

_Hook = Callable[[Any, Scenario], None]

JUNIT_TYPE = "handrail.expected_failure"
"""The type of a skipped JUnit test case that failed as expected (pytest: ``pytest.xfail``)."""

PROVED = "handrail.prove"
"""``-D handrail.prove=41``: whatever bears issue 41 is expected to fail, though no tag says so."""

_BROKEN_SUB_STEP = re.compile(r"(?!FAILED)[A-Z_]+ SUB-STEP: ")


class ExpectedFailureRunner(Runner):  # type: ignore[misc]
    """Behave's runner, with ``@tdd_expected_fail`` understood.

    A breach of the rules for tags, or an unreadable ``issues.toml``, ends the process with exit
    code 2 before any hook or scenario runs. The verdicts are summed up at the end.
    """

    def __init__(self, config: Any) -> None:
        super().__init__(config)
        self._issues = IssueBook()
        self._proved = config.userdata.getint(PROVED, 0)
        self._judged: dict[Scenario, Judged] = {}
        config.reporters[:] = [self._reporter(each) for each in config.reporters]

    def run_model(self, features: Any = None) -> bool:
        """As behave's, and the summary of expected failures after behave's own."""
        self._stop_on_broken_rules()
        with _every_scenario_run_through(self._run_scenario):
            failed = bool(super().run_model(features))
        if self._judged:
            print(f"\n{summary(list(self._judged.values()))}")
        return failed

    def _stop_on_broken_rules(self) -> None:
        try:
            broken = [str(each) for each in offenders(tagged_in(self.features), self._issues.of)]
        except TargetError as error:
            broken = [str(error)]
        if broken:
            print("\n".join(["Nothing was run: the rules for tags are broken.", *broken]))
            sys.exit(2)

    def _run_scenario(self, scenario: Scenario, run: Callable[[], bool]) -> bool:
        failed = run()
        number = open_issue(scenario.effective_tags, self._proved)
        if number is None or not _has_run(scenario):
            return failed
        issue = self._issues.of(scenario.filename)[number]
        verdict = judge(issue, list(_failures(scenario)))
        self._judged[scenario] = Judged(str(scenario.location), verdict)
        _show(scenario, verdict, failed)
        return not verdict.green

    def _reporter(self, reporter: Any) -> Any:
        if isinstance(reporter, JUnitReporter):
            return _JUnitReporter(self.config, self._judged)
        return reporter


class HandrailRunner(ExpectedFailureRunner):
    """A fresh ``context.bench`` for each scenario, closed after it; no environment.py is needed.

    ``behave -D database=postgresql`` runs the scenarios on PostgreSQL instead of SQLite. One whose
    needs that database does not meet is skipped, with the reason at the end; one that passes,
    although an outcome was bad and nobody has looked at it, fails. Hooks of a project's own
    environment.py run too, with the bench in hand.
    """

    def run_model(self, features: Any = None) -> bool:
        """As behave's; an unknown database ends the process with exit code 2 before that."""
        self._skipped: list[str] = []
        try:
            self._benches = self.make_benches(self.config.userdata.get("database", "sqlite"))
        except TargetError as error:
            print(f"Nothing was run: {error}")
            sys.exit(2)
        try:
            self.hooks |= {
                "before_scenario": self._opening(self.hooks.get("before_scenario", _no_hook)),
                "after_scenario": self._closing(self.hooks.get("after_scenario", _no_hook)),
            }
            return super().run_model(features)
        finally:
            self._benches.end()
            print(*self._skipped, sep="\n", end="\n" if self._skipped else "")

    def make_benches(self, database: str) -> ScenarioBenches:
        """The workbenches of this run."""
        # Who wants the protocol alone does not wait for SQLAlchemy.
        from handrail.acceptance.scenario_benches import ScenarioBenches

        return ScenarioBenches(database)

    def _opening(self, hook: _Hook) -> _Hook:
        @wraps(hook)
        def before_scenario(context: Any, scenario: Scenario) -> None:
            context.bench = self._benches.new()
            reason = self._benches.unmet(scenario.effective_tags)
            if reason:
                told = f"skipped: {scenario.location} {scenario.name.strip()}: {reason}"
                self._skipped.append(told)
                # With the reason in hand it would log a warning too.
                scenario.skip()
                scenario.skip_reason = reason
            hook(context, scenario)

        return before_scenario

    def _closing(self, hook: _Hook) -> _Hook:
        @wraps(hook)
        def after_scenario(context: Any, scenario: Scenario) -> None:
            try:
                hook(context, scenario)
            finally:
                unlooked = self._benches.close(context.bench, scenario.status.is_passed())
            assert not unlooked, unlooked

        return after_scenario


def _no_hook(context: Any, scenario: Scenario) -> None:
    """What a project without such a hook has."""


class _JUnitReporter(JUnitReporter):  # type: ignore[misc]
    """An expected failure is a skipped test case; one that is red says so before its own words."""

    def __init__(self, config: Any, judged: dict[Scenario, Judged]) -> None:
        super().__init__(config)
        self._judged = judged

    def _process_scenario(self, scenario: Scenario, report: Any) -> None:
        super()._process_scenario(scenario, report)
        if scenario not in self._judged:
            return
        case, verdict = report.testcases[-1], self._judged[scenario].verdict
        if verdict.green:
            report.counts_skipped += 1
            told = {"type": JUNIT_TYPE, "message": verdict.message}
            case.set("status", "skipped")
            case.insert(0, ElementTree.Element("skipped", told))
        else:
            case[0].set("message", verdict.message)


@contextmanager
def _every_scenario_run_through(
    wrap: Callable[[Scenario, Callable[[], bool]], bool],
) -> Iterator[None]:
    """Scenario.run goes through ``wrap`` meanwhile.

    On the class, since behave builds the scenarios of an outline again whenever a hook has changed
    its tables, and a wrapped instance would be lost.
    """
    original = Scenario.run

    def run(scenario: Scenario, runner: Runner) -> bool:
        return wrap(scenario, lambda: original(scenario, runner))

    Scenario.run = run
    try:
        yield
    finally:
        Scenario.run = original


def _has_run(scenario: Scenario) -> bool:
    return not (scenario.status.is_untested() or scenario.status is Status.skipped)


def _failures(scenario: Scenario) -> Iterator[Failure]:
    checks = {id(step) for step in scenario.steps if step.step_type == "then"}
    for step in scenario.all_steps:
        if step.status.has_failed():
            message = _message(step)
            is_check = (
                id(step) in checks
                and step.status is Status.failed
                and not _BROKEN_SUB_STEP.match(message)
            )
            yield Failure(f'"{step.keyword} {step.name}"', message, is_check)
    if scenario.status.is_hook_error():
        yield Failure("a hook or a clean-up", scenario.error_message or "", is_check=False)


def _message(step: Step) -> str:
    if step.exception is None:
        return f"the step is {step.status.name}"
    if step.status is Status.failed:
        return str(step.exception)
    return f"{type(step.exception).__name__}: {step.exception}"


def _show(scenario: Scenario, verdict: Verdict, failed: bool) -> None:
    """Behave's reporters and exit code follow the verdict, and the screen says it."""
    print(f"\n  {verdict.message}")
    if verdict.green:
        scenario.set_status(Status.passed)
    elif not failed:
        scenario.set_status(Status.failed)
        scenario.store_exception_context(AssertionError(verdict.message))
        scenario.error_message = verdict.message
