"""Walks, and what they find."""

from typing import Any

from behave import given, then, when

import handrail.acceptance.parameter_types  # noqa: F401 - registers them


@given('the chain "{name}"')
def small_chain(context: Any, name: str) -> None:
    context.bench.walk.aim_at(f"fixtures/chains/{name}/alembic.ini", since="r1")


@given('the chain of "{name}" {variant:Variant}')
def bundled_chain(context: Any, name: str, variant: str) -> None:
    context.bench.walk.aim_at(f"fixtures/{name}/{variant.removeprefix('as ')}/alembic.ini")


@when("I walk it")
def walk(context: Any) -> None:
    context.bench.walk.walk()


@when('I walk it with "{data}" data')
def walk_with_data(context: Any, data: str) -> None:
    context.bench.walk.walk(data=data)


@when('I walk it with the option "{option}"')
def walk_with_option(context: Any, option: str) -> None:
    context.bench.walk.walk(arguments=(option,))


@then("the {severity:Severity}s are")
def findings(context: Any, severity: str) -> None:
    context.bench.walk.should_find([row.as_dict() for row in context.table], [severity])


@then("the {severity:Severity}s are none")
def no_findings(context: Any, severity: str) -> None:
    context.bench.walk.should_find([], [severity])


@then("there is no error and no warning")
def neither(context: Any) -> None:
    context.bench.walk.should_find([], ["error", "warning"])


@then("the refusals are")
def refusals(context: Any) -> None:
    context.bench.walk.should_list_refusals([row.as_dict() for row in context.table])


@then("not exercised are")
def not_exercised(context: Any) -> None:
    context.bench.walk.should_list_not_exercised([row.as_dict() for row in context.table])
