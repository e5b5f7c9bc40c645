"""One plan with one child of each kind: the fewest rows with which a rebuild can do harm."""

from __future__ import annotations

from collections.abc import Iterator

from benches.batches import Batch

ONE = "P1"


def one_plan(phase: str) -> Iterator[Batch]:
    """The plan ``ONE`` in that phase, with one project, one argument and one invariant."""
    key = {"plan_id": ONE}
    names = {"namespaced_name": "local/plan", "action_name": "local/action"}
    yield Batch("v3_plans", [{**key, **names, "phase": phase}])
    yield Batch("plan_projects", [{**key, "name": "local/project"}])
    yield Batch("plan_arguments", [{**key, "name": "depth", "value": "3"}])
    yield Batch("plan_invariants", [{**key, "position": 1, "text": "tests pass"}])
