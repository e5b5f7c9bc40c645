"""The rules of every command, and what their texts speak of."""

from behave import then, when
from behave.runner import Context


@when("the {what} of all rules are read")
def are_read(context: Context, what: str):
    context.bench.catalogue.collect(what)


@then("each begins with a sentence, and has the parts")
def has_parts(context: Context):
    context.bench.catalogue.should_hold([row["part"] for row in context.table])


@then("what they speak of is there, and it is at least so much")
def is_there(context: Context):
    context.bench.catalogue.should_all_exist([row.as_dict() for row in context.table])
