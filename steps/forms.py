"""Made-up reports, written in every form."""

from behave import given, then, when
from behave.runner import Context


@given("a report of these findings")
def report_of(context: Context):
    context.bench.forms.hold([row.as_dict() for row in context.table])


@given('the finding at "{revision}" is accepted for "{reason}"')
def finding_accepted(context: Context, revision: str, reason: str):
    context.bench.forms.accept(revision, reason)


@given('the step to "{revision}" could not be tried, since "{reason}"')
def not_tried(context: Context, revision: str, reason: str):
    context.bench.forms.miss(revision, reason)


@given('the step to "{revision}" was refused elsewhere with "{message}"')
def refused(context: Context, revision: str, message: str):
    context.bench.forms.refuse(revision, message)


@given(
    'the finding at "{revision}" has {rows:d} rows of {columns:d} columns,'
    ' and "{name}" is spoken of'
)
def finding_filled(context: Context, revision: str, rows: int, columns: int, name: str):
    context.bench.forms.fill(revision, rows, columns, name)


@when('it is written as "{form}"')
def written(context: Context, form: str):
    context.bench.forms.write(form)


@when('the file "{name}" gets it as "{form}"')
def written_to(context: Context, form: str, name: str):
    context.bench.forms.write_to(form, name)


@when('a run that fails on "{weight}" puts it as "{form}" into "{name}"')
def written_failing(context: Context, form: str, weight: str, name: str):
    context.bench.forms.write_to(form, name, weight)


@then("it reads")
def reads(context: Context):
    context.bench.forms.should_read(context.text)


@then("its last lines are")
def ends_with(context: Context):
    context.bench.forms.should_end_with(context.text)


@then('its lines from "{first}" to "{beyond}" are')
def reads_between(context: Context, first: str, beyond: str):
    context.bench.forms.should_read_between(first, beyond, context.text)


@then('without its colours it is the same as "{form}"')
def same_without_colours(context: Context, form: str):
    context.bench.forms.should_be_the_same_without_colours(form)


@then('the file "{name}" obeys the schema of JUnit')
def obeys_junit(context: Context, name: str):
    context.bench.forms.should_obey_junit(name)
