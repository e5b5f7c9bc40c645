"""Features that a walk writes of what it finds."""

from behave import given, then
from behave.runner import Context


@given("a project with Handrail's runner and steps")
def project(context: Context):
    context.bench.writing.begin()


@given('the findings of "{call}" were written as features')
def written(context: Context, call: str):
    context.bench.writing.have_written([call])


@given("the findings of these walks were written as features")
def all_written(context: Context):
    context.bench.writing.have_written([row["walk"] for row in context.table])


@given("the tags that expect a failure were taken away")
def untagged(context: Context):
    context.bench.writing.untag()


@given('in the file "{name}" somebody changed "{old}" to "{new}"')
def changed(context: Context, name: str, old: str, new: str):
    context.bench.writing.change(name, old, new)


@then("the features are now")
@then("the features are still")
def features_are(context: Context):
    context.bench.writing.should_be_there([row.as_dict() for row in context.table])


@then('the file "{name}" ends with')
def ends_with(context: Context, name: str):
    context.bench.writing.should_end_with(name, context.text)
