"""The keyword library of Handrail's own Robot suites.

::

    Library    benches.robot_library.RobotLibrary    database=sqlite

Keywords of each area are in a module of their own; the library puts them together, and gives each
test a workbench as behave's hooks give one to each scenario.
"""

from __future__ import annotations

from robot.api.deco import library

from benches.agents.console_keywords import ConsoleKeywords
from benches.browser.keywords import BrowserKeywords
from benches.browser.shared import BROWSER
from benches.calls_keywords import CallsKeywords
from benches.databases_keywords import DatabasesKeywords
from benches.integrity_keywords import IntegrityKeywords
from benches.kills_keywords import KillsKeywords
from benches.planted_chains import PLANTED
from benches.processes_keywords import ProcessesKeywords
from benches.report.report_keywords import ReportKeywords
from benches.report.written import WRITTEN
from benches.scenario_benches import ScenarioBenches
from handrail.acceptance.robot_benches import RobotBenches


@library(scope="SUITE", listener="SELF")
class RobotLibrary(
    ProcessesKeywords,
    DatabasesKeywords,
    IntegrityKeywords,
    KillsKeywords,
    CallsKeywords,
    BrowserKeywords,
    ConsoleKeywords,
    ReportKeywords,
    RobotBenches,
):
    """A fresh workbench for each test, closed after it."""

    make_benches = ScenarioBenches

    def close(self) -> None:
        """No browser, report or database full of plans is left either when the suite has ended."""
        BROWSER.close()
        WRITTEN.close()
        PLANTED.close()
        super().close()
