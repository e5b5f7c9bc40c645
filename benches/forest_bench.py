"""The rows of a database of plans, many of them at once."""

from __future__ import annotations

from benches.forest import Forest, plant
from handrail.acceptance.contents_bench import ContentsBench


class ForestBench(ContentsBench):
    """Fills the database of a chain with trees of plans too."""

    def plant(self, forest: Forest) -> None:
        """That many plans, in the order and hierarchy of the forest, are in."""
        with self.chain.database.connect() as connection:
            plant(connection, "v3_plans", forest)
            connection.commit()
