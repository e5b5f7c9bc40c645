"""What was measured, and the goals that it is held against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from statistics import median

import measures
from measures import FLOOR, FULL, GAUNTLET, MRT, NONE, PEER, PEER_UP_DOWN, Key, Sample

LONG = "200 revisions"
LONGER = "2,000 revisions"
FEW, MANY = (f"{rows:,} rows" for rows in measures.MANY)
DATABASES = ("sqlite", "postgresql")


@dataclass
class Result:
    """Every run of one command."""

    key: Key
    samples: list[Sample] = field(default_factory=list)

    @property
    def figures(self) -> list[float]:
        """Of each run, mostly its seconds."""
        return [sample.figure for sample in self.samples]

    @property
    def median(self) -> float:
        """The middle one."""
        return median(self.figures)

    @property
    def mib(self) -> float:
        """What the largest process held, in the middle one of the runs."""
        return median(sample.mib for sample in self.samples)

    def __str__(self) -> str:
        digits = 2 if self.median >= 0.1 else 3
        if len(self.samples) == 1:
            return f"{self.median:.{digits}f} (once)"
        least, most = (f"{each:.{digits}f}" for each in (min(self.figures), max(self.figures)))
        return f"{self.median:.{digits}f} ({least} to {most})"


Results = Mapping[Key, Result]


@dataclass(frozen=True)
class Goal:
    """A figure that may be as large as ``most`` and no larger, where that was set as a goal."""

    what: str
    database: str
    figure: float
    most: float | None
    unit: str = ""

    @property
    def is_missed(self) -> bool:
        """It is larger."""
        return self.most is not None and self.figure > self.most

    @property
    def cells(self) -> list[str]:
        """A line of a table."""
        line = [self.what, self.database, f"{self._rounded(self.figure)}{self.unit}"]
        if self.most is None:
            return [*line, "", ""]
        return [*line, f"{self.most:g}{self.unit}", "missed" if self.is_missed else "met"]

    def __str__(self) -> str:
        where = f" ({self.database})" if self.database else ""
        return (
            f"{self.what}{where}: {self._rounded(self.figure)}{self.unit},"
            f" where {self.most:g}{self.unit} is the goal"
        )

    def _rounded(self, figure: float) -> str:
        """With as many digits as it takes to see on which side of the goal it is."""
        digits = 3 if self.most and self.most < 0.1 else 2
        return f"{figure:.{digits}f}"


def goals(results: Results) -> list[Goal]:
    """Every figure of which all that it is made from was measured."""
    of_databases = (
        goal
        for database in DATABASES
        for judge in (_against_peers, _against_floor, _growth, _many_rows)
        for goal in judge(results, database)
    )
    return [*of_databases, *_jobs(results), *_start(results)]


def _against_peers(results: Results, database: str) -> Iterator[Goal]:
    """The goals are for 200 revisions."""
    for chain in dict.fromkeys(key.of for key in results):
        for peer, most in ((PEER, 1.0), (PEER_UP_DOWN, 1.0), (GAUNTLET, None), (MRT, 0.05)):
            ratio = _ratio(results, Key(FULL, chain, database), Key(peer, chain, database))
            if ratio is not None:
                goal = most if chain == LONG else None
                yield Goal(f"{FULL}, against {peer}, {chain}", database, ratio, goal)


def _against_floor(results: Results, database: str) -> Iterator[Goal]:
    """Without what both take for a chain of one revision: the time inside the walk."""
    sides = []
    for what in (NONE, FLOOR):
        most = results.get(Key(what, LONG, database))
        least = results.get(Key(what, "1 revision", database))
        if most and least:
            sides.append(most.median - least.median)
    if len(sides) == 2:
        ratio = sides[0] / sides[1]
        yield Goal(f"{NONE}, against the {FLOOR}, {LONG}, inside the walk", database, ratio, 2.0)


def _growth(results: Results, database: str) -> Iterator[Goal]:
    """What one revision costs in a chain of 2,000 against one of 200."""
    for what in (NONE, FULL):
        ratio = _ratio(results, Key(what, LONGER, database), Key(what, LONG, database))
        if ratio is not None:
            words = f"{what}, a revision of 2,000 against one of 200"
            yield Goal(words, database, ratio / 10, 1.2)


def _many_rows(results: Results, database: str) -> Iterator[Goal]:
    summed, plain = (Key(what, MANY, database) for what in (measures.SUMMED, measures.PLAIN))
    ratio = _ratio(results, summed, plain)
    if ratio is not None:
        most = 1.5 if database == "sqlite" else 3.0
        words = f"{measures.SUMMED} of {MANY}, against a {measures.PLAIN}"
        yield Goal(words, database, ratio, most)
    many, few = (results.get(Key(measures.SUMMED, rows, database)) for rows in (MANY, FEW))
    if many and few:
        words = f"memory of the process at {MANY}, beyond that at {FEW}"
        yield Goal(words, database, many.mib - few.mib, 200, " MiB")


def _jobs(results: Results) -> Iterator[Goal]:
    two, one = (
        next((key for key in results if key.what == measures.JOBS.format(words)), None)
        for words in ("two jobs", "one job")
    )
    ratio = _ratio(results, two, one) if one and two else None
    if one and ratio is not None:
        most = 0.65 if one.of == LONG else None
        yield Goal(f"two jobs, against one, {one.of}", measures.BOTH, ratio, most)


def _start(results: Results) -> Iterator[Goal]:
    server = "embedded PostgreSQL"
    for key, most, unit in (
        (Key(measures.HELP, "start"), 0.3, " s"),
        (Key(measures.COUNTED, measures.HELP), 0.0, ""),
        (Key(measures.FIRST, server), 1.5, " s"),
        (Key(measures.SECOND, server), None, " s"),
        (Key(measures.STARTS, server), 0.0, ""),
    ):
        if key in results:
            words = key.what if key.of == "start" else f"{key.of}: {key.what}"
            yield Goal(words, "", results[key].median, most, unit)


def _ratio(results: Results, ours: Key, theirs: Key) -> float | None:
    if ours not in results or theirs not in results:
        return None
    return results[ours].median / results[theirs].median
