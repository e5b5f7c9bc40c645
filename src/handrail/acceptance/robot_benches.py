"""A workbench for each test, for libraries of keywords that work at one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from handrail.acceptance.scenario_benches import ScenarioBenches
from handrail.acceptance.tagged_suites import tags_of


class RobotBenches:
    """To be the last base of a library that listens to itself: ``self.bench`` is the workbench."""

    bench: Any
    make_benches: Callable[[str], ScenarioBenches] = ScenarioBenches

    def __init__(self, database: str = "sqlite") -> None:
        self._benches = self.make_benches(database)

    def start_test(self, data: Any, result: Any) -> None:  # noqa: ARG002 - Robot's signature
        """A workbench is there before the test's set-up runs; what cannot run here is skipped."""
        self.bench = self._benches.new()
        reason = self._benches.unmet(tags_of(data))
        if reason:
            data.setup, data.teardown = None, None
            data.body.clear()
            data.body.create_keyword("Skip", args=[reason])

    def end_test(self, data: Any, result: Any) -> None:  # noqa: ARG002
        """A bad outcome that nobody looked at fails a test that passed."""
        unlooked = self._benches.close(self.bench, result.passed)
        if unlooked:
            result.status, result.message = "FAIL", unlooked

    def close(self) -> None:
        """No server and no child process is left when the library is no longer in use."""
        self._benches.end()
