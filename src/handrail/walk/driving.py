"""A user's own runner, beside the honest one, on databases that it alone has brought there."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from handrail.config import WalkOptions
from handrail.databases import Database, Provider
from handrail.databases.account import Account
from handrail.databases.scratch import ScratchFolder
from handrail.errors import ServerLostError
from handrail.model import Direction, NotExercised, Outcome, OutcomeKind, Revision, Schema, Snapshot
from handrail.rows import Placed, Rejected, put
from handrail.snapshots import schema_differences, take
from handrail.walk.claims import claims, made
from handrail.walk.copies import clone, drop, make
from handrail.walk.passage import Drive, Passage, Visit, only_tables
from handrail.walk.stepping import Stepper


class Driver:
    """Gives the runner a folder with the files up to a revision, and looks at what it did.

    Files that failed when they were run honestly are left out of the folder once the walk has
    gone beyond them, so that what is seen at a revision is its own.
    """

    def __init__(self, stepper: Stepper, provider: Provider, options: WalkOptions) -> None:
        self._stepper = stepper
        self._seconds = options.seconds
        self._provider = provider
        self._baseline = options.baseline
        self._applied: list[Revision] = []
        self.begin_anew()
        self._folder = ScratchFolder(Account())
        self._folder.keep()

    def begin_anew(self) -> None:
        """A new database, which the runner has not seen yet."""
        self._below = make(self._provider)
        if self._baseline:
            self._stepper.chain.lay(self._below, self._baseline)
        self._pending = bool(self._applied)

    def climb(self, revision: Revision) -> None:
        """The revision belongs to every folder from now on."""
        self._applied.append(revision)
        self._pending = True

    def visit(self, visit: Visit, near: Schema) -> tuple[tuple[Drive, ...], list[NotExercised]]:
        """What the runner does with the revision, and what could not be tried.

        On an empty database, and over each load under which the honest run crashed; ``near`` is
        the schema that rows are put into.
        """
        self._come()
        reason = self._strays(visit)
        if reason:
            return (), [_not_driven(visit, reason)]
        drives = [self.drive(visit, passage, near) for passage in _to_drive(visit)]
        found = tuple(drive for drive in drives if drive)
        left_alone = any(_leaves_alone(drive) for drive in found)
        return found, [_not_driven(visit, "the runner leaves it alone")] if left_alone else []

    def close(self) -> None:
        """The database and the folder are gone."""
        with suppress(ServerLostError):
            drop(self._below)
        self._folder.remove()

    def follow(self) -> None:
        """Let the runner come along where another shard visits; what it does is theirs to count."""
        counted = self._stepper.steps
        self._come()
        self._stepper.steps = counted

    def _come(self) -> None:
        """Let the runner come to where the next revision begins."""
        if self._pending:
            self._run(self._below, self._applied)
            self._pending = False

    def _strays(self, visit: Visit) -> str | None:
        """Why the runner is not where the revision begins; None where it is."""
        known = frozenset(visit.below.tables)
        there = only_tables(self._look(self._below).schema, known)
        lies = schema_differences(visit.below, there)
        return f"the runner does not come to the revision before it: {lies[0]}" if lies else None

    def drive(self, visit: Visit, passage: Passage, near: Schema) -> Drive | None:
        """What it does over the rows of a passage; None where these do not go into what it made."""
        database = clone(self._below)
        try:
            with database.connect() as connection:
                placed = put(connection, near, passage.load) if passage.load else Placed(())
            if isinstance(placed, Rejected):
                return None
            before = self._look(database)
            given = (*self._applied, visit.revision)
            outcome = self._run(database, given)
            after = self._look(database)
            text = Path(visit.revision.file).read_text(encoding="utf-8")
            return Drive(passage.legs[0], passage.rows, given, text, outcome, before, after)
        finally:
            drop(database)

    def _run(self, database: Database, revisions: Sequence[Revision]) -> Outcome:
        folder = self._folder.path / "migrations"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        for file in {file for revision in revisions for file in _files(revision)}:
            shutil.copy(file, folder)
        seconds = self._seconds * len(revisions)
        return self._stepper.drive(database, folder, seconds)

    def _look(self, database: Database) -> Snapshot:
        """All tables, the runner's own among them."""
        with database.connect() as connection:
            return take(connection, ledger_table="")


def _to_drive(visit: Visit) -> Iterator[Passage]:
    """The control, and what crashed or refused on its first way up."""
    yield visit.control
    for passage in visit.passages[1:]:
        first = passage.legs[0]
        failed = first.outcome.kind in (OutcomeKind.CRASHED, OutcomeKind.REFUSED)
        if first.step.direction is Direction.UPGRADE and failed:
            yield passage


def _leaves_alone(drive: Drive) -> bool:
    """Whether the runner came to its end without applying or recording what can be applied."""
    return drive.honest.done and drive.done and not claims(drive) and not made(drive)


def _not_driven(visit: Visit, reason: str) -> NotExercised:
    return NotExercised(visit.revision.identifier, Direction.UPGRADE, visit.database, reason)


def _files(revision: Revision) -> set[Path]:
    return {Path(file) for file in (revision.file, revision.downgrade_file) if file}
