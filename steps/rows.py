"""Rows of tables, before and after."""

from typing import Any

from behave import given, then
from benches.forest import Forest


@given('the table "{table}" holds')
def put_rows(context: Any, table: str) -> None:
    context.bench.contents.put(table, [row.as_dict() for row in context.table])


@given("every table holds rows")
def fill(context: Any) -> None:
    context.bench.contents.fill()


@given("{plans:d} plans in {trees:d} trees")
def plans_in_trees(context: Any, plans: int, trees: int) -> None:
    context.bench.contents.plant(Forest(plans, trees))


@given("{plans:d} plans, each below the next one")
def plans_in_a_chain(context: Any, plans: int) -> None:
    context.bench.contents.plant(Forest(plans, children=1, upwards=True))


@given('in the table "{table}" the {column} "{old}" was changed to "{new}"')
def changed(context: Any, table: str, column: str, old: str, new: str) -> None:
    context.bench.contents.change(table, column, old, new)


@then('the table "{table}" still holds')
@then('the table "{table}" now holds')
def holds(context: Any, table: str) -> None:
    context.bench.contents.should_hold(table, [row.as_dict() for row in context.table])


@then('by {column} the table "{table}" now holds')
def counts(context: Any, column: str, table: str) -> None:
    context.bench.contents.should_count(table, column, [row.as_dict() for row in context.table])


@then("no row is lost")
def as_many(context: Any) -> None:
    context.bench.contents.should_be_as_many()
