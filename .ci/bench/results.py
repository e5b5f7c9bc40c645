"""What was measured, as a table, with the goals beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

from measures import FLOOR, MRT, PEER, PEER_UP_DOWN, WALK

LONG = "200 revisions"
NONE, FULL = WALK.format("none"), WALK.format("adversarial")
Key = tuple[str, str, str]


@dataclass
class Result:
    """Seconds of the runs of one command."""

    key: Key
    seconds: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        """The middle one."""
        return median(self.seconds)

    def __str__(self) -> str:
        if len(self.seconds) == 1:
            return f"{self.median:.2f} (once)"
        return f"{self.median:.2f} ({min(self.seconds):.2f} to {max(self.seconds):.2f})"


@dataclass(frozen=True)
class Goal:
    """A ratio that may be as large as ``most`` and no larger, where that was set as a goal."""

    what: str
    database: str
    ratio: float
    most: float | None

    @property
    def words(self) -> list[str]:
        """A line of a table."""
        line = [self.what, self.database, f"{self.ratio:.2f}"]
        if self.most is None:
            return [*line, "", ""]
        return [*line, f"{self.most:g}", "met" if self.ratio <= self.most else "missed"]


def goals(results: Mapping[Key, Result]) -> Iterator[Goal]:
    """Every ratio for which both sides were measured; the goals are for 200 revisions."""
    for database in dict.fromkeys(key[2] for key in results):
        for chain in dict.fromkeys(key[1] for key in results):
            for peer, most in ((PEER, 1.0), (PEER_UP_DOWN, 1.0), (MRT, 0.05)):
                ours, theirs = (
                    results.get((FULL, chain, database)),
                    results.get((peer, chain, database)),
                )
                if ours and theirs:
                    what = f"{FULL}, against {peer}, {chain}"
                    goal = most if chain == LONG else None
                    yield Goal(what, database, ours.median / theirs.median, goal)
        yield from _against_floor(results, database)
        yield from _growth(results, database)


def _against_floor(results: Mapping[Key, Result], database: str) -> Iterator[Goal]:
    """Without what both take for a chain of one revision: the time inside the walk."""
    sides = [_beyond(results, what, LONG, "1 revision", database) for what in (NONE, FLOOR)]
    if all(sides):
        yield Goal(f"{NONE}, against the {FLOOR}, {LONG}", database, sides[0] / sides[1], 2.0)


def _growth(results: Mapping[Key, Result], database: str) -> Iterator[Goal]:
    """What one revision costs in a chain of 2,000 against one of 200."""
    long, short = (results.get((FULL, f"{n} revisions", database)) for n in (2000, 200))
    if long and short:
        ratio = long.median / 2000 / (short.median / 200)
        yield Goal(f"{FULL}, a revision of 2000 against one of 200", database, ratio, 1.2)


def _beyond(
    results: Mapping[Key, Result], what: str, chain: str, least: str, database: str
) -> float:
    most, few = results.get((what, chain, database)), results.get((what, least, database))
    return most.median - few.median if most and few else 0.0


def as_markdown(results: Mapping[Key, Result]) -> str:
    """Two tables: seconds, and ratios with their goals."""
    databases = list(dict.fromkeys(key[2] for key in results))
    rows = [
        [what, chain, *(str(results.get((what, chain, each), "")) for each in databases)]
        for what, chain in dict.fromkeys((key[0], key[1]) for key in results)
    ]
    seconds = _table(["seconds, median (least to most)", "chain", *databases], rows)
    judged = [goal.words for goal in goals(results)]
    return f"{seconds}\n{_table(['ratio', 'database', 'measured', 'goal', ''], judged)}"


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
