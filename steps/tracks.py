"""Projects with two tracks of migrations, and what both end in."""

from behave import given, then, when
from behave.runner import Context

import handrail.acceptance.parameter_types  # noqa: F401 - registers them


@given('the project "{name}" {variant:Variant}')
def project(context: Context, name: str, variant: str):
    context.bench.drift.aim_at(name, variant)


@given("{change} in it")
def change(context: Context, change: str):
    context.bench.drift.change(change)


@when("its tracks are compared")
def compare(context: Context):
    context.bench.drift.compare()


@when('the tracks of the repository are compared, with databases born at "{commit}"')
def compare_repository(context: Context, commit: str):
    context.bench.drift.compare_at(context.bench.repository.folder, commit)


@then("all databases have the {thing} alike")
def alike(context: Context, thing: str):
    context.bench.drift.should_be_alike(thing)


@then("all databases end alike")
def all_alike(context: Context):
    context.bench.drift.should_find([])


@then("they differ in this")
def differ(context: Context):
    context.bench.drift.should_find([row.as_dict() for row in context.table])


@then("this could not be compared")
def not_exercised(context: Context):
    context.bench.drift.should_not_exercise([row.as_dict() for row in context.table])


@then('the comparison is refused with "{message}"')
def refused(context: Context, message: str):
    context.bench.drift.should_be_refused_with(message)


@then('no "{name}" was made')
def left_alone(context: Context, name: str):
    context.bench.drift.should_have_left_alone(name)
