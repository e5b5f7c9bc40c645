"""Whether a change that says it closes an issue has what proves it.

Of the issue there is at least one scenario, none of those that were there is gone, none is still
expected to fail, and those that must pass were seen failing: with the same steps, wherever they
stood and whatever they were called, they were expected to fail before.

What runs a system kept as it was stays expected to fail: an Examples table, or a test, whose name
begins with "as" (``as reported``), where the same outline, or for tests the same file, holds one
of the issue that begins with ``as repaired`` and must pass. Each run sees it failing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from handrail.expected_failures.tags import EXPECTED_FAIL, Offender, Tagged, Test, issue_numbers

_REPAIRED = re.compile(r"as repaired\b", re.IGNORECASE)
_KEPT = re.compile(r"as (?!repaired\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Closing:
    """What stands against closing an issue, and what speaks for it.

    ``faults`` are reasons why it is not closed. ``seen`` must pass, and were expected to fail
    before; ``unseen`` must pass, and never were as far as the base tells. Without a base ``seen``
    is empty.
    """

    faults: tuple[Offender, ...]
    seen: tuple[Tagged, ...]
    unseen: tuple[Tagged, ...]


def closing(number: int, here: Iterable[Tagged], base: Iterable[Tagged]) -> Closing:
    """Hold what bears issue ``number`` against what did at the base; ``base`` may be empty."""
    now, before = list(_of(number, here)), list(_of(number, base))
    must_pass = [each for each in now if not each.expected]
    kept = {each for each in now if each.expected and any(each.repaired_by(o) for o in must_pass)}
    left = [each for each in now if each.expected and each not in kept]
    gone = [each for each in before if not each.among(now)]
    seen = [each for each in must_pass if each.seen_failing(kept, before)]
    old = [each for each in must_pass if seen and each.had_to_pass(before)]
    unseen = [each for each in must_pass if each not in (*seen, *old)]
    faults = {_still_expected(number, each) for each in left}
    faults |= {_gone(number, each) for each in gone}
    return Closing(tuple(sorted(faults)), _places(seen), _places(unseen))


def _of(number: int, tagged: Iterable[Tagged]) -> Iterator[_Proof]:
    for each in tagged:
        if each.test and number in issue_numbers(each.effective or ()):
            yield _Proof(each, each.test)


@dataclass(frozen=True, slots=True)
class _Proof:
    """What shows the issue: a scenario, a row of an Examples table, a test."""

    tagged: Tagged
    test: Test

    @property
    def expected(self) -> bool:
        return EXPECTED_FAIL in (self.tagged.effective or ())

    @property
    def variant(self) -> str:
        return self.test.table or self.test.name

    def repaired_by(self, other: _Proof) -> bool:
        """Whether this runs what is kept as it was, and ``other`` the same as repaired."""
        pair = bool(_KEPT.match(self.variant) and _REPAIRED.match(other.variant))
        return pair and self._family == other._family

    def among(self, others: Sequence[_Proof]) -> list[_Proof]:
        """Those that are this one: by place, or moved, or renamed, or the other half of a pair."""
        for is_same in _SAME:
            if found := [other for other in others if is_same(self, other)]:
                return found
        return []

    def seen_failing(self, kept: Iterable[_Proof], before: Sequence[_Proof]) -> bool:
        """Whether the same steps were expected to fail, or what this repairs fails in every run."""
        were = (other for other in self.among(before) if other.expected)
        same = (other.test.steps == self.test.steps or other.repaired_by(self) for other in were)
        return any(same) or any(other.repaired_by(self) for other in kept)

    def had_to_pass(self, before: Sequence[_Proof]) -> bool:
        """Whether this was there, and no failure of it was expected."""
        were = self.among(before)
        return bool(were) and not any(other.expected for other in were)

    @property
    def _family(self) -> tuple[str, str]:
        return self.tagged.file, self.test.name if self.test.table else ""


_SAME: tuple[Callable[[_Proof, _Proof], bool], ...] = (
    lambda one, other: one.tagged.file == other.tagged.file and _called(one) == _called(other),
    lambda one, other: _called(one) == _called(other),
    lambda one, other: bool(one.test.steps) and one.test.steps == other.test.steps,
    lambda one, other: one.repaired_by(other) or other.repaired_by(one),
)


def _called(proof: _Proof) -> tuple[str, str]:
    return proof.test.name, proof.test.table


def _still_expected(number: int, proof: _Proof) -> Offender:
    message = f"issue {number} is still expected to fail here: remove @{EXPECTED_FAIL}"
    return Offender(proof.tagged.file, proof.tagged.line, message)


def _gone(number: int, proof: _Proof) -> Offender:
    what = f'"{proof.test.name}", which bore @tdd_issue_{number} here at the base, is gone'
    message = f"{what}: keep the proof with its tag, moved or renamed as you like"
    return Offender(proof.tagged.file, proof.tagged.line, message)


def _places(proofs: Iterable[_Proof]) -> tuple[Tagged, ...]:
    return tuple(proof.tagged for proof in proofs)
