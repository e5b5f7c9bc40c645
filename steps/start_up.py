"""The start of the agents' server."""

from behave import then, when
from behave.runner import Context

import handrail.acceptance.parameter_types  # noqa: F401 - registers them


@when("the server {variant:Variant} is started")
def started(context: Context, variant: str):
    context.bench.start_up.start(variant)


@then("the server serves")
def serves(context: Context):
    context.bench.start_up.should_serve()


@then('the server stops and names "{file}" and "{words}"')
def stops(context: Context, file: str, words: str):
    context.bench.start_up.should_have_stopped_with(file, words)
