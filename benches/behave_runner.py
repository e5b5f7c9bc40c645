"""The runner of this repository's own features: Handrail's, at the workbench of benches/."""

from __future__ import annotations

from typing import Any

from benches.scenario_benches import ScenarioBenches
from handrail.acceptance.behave_runner import HandrailRunner


class BenchesRunner(HandrailRunner):
    """``context.bench`` has the areas of this repository's systems too."""

    def make_benches(self, database: str) -> ScenarioBenches:
        """The workbenches of this run."""
        return ScenarioBenches(database)

    def before_all_default_hook(self, context: Any) -> None:
        """What is logged stays where it is: operations of Alembic that run here say much."""
