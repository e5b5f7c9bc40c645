"""The keyword library of Handrail's own Robot suites.

::

    Library    benches.robot_library.RobotLibrary    database=sqlite

Keywords of each area are in a module of their own; the library puts them together, and gives each
test a workbench as behave's hooks give one to each scenario.
"""

from __future__ import annotations

from typing import Any

from robot.api.deco import library

from benches.agents.browser import BROWSER
from benches.agents.console_keywords import ConsoleKeywords
from benches.agents.servers import SERVERS
from benches.calls_keywords import CallsKeywords
from benches.databases_keywords import DatabasesKeywords
from benches.integrity_keywords import IntegrityKeywords
from benches.kills_keywords import KillsKeywords
from benches.planted_chains import PLANTED
from benches.processes_keywords import ProcessesKeywords
from benches.workbench import Workbench
from handrail.acceptance.known_chains import CHAINS
from handrail.acceptance.providers import SHARED
from handrail.acceptance.requirements import unmet
from handrail.acceptance.tagged_suites import tags_of


@library(scope="SUITE", listener="SELF")
class RobotLibrary(
    ProcessesKeywords,
    DatabasesKeywords,
    IntegrityKeywords,
    KillsKeywords,
    CallsKeywords,
    ConsoleKeywords,
):
    """A fresh workbench for each test, closed after it."""

    def __init__(self, database: str = "sqlite") -> None:
        self.database = database

    def start_test(self, data: Any, result: Any) -> None:  # noqa: ARG002 - Robot's signature
        """A workbench is there before the test's set-up runs; what cannot run here is skipped."""
        self.bench = Workbench(self.database)
        reason = unmet(tags_of(data), self.database, self.bench.capabilities)
        if reason:
            data.setup, data.teardown = None, None
            data.body.clear()
            data.body.create_keyword("Skip", args=[reason])

    def end_test(self, data: Any, result: Any) -> None:  # noqa: ARG002
        """A bad outcome that nobody looked at fails a test that passed."""
        unlooked = self.bench.unlooked() if result.passed else []
        self.bench.close()
        if unlooked:
            result.status, result.message = "FAIL", "\n".join(unlooked)

    def close(self) -> None:
        """No browser, no server and no child process is left when the suite has ended."""
        BROWSER.close()
        PLANTED.close()
        SERVERS.close()
        CHAINS.close()
        SHARED.close()
