"""README and what it shows."""

from behave import then, when
from behave.runner import Context


@when("I read README")
def read(context: Context):
    context.bench.readme.read()


@then('it shows "{file}" as it is')
def shows(context: Context, file: str):
    context.bench.readme.should_show(file)
