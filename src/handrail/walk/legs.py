"""Steps one after the other, with a look after each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from handrail.model import Outcome, Snapshot, Step
from handrail.walk.passage import Leg
from handrail.walk.verdict import judged


def legs(
    steps: Sequence[Step],
    before: Snapshot,
    run: Callable[[Step], Outcome],
    look: Callable[[], Snapshot],
) -> tuple[Leg, ...]:
    """Run steps up to the first that does not come to its end, where ``before`` was seen.

    A crash is run once more, to see if it can be.
    """
    found: list[Leg] = []
    for step in steps:
        outcome = run(step)
        after = look()
        leg = Leg(step, judged(outcome, before, after), before, after)
        found.append(replace(leg, retry=run(step)) if leg.crashed else leg)
        if not leg.done:
            break
        before = after
    return tuple(found)
