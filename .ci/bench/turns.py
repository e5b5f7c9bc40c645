"""Commands take turns, so that whatever else the machine does hits all alike; time is bounded."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from measures import Key, Measure, Sample
from results import Result
from running import FailedError, OutOfTimeError

from handrail.databases import Provider

MARGIN = 1.2
"""What a run may take more than the one before it."""


@dataclass
class Turns:
    """Runs what it is given while there is time; ``left_out`` tells what was not run at all.

    What fails is told, and not run again.
    """

    databases: Mapping[str, Provider]
    runs: int
    patience: float
    ends: float
    results: dict[Key, Result] = field(default_factory=dict)
    left_out: list[Key] = field(default_factory=list)
    failed: list[Key] = field(default_factory=list)

    def take(self, measures: Sequence[Measure]) -> None:
        """Each once, then each once more, and so on."""
        took: dict[Key, list[float]] = {measure.key: [] for measure in measures}
        for turn in range(self.runs):
            for measure in measures:
                spent = took[measure.key]
                if (turn and measure.once) or sum(spent) > self.patience:
                    continue
                if measure.key in self.failed:
                    continue
                if not self._fits(max(spent, default=self._guessed(measure))):
                    if not turn:
                        self._leave_out(measure)
                    continue
                began = time.monotonic()
                self._run(measure, turn)
                spent.append(time.monotonic() - began)

    def _fits(self, seconds: float) -> bool:
        return time.monotonic() + MARGIN * seconds < self.ends

    def _guessed(self, measure: Measure) -> float:
        """From the same command over a shorter chain: at least as much for a revision."""
        size = measure.chain.size if measure.chain else None
        known = [
            result.median * size / shorter
            for shorter in (20, 200)
            if size and size > shorter
            for result in [
                self.results.get(
                    Key(measure.key.what, f"{shorter} revisions", measure.key.database)
                )
            ]
            if result
        ]
        return known[-1] if known else 0.0

    def _run(self, measure: Measure, turn: int) -> None:
        try:
            for key, sample in self._taken(measure):
                self.results.setdefault(key, Result(key)).samples.append(sample)
                words = " | ".join(filter(None, (key.what, key.of, key.database)))
                print(f"{turn + 1} {words}: {sample.figure:.2f}, {sample.mib:.0f} MiB", flush=True)
        except OutOfTimeError:
            if measure.key not in self.results:
                self._leave_out(measure)
        except FailedError as error:
            self.failed.append(measure.key)
            print(error, flush=True)

    def _taken(self, measure: Measure) -> Sequence[tuple[Key, Sample]]:
        at_most = self.ends - time.monotonic()
        if not measure.wants_database:
            return list(measure.take("", at_most))
        # What it wants of a database is made before and dropped after.
        database = self.databases[measure.key.database].make()
        try:
            # An ini file takes a percent sign for the beginning of a name.
            url = database.url.render_as_string(hide_password=False).replace("%2F", "/")
            return list(measure.take(url, at_most))
        finally:
            database.drop()

    def _leave_out(self, measure: Measure) -> None:
        self.left_out.append(measure.key)
        print(f"left out: {measure.key}", flush=True)
