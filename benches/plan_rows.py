"""Many plans in a hierarchy, made from a seed: the same seed, the same plans, everywhere.

The hierarchy holds one deep chain, one wide family, and many trees of no special shape. What the
steps of the chain must make of each plan is told here too, found in another way than theirs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from random import Random

_DEEPEST = 500
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_PROFILES = (None, None, "balanced", "cautious", "free")
PHASES = ("strategize", "execute", "apply", "applied")
STATES = ("queued", "processing", "errored", "complete", "cancelled")
_COMBINATIONS = tuple(product(PHASES, STATES))


@dataclass(frozen=True, slots=True)
class Plan:
    """As much of a plan as decides what the chain makes of it; phase and state are a5_004's."""

    identifier: str
    action: str
    parent: str | None
    given_root: str | None
    profile: str | None
    phase: str
    state: str


class PlanRows:
    """As many plans as ``number`` says, and one action for every thirty of them.

    A fiftieth of the plans was given a root, which need not be the one above it.
    """

    def __init__(self, seed: int, number: int) -> None:
        self.seed = seed
        self.number = number

    def chance(self, purpose: str) -> Random:
        """Random numbers that are the same each time they are asked for, for one purpose."""
        return Random(f"{self.seed} {purpose}")

    @cached_property
    def actions(self) -> list[str]:
        """The names of the actions."""
        spaces = ("local", "team", "Übung")
        return [f"{spaces[number % 3]}/action-{number:04}" for number in range(self.number // 30)]

    @cached_property
    def plans(self) -> list[Plan]:
        """The plans, each after the one it stands below and the one it was given as a root."""
        chance = self.chance("plans")
        identifiers = [
            "".join(chance.choices(_ALPHABET, k=20)) + f"{number:06}"
            for number in range(self.number)
        ]
        plans = []
        for number, identifier in enumerate(identifiers):
            above = self._above(number, chance)
            is_given = number and chance.random() < 0.02
            phase, state = _COMBINATIONS[number % len(_COMBINATIONS)]
            plan = Plan(
                identifier,
                action=chance.choice(self.actions),
                parent=None if above is None else identifiers[above],
                given_root=identifiers[chance.randrange(number)] if is_given else None,
                profile=chance.choice(_PROFILES),
                phase=phase,
                state=state,
            )
            plans.append(plan)
        return plans

    @property
    def family(self) -> list[Plan]:
        """One plan without a parent and its many children, which have none themselves."""
        return self.plans[self._deep : self.number // 5]

    def expected(self, column: str) -> dict[str, str]:
        """What the column of v3_plans must hold for each plan above a5_005 and m8_001."""
        if column == "root_plan_id":
            return self._roots
        return {plan.identifier: _EXPECTED[column](plan) for plan in self.plans}

    @cached_property
    def _roots(self) -> dict[str, str]:
        """The root that each plan was given, or its parent's, or itself."""
        roots: dict[str, str] = {}
        for plan in self.plans:
            above = roots[plan.parent] if plan.parent else plan.identifier
            roots[plan.identifier] = plan.given_root or above
        return roots

    def _above(self, number: int, chance: Random) -> int | None:
        """The first plans are one chain, those up to a fifth one family, the others many trees."""
        deep, wide = self._deep, self.number // 5
        if number < deep:
            return number - 1 if number else None
        if number < wide:
            return deep if number > deep else None
        return chance.randrange(wide, number) if number > wide and chance.random() < 0.9 else None

    @property
    def _deep(self) -> int:
        return min(self.number // 10, _DEEPEST)


_EXPECTED: dict[str, Callable[[Plan], str]] = {
    "phase": lambda plan: "apply" if plan.phase == "applied" else plan.phase,
    "processing_state": lambda plan: "applied" if plan.phase == "applied" else plan.state,
    "automation_profile": lambda plan: plan.profile or "balanced",
}
