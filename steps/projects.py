"""Projects with migrations, and what handrail init puts beside them."""

from behave import given, then
from behave.runner import Context


@given('a project of Alembic\'s template "{template}"')
def of_template(context: Context, template: str):
    context.bench.projects.begin(template)


@given("projects of Alembic's templates")
def of_templates(context: Context):
    context.bench.projects.begin_all(row.as_dict() for row in context.table)


@given('"{command}" was run')
def was_run(context: Context, command: str):
    context.bench.projects.have_run(command)


@given("its files as they are")
def as_they_are(context: Context):
    context.bench.projects.remember()


@then("no file has changed")
def unchanged(context: Context):
    context.bench.projects.should_be_unchanged()


@then("these commands now work")
def commands_work(context: Context):
    context.bench.projects.should_work([row.as_dict() for row in context.table])
