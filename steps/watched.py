"""A folder that nobody may write into."""

from typing import Any

from behave import given, then


@given('nobody may write into the folder "{name}"')
def forbidden(context: Any, name: str) -> None:
    context.bench.watched.forbid(name)


@then("nobody has written into it")
def as_before(context: Any) -> None:
    context.bench.watched.should_be_as_before()
