"""Properties that hold for whatever can be made up."""

from behave import then, when
from behave.runner import Context


@when("it is tried on everything that can be made up whether {sentence}")
def try_out(context: Context, sentence: str):
    context.bench.properties.try_out(sentence)


@then("nothing is found against it")
def nothing_against_it(context: Context):
    context.bench.properties.should_hold()
