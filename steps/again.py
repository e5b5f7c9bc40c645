"""Walks that are called again."""

from typing import Any

from behave import given, then, when


@given('I have run "handrail walk {arguments}"')
def walked(context: Any, arguments: str) -> None:
    context.bench.again.walk(arguments)


@when("I run what each error says that shows it again")
def show(context: Any) -> None:
    context.bench.again.show()


@then("each error is shown again by its command among")
def shown(context: Any) -> None:
    context.bench.again.should_be_shown([row.as_dict() for row in context.table])


@when('I run "handrail walk {arguments}" in these circumstances')
def walk_in(context: Any, arguments: str) -> None:
    context.bench.again.walk_in(arguments, [row.as_dict() for row in context.table])


@then("the reports are the same, byte for byte")
def alike(context: Any) -> None:
    context.bench.again.should_be_alike()
