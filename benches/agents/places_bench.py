"""A failure put at every place of every migration, one place at a time."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benches.agents.calling import Outcome, call
from benches.agents.ledger_bench import numbers_in
from benches.agents.migration_files import MigrationFiles
from benches.agents.stages import NOTHING, STAGES, look_at, numbers
from handrail.databases import Provider
from handrail.model import Snapshot
from handrail.snapshots import schema_differences

_SOUND = "as repaired"


@dataclass(frozen=True, slots=True)
class Place:
    """After so many statements of the file of a migration."""

    number: str
    way: str
    statements: int

    def __str__(self) -> str:
        return f"{self.number} {self.way}, after {self.statements} statements"


@dataclass(frozen=True, slots=True)
class _Run:
    """A run that met a failure, what it left, and what the next one without a failure left."""

    place: Place
    outcome: Outcome
    left: Snapshot
    next: Snapshot


class PlacesBench:
    """Runs over databases of all stages; checks look at all runs and name each that is wrong."""

    def __init__(self, provider: Provider) -> None:
        self._provider = provider
        self._runs: list[_Run] = []

    def run_everywhere(self, variant: str, command: str, words: str) -> None:
        """The runner was told the command for every place, with that failure in it."""
        with tempfile.TemporaryDirectory() as scratch:
            sound = MigrationFiles(Path(scratch))
            sound.take(_SOUND)
            self._runs = [
                self._run(variant, place, words, sound.folder) for place in _places(sound, command)
            ]

    def should_fail(self) -> None:
        """Every migration was run, and each run failed and named it."""
        assert [*dict.fromkeys(run.place.number for run in self._runs)] == numbers()
        wrong = [
            f"{run.place}: {run.outcome.error or 'no error'}"
            for run in self._runs
            if run.place.number not in run.outcome.error
        ]
        assert not wrong, "runs went on, though a migration failed:\n" + "\n".join(wrong)

    def should_have_true_ledgers(self) -> None:
        """After each run the schema is the one that its ledger claims."""
        wrong = [f"{run.place}: {lie}" for run in self._runs for lie in self._lies(run.left)]
        assert not wrong, "the ledger claims what the schema does not show:\n" + "\n".join(wrong)

    def should_be_finished(self) -> None:
        """After each run without the failure, the ledger is true and holds all, or one less."""
        wrong = [
            f"{run.place}: the ledger holds {', '.join(numbers_in(run.next)) or 'nothing'}"
            for run in self._runs
            if numbers_in(run.next) != _until(run.place) or list(self._lies(run.next))
        ]
        assert not wrong, "the next run does not mend it:\n" + "\n".join(wrong)

    def close(self) -> None:
        """Nothing is held."""

    def _run(self, variant: str, place: Place, words: str, sound: Path) -> _Run:
        database = STAGES.at(_stage(place), self._provider)
        try:
            with tempfile.TemporaryDirectory() as scratch:
                spoiled = MigrationFiles(Path(scratch))
                spoiled.take(_SOUND)
                spoiled.spoil(place.number, words, place.statements, place.way)
                outcome = call(variant, place.way, database.url, spoiled.folder)
            left = look_at(database)
            call(variant, place.way, database.url, sound)
            return _Run(place, outcome, left, look_at(database))
        finally:
            database.drop()

    def _lies(self, snapshot: Snapshot) -> Iterator[str]:
        """The first thing in which the schema is not that of the last number in the ledger."""
        held = numbers_in(snapshot)
        expected = STAGES.schema_of(held[-1] if held else NOTHING, self._provider)
        yield from (str(each) for each in schema_differences(expected, snapshot.schema)[:1])


def _places(files: MigrationFiles, way: str) -> Iterator[Place]:
    for number in numbers():
        for place in range(len(files.statements(number, way)) + 1):
            yield Place(number, way, place)


def _below(number: str) -> str:
    return [NOTHING, *numbers()][numbers().index(number)]


def _stage(place: Place) -> str:
    """Where the database stands before that file is run."""
    return _below(place.number) if place.way == "up" else place.number


def _until(place: Place) -> list[str]:
    """What the ledger should hold once nothing fails any more."""
    return [number for number in numbers() if place.way == "up" or number < place.number]
