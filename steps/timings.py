"""Where the time of a run went."""

from behave import then, when
from behave.runner import Context


@when('a "{inner}" is run inside a "{outer}", a clock telling the next second each time')
def run_inside(context: Context, inner: str, outer: str):
    context.bench.timings.run_inside(inner, outer)


@then('the phases took "{seconds}"')
def phases_took(context: Context, seconds: str):
    context.bench.timings.should_have_taken(seconds)


@then("the profile tells")
def profile_tells(context: Context):
    context.bench.timings.should_tell([row.as_dict() for row in context.table])


@then('in "{file}" the phases of each make up its seconds')
def add_up(context: Context, file: str):
    context.bench.timings.should_add_up(file)


@then('"{file}" tells how long "{revisions}" were visited')
def visited(context: Context, file: str, revisions: str):
    context.bench.timings.should_time(file, revisions)


@then('the shard in "{file}" visits "{revisions}"')
def visits(context: Context, file: str, revisions: str):
    context.bench.timings.shard_should_visit(file, revisions)
