"""Schemas on two kinds of database, held against each other."""

from behave import given, then, when
from behave.runner import Context


@given("a table with these columns")
def columns(context: Context):
    context.bench.schemas.declare([row.as_dict() for row in context.table])


@given('the schemas "{name}"')
def schemas(context: Context, name: str):
    context.bench.schemas.load(name)


@when("both schemas are compared")
@when("all schemas are compared")
def compare(context: Context):
    context.bench.schemas.compare()


@then("both schemas are alike")
@then("all schemas are alike")
def alike(context: Context):
    context.bench.schemas.should_differ([])


@then("they differ in these things")
def differ(context: Context):
    context.bench.schemas.should_differ([row.as_dict() for row in context.table])
