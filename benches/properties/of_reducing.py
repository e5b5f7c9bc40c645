"""What is left of rows, whatever the reason is for which they fail."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from benches.properties.trying import tried
from handrail.rows import reduce


@dataclass(frozen=True, slots=True)
class _Reason:
    """Rows fail by their number: these sets as a whole, or any rows that leave such a remainder.

    The latter fails and ceases to fail as rows go, as a real failure does where one hides another.
    """

    rows: int
    sets: tuple[frozenset[int], ...]
    divisor: int

    def fails(self, part: tuple[int, ...]) -> bool:
        held = frozenset(part)
        return any(each <= held for each in self.sets) or sum(part) % self.divisor == 1

    @property
    def all_rows(self) -> tuple[int, ...]:
        return tuple(range(1, self.rows + 1))


_REASONS = st.builds(
    _Reason,
    st.integers(1, 10),
    st.lists(st.frozensets(st.integers(1, 10), min_size=1), max_size=3).map(tuple),
    st.integers(2, 7),
).filter(lambda reason: reason.fails(reason.all_rows))


def the_failure_stays() -> None:
    """What is left fails, is part of what there was, in its order, within the questions allowed."""

    def holds(given: tuple[_Reason, int]) -> None:
        reason, trials = given
        asked: list[tuple[int, ...]] = []

        def fails(part: tuple[int, ...]) -> bool:
            asked.append(part)
            return reason.fails(part)

        left = reduce(reason.all_rows, fails, trials=trials)
        assert reason.fails(left), f"{left} does not fail"
        assert [row for row in reason.all_rows if row in left] == list(left), f"{left} is left"
        assert len(asked) <= max(0, trials), f"it asked {len(asked)} times"

    tried(150, st.tuples(_REASONS, st.integers(0, 30)), holds)


def no_row_can_be_spared() -> None:
    """Without any one of the rows that are left nothing fails."""

    def holds(reason: _Reason) -> None:
        left = reduce(reason.all_rows, reason.fails)
        parts = [tuple(row for row in left if row != spared) for spared in left]
        spared = [part for part in parts if reason.fails(part)]
        assert not spared, f"{left} is left, and {spared[0]} fails too"

    tried(150, _REASONS, holds)
