"""Many plans at once, in trees, made by the database itself in one statement."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

_FIRST = 1_000_001


@dataclass(frozen=True, slots=True)
class Forest:
    """``plans`` plans in ``trees`` trees, each above as many others as ``children`` says.

    The first one is P1000001, the trees' roots come first, and a plan always comes after the one
    it stands below; with ``upwards`` they are put in the other way round.
    """

    plans: int
    trees: int = 1
    children: int = 10
    upwards: bool = False


def plant(connection: sa.Connection, table: str, forest: Forest) -> None:
    """The plans of the forest are in, without a root; not committed."""
    numbers = sa.select(sa.literal(1, sa.Integer).label("n")).cte("numbers", recursive=True)
    following = sa.select(numbers.c.n + 1).where(numbers.c.n < forest.plans)
    numbers = numbers.union_all(following)
    number = numbers.c.n
    above = (number - forest.trees - 1) // forest.children + 1
    rows = sa.select(
        _plan(number),
        sa.case((number > forest.trees, _plan(above))),
        sa.literal("local/plan"),
        sa.literal("local/action"),
        sa.literal("cautious"),
    ).order_by(number.desc() if forest.upwards else number)
    columns = ("plan_id", "parent_plan_id", "namespaced_name", "action_name", "automation_profile")
    into = sa.insert(sa.table(table, *map(sa.column, columns)))
    connection.execute(into.from_select(columns, rows))


def _plan(number: sa.ColumnElement[int]) -> sa.ColumnElement[str]:
    return sa.literal("P") + sa.cast(number + (_FIRST - 1), sa.String)
