"""Keywords for Alembic as a real process: run, killed before a statement, killed from outside."""

from __future__ import annotations

from robot.api import logger
from robot.api.deco import keyword

from benches.workbench import Workbench


class KillsKeywords:
    """Each converts, and calls one method of the bench."""

    bench: Workbench

    @keyword
    def plant_one_plan_at(self, revision: str, variant: str, phase: str) -> None:
        """A database of that variant of the chain holds one plan in that phase, with children."""
        self.bench.planted.plant_one(variant, revision, phase)

    @keyword
    def mend_the_plan(self, phase: str) -> None:
        """The one plan is in another phase."""
        self.bench.planted.mend_the_one(phase)

    @keyword
    def run_alembic(self, command: str, variant: str = "as repaired") -> None:
        """``alembic COMMAND`` ran to its end as a process of its own."""
        self.bench.kills.run(command, variant)

    @keyword
    def kill_alembic_before(
        self, statement: str, command: str, variant: str = "as repaired"
    ) -> None:
        """``alembic COMMAND`` got SIGKILL as it was about to send a statement that begins so."""
        self.bench.kills.kill_before(statement, command, variant)

    @keyword
    def kill_alembic_after(self, words: str, command: str, seed: int) -> None:
        """``alembic COMMAND`` got SIGKILL from outside, some time after it printed the words."""
        seconds = self.bench.kills.kill_after(words, command, seed)
        logger.info(f"killed {seconds:.3f} seconds after it had printed {words!r}")

    @keyword
    def alembic_should_be_done(self) -> None:
        """The last command ended well."""
        self.bench.kills.should_be_done()

    @keyword
    def alembic_should_be_cut_short(self) -> None:
        """The last command refused, failed, or was killed."""
        self.bench.kills.should_be_cut_short()

    @keyword
    def no_table_should_be_left_behind(self) -> None:
        """There is no table that was not there before."""
        self.bench.planted.no_table_should_be_left_behind()

    @keyword
    def database_should_be_like_one_never_killed(self) -> None:
        """It holds what an undisturbed upgrade to what its ledger records would have left."""
        ledger = self.bench.planted.should_be_like_one_never_killed()
        logger.info(f"the ledger records {', '.join(ledger)}")
