"""One workbench after the other: each scenario, and each test, has its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from handrail.acceptance.known_chains import CHAINS
from handrail.acceptance.providers import SHARED
from handrail.acceptance.requirements import unmet
from handrail.acceptance.workbench import Workbench
from handrail.databases.hiding import hide_passwords


class ScenarioBenches:
    """What behave's runner and Robot's library share; ``make`` gives a workbench for a database.

    Raises TargetError where no provider has the name of the database.
    """

    def __init__(self, database: str, make: Callable[[str], Workbench] = Workbench) -> None:
        hide_passwords()  # whoever runs this may have been told of a server
        self._provider = SHARED.get(database)
        self._database = database
        self._make = make

    def new(self) -> Workbench:
        """A fresh workbench."""
        return self._make(self._database)

    def unmet(self, tags: Iterable[str]) -> str:
        """Why what bears these tags cannot run on the database; empty where it can.

        Raises TargetError for a need that nobody knows.
        """
        return unmet(tags, self._provider)

    def close(self, bench: Workbench, passed: bool) -> str:
        """The workbench is closed; where all passed, the bad outcomes that nobody looked at."""
        unlooked = bench.unlooked() if passed else []
        bench.close()
        return "\n".join(unlooked)

    def end(self) -> None:
        """No server and no child process is left."""
        CHAINS.close()
        SHARED.close()
