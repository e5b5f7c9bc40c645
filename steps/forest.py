"""Plans, many of them at once."""

from typing import Any

from behave import given
from benches.forest import Forest


@given("{plans:d} plans in {trees:d} trees")
def plans_in_trees(context: Any, plans: int, trees: int) -> None:
    context.bench.contents.plant(Forest(plans, trees))


@given("{plans:d} plans, each below the next one")
def plans_in_a_chain(context: Any, plans: int) -> None:
    context.bench.contents.plant(Forest(plans, children=1, upwards=True))
