"""What is put into a database of the chain "plans" once a revision is applied, made from a seed.

Rows of the tables that the revision made, and values for the columns that it brought. Every
literal that a CHECK names is used, every column that may be NULL is NULL somewhere, and texts hold
what trips up careless code. All of it is legal on both sides of every step; what a step has to
refuse is put in by the suites that are about refusals.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from itertools import product
from random import Random

import sqlalchemy as sa

from benches.batches import Batch
from benches.plan_rows import PlanRows

_TEXTS = (
    "",
    "plain words",
    'O\'Brien said "no"; -- and left',
    "100 % of :these {braces} \\ and ?",
    "Grüße, 计划, план, 🌲",
    "two lines\n\tand a tab, and blanks at the end  ",
    "null",
    "x" * 200,
)
_SPACES = ("local", "team")
_SOURCES = ("plan", "action", "project", "global")
_TYPES = ("string", "integer", "float", "boolean", "list")
_ARGUMENTS = tuple(product(_TYPES, ("required", "optional")))
_KINDS = ("physical", "virtual")
_RANGES = ((None, None), (0.5, None), (None, -1.0), (1.0, 1.0), (-2.5, 1e300))


def fill(connection: sa.Connection, revision: str, rows: PlanRows) -> None:
    """What there is to put in after that revision is in; not committed."""
    for batch in _batches(revision, rows):
        batch.put(connection)


@cache
def _batches(revision: str, rows: PlanRows) -> tuple[Batch, ...]:
    """Made once for all kinds of database."""
    made = _FILLS.get(revision)
    return tuple(made(rows, rows.chance(revision))) if made else ()


def _baseline(rows: PlanRows, chance: Random) -> Iterator[Batch]:
    actions = [
        {
            "namespaced_name": name,
            "namespace": name.partition("/")[0],
            "name": name.partition("/")[2],
            "description": _text(chance),
            "definition_of_done": _text(chance),
            **_actors(chance, "strategy_actor", "execution_actor", "created_by"),
            "created_at": _time(chance),
            "updated_at": _time(chance),
        }
        for name in rows.actions
    ]
    yield Batch("actions", actions)
    invariants = [
        {
            "action_name": name,
            "position": position,
            "invariant_text": _text(chance),
            "created_at": _time(chance),
        }
        for name in rows.actions
        for position in range(chance.randrange(5))
    ]
    yield Batch("action_invariants", invariants)
    plans = [
        {
            "plan_id": plan.identifier,
            "parent_plan_id": plan.parent,
            "root_plan_id": plan.given_root,
            "attempt": chance.randint(1, 9),
            "namespaced_name": f"{_SPACES[number % 2]}/plan-{number}",
            "namespace": _SPACES[number % 2],
            "description": _text(chance),
            "definition_of_done": _text(chance),
            "action_name": plan.action,
            "automation_profile": plan.profile,
            **_actors(chance, "strategy_actor", "execution_actor"),
            "created_at": _time(chance),
            "updated_at": _time(chance),
        }
        for number, plan in enumerate(rows.plans)
    ]
    yield Batch("lifecycle_plans", plans)
    yield from _children(rows, chance)


def _children(rows: PlanRows, chance: Random) -> Iterator[Batch]:
    projects = [
        {
            "plan_id": plan.identifier,
            "name": f"local/project-{position}",
            "alias": chance.choice((None, f"alias {position}")),
            "read_only": chance.random() < 0.5,
        }
        for plan in rows.plans
        for position in range(chance.randrange(3))
    ]
    yield Batch("plan_projects", projects)
    arguments = [
        {
            "plan_id": plan.identifier,
            "name": f"argument {position}",
            "value": _maybe(chance),
            "position": position,
        }
        for plan in rows.plans
        for position in range(chance.randrange(4))
    ]
    yield Batch("plan_arguments", arguments)
    invariants = [
        {
            "plan_id": plan.identifier,
            "position": position,
            "text": _text(chance),
            "source": chance.choice(_SOURCES),
        }
        for plan in rows.plans
        for position in range(chance.randrange(3))
    ]
    yield Batch("plan_invariants", invariants)


def _actions(rows: PlanRows, chance: Random) -> Iterator[Batch]:
    values = [
        {
            "namespaced_name": name,
            "state": ("available", "archived")[number % 2],
            "long_description": _maybe(chance),
            **_actors(chance, "estimation_actor", "invariant_actor", "review_actor", "apply_actor"),
            "automation_profile": chance.choice((None, "cautious")),
            "reusable": chance.random() < 0.5,
            "read_only": chance.random() < 0.5,
            "inputs_schema_json": _document(chance),
            "tags_json": chance.choice(("[]", '["π", "two words"]')),
        }
        for number, name in enumerate(rows.actions)
    ]
    yield Batch("actions", values, key="namespaced_name")
    arguments = []
    for number, name in enumerate(rows.actions):
        for position in range(chance.randrange(4)):
            kind, requirement = _ARGUMENTS[(number + position) % len(_ARGUMENTS)]
            least, most = chance.choice(_RANGES)
            argument = {
                "action_name": name,
                "name": f"argument {position}",
                "arg_type": kind,
                "requirement": requirement,
                "description": _maybe(chance),
                "default_value_json": _document(chance),
                "validation_pattern": chance.choice((None, r"^\d+'%s$")),
                "min_value": least,
                "max_value": most,
                "position": position,
            }
            arguments.append(argument)
    yield Batch("action_arguments", arguments)


def _plans(rows: PlanRows, chance: Random) -> Iterator[Batch]:
    values = [
        {
            "plan_id": plan.identifier,
            "phase": plan.phase,
            "processing_state": plan.state,
            **_actors(chance, "estimation_actor", "invariant_actor"),
            "error_details_json": _document(chance),
            "started_at": chance.choice((None, _time(chance))),
            "finished_at": chance.choice((None, _time(chance))),
        }
        for plan in rows.plans
    ]
    yield Batch("v3_plans", values, key="plan_id")


def _resources(rows: PlanRows, chance: Random) -> Iterator[Batch]:
    kinds = [
        {"name": f"type {number}", "kind": _KINDS[number % 2], "description": _maybe(chance)}
        for number in range(rows.number // 10)
    ]
    yield Batch("resource_types", kinds)
    resources = [
        {
            "resource_id": f"R{number:025}",
            "type_name": chance.choice(kinds)["name"],
            "namespaced_name": chance.choice((None, f"local/resource-{number}")),
            "location": _maybe(chance),
            "read_only": chance.random() < 0.5,
        }
        for number in range(rows.number // 10)
    ]
    yield Batch("resources", resources)


def _corrections(rows: PlanRows, chance: Random) -> Iterator[Batch]:
    corrections = [
        {
            "plan_id": plan.identifier,
            "position": position,
            "mode": chance.choice(("append", "revert")),
            "guidance": _text(chance),
        }
        for plan in rows.plans
        for position in range(chance.randrange(3))
    ]
    yield Batch("plan_corrections", corrections)


def _links(rows: PlanRows, chance: Random) -> Iterator[Batch]:
    links = [
        {"parent_id": f"R{chance.randrange(number):025}", "child_id": f"R{number:025}"}
        for number in range(1, rows.number // 10)
    ]
    yield Batch("resource_links", links)


def _snapshots(rows: PlanRows, chance: Random) -> Iterator[Batch]:
    values = [
        {"plan_id": plan.identifier, "effective_profile_snapshot": '{"confidence": "½"}'}
        for plan in rows.plans
        if chance.random() < 0.3
    ]
    yield Batch("v3_plans", values, key="plan_id")


def _profiles(rows: PlanRows, chance: Random) -> Iterator[Batch]:
    profiles = [
        {
            "name": f"profile {number}",
            "description": _maybe(chance),
            "confidence": (0.0, 1.0, chance.random())[number % 3],
        }
        for number in range(rows.number // 100)
    ]
    yield Batch("automation_profiles", profiles)


def _budgets(rows: PlanRows, chance: Random) -> Iterator[Batch]:
    budgets = [
        {
            "plan_id": plan.identifier,
            "token_budget": chance.choice((0, -1, 2**31 - 1)),
            "needs_approval": chance.random() < 0.5,
        }
        for plan in rows.plans
    ]
    yield Batch("v3_plans", budgets, key="plan_id")
    versions = [{"namespaced_name": name, "version": chance.randint(1, 9)} for name in rows.actions]
    yield Batch("actions", versions, key="namespaced_name")


def _text(chance: Random) -> str:
    return chance.choice(_TEXTS)


def _maybe(chance: Random) -> str | None:
    return chance.choice((None, *_TEXTS))


def _actors(chance: Random, *columns: str) -> dict[str, str | None]:
    return {column: _maybe(chance) for column in columns}


def _document(chance: Random) -> str | None:
    return chance.choice((None, "{}", '{"line": 1, "said": "it\'s π"}'))


def _time(chance: Random) -> str:
    day, second = chance.randint(1, 28), chance.randrange(60)
    return f"2024-02-{day:02} 12:30:{second:02}.{chance.randrange(10**6):06}"


_FILLS: dict[str, Callable[[PlanRows, Random], Iterator[Batch]]] = {
    "a5_002": _baseline,
    "a5_003": _actions,
    "a5_004": _plans,
    "b1_001": _resources,
    "m4_003": _corrections,
    "m5_001": _links,
    "m8_001": _snapshots,
    "m9_001": _profiles,
    "m9_002": _budgets,
}
