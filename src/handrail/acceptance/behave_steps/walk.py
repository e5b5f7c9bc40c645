"""What a walk finds at one revision."""

from typing import Any

from behave import then, when


@when('I walk the revision "{revision:Revision}" of the chain "{chain}"')
def walk(context: Any, revision: str, chain: str) -> None:
    """As handrail walk does, with rows of its own, on the database of this run."""
    context.bench.asking.walk(chain, revision)


@when('I walk the revision "{revision:Revision}" of the chain "{chain}" on every kind of database')
def walk_everywhere(context: Any, revision: str, chain: str) -> None:
    """The same on all kinds of database that the chain is for, which are then compared."""
    context.bench.asking.walk_everywhere(chain, revision)


@then('no "{rule}" is found')
def none_found(context: Any, rule: str) -> None:
    """Nothing that the walk has seen breaks the rule of that name; handrail explain lists them."""
    context.bench.asking.should_not_find(rule)
