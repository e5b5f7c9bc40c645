"""Files that are mangled."""

from behave import then, when
from behave.runner import Context


@when("{cases:d} files are mangled and each is read")
def mangle_and_read(context: Context, cases: int):
    context.bench.mangled.read(cases)


@then("each call ends in time, with a verdict or with what is wrong")
def no_call_is_wrong(context: Context):
    context.bench.mangled.none_should_be_wrong()
