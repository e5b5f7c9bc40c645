"""What is found at one revision, by a walk or by reading."""

from typing import Any

from behave import then, when


@when('I walk the revision "{revision:Revision}" of the chain "{chain}"')
def walk(context: Any, revision: str, chain: str) -> None:
    """As handrail walk does, with rows of its own, on the database of this run."""
    context.bench.asking.walk(chain, revision)


@when('I walk the revision "{revision:Revision}" of the chain "{chain}" on every kind of database')
def walk_everywhere(context: Any, revision: str, chain: str) -> None:
    """The same on all kinds of database that the chain is for, which are then compared."""
    context.bench.asking.walk(chain, revision, everywhere=True)


@when('I read the revision "{revision:Revision}" of the chain "{chain}"')
def read(context: Any, revision: str, chain: str) -> None:
    """As handrail audit does: the sources are read, and nothing is run."""
    context.bench.asking.read(chain, revision)


@then('no "{rule}" is found')
def none_found(context: Any, rule: str) -> None:
    """Nothing that was seen breaks the rule of that name; handrail explain lists them."""
    context.bench.asking.should_not_find(rule)
