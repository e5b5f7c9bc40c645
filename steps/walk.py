"""Walks, and what they find."""

from typing import Any

from behave import given, then, when


@given('the chain "{name}"')
def small_chain(context: Any, name: str) -> None:
    context.bench.walk.aim_at(f"fixtures/chains/{name}/alembic.ini")


@given('the chain "{name}" as {variant}')
def bundled_chain(context: Any, name: str, variant: str) -> None:
    context.bench.walk.aim_at(f"fixtures/{name}/{variant}/alembic.ini")


@when("I walk it")
def walk(context: Any) -> None:
    context.bench.walk.walk()


@when('I walk it with "{data}" data')
def walk_with(context: Any, data: str) -> None:
    context.bench.walk.walk(data=data)


@then("the errors are")
def errors(context: Any) -> None:
    context.bench.walk.should_find([row.as_dict() for row in context.table], ["error"])


@then("the warnings are")
def warnings(context: Any) -> None:
    context.bench.walk.should_find([row.as_dict() for row in context.table], ["warning"])


@then("the notes are")
def notes(context: Any) -> None:
    context.bench.walk.should_find([row.as_dict() for row in context.table], ["note"])


@then("there is no error and no warning")
def neither(context: Any) -> None:
    context.bench.walk.should_find([], ["error", "warning"])
