"""The workbenches of this repository's own scenarios and tests."""

from __future__ import annotations

from benches.agents.servers import SERVERS
from benches.given.users_mariadb import USERS_MARIADB
from benches.given.users_server import USERS_SERVER
from benches.workbench import Workbench
from handrail.acceptance import scenario_benches


class ScenarioBenches(scenario_benches.ScenarioBenches):
    """With the areas of this repository's systems too."""

    def __init__(self, database: str) -> None:
        super().__init__(database, Workbench)

    def end(self) -> None:
        """No server of the agents, and none that somebody has, is left either."""
        SERVERS.close()
        USERS_SERVER.close()
        USERS_MARIADB.close()
        super().end()
