"""The test of alembic-gauntlet that goes up, down and up again, revision by revision."""

from alembic_gauntlet import MigrationTestBase


class TestStairway(MigrationTestBase):
    """One of its seven is asked for by name."""
