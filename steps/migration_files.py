"""Folders of the agents' migrations."""

from behave import given
from behave.runner import Context

import handrail.acceptance.parameter_types  # noqa: F401 - registers them


@given("the migrations {variant:Variant}")
def migrations(context: Context, variant: str):
    context.bench.runner.files.take(variant)


@given("a folder with these migrations")
@given("beside them these")
def these_migrations(context: Context):
    context.bench.runner.files.add([row.as_dict() for row in context.table])


@given('"{name}" is missing')
def missing(context: Context, name: str):
    context.bench.runner.files.remove(name)


@given('"{number}" fails at its end with "{words}"')
def fails_at_its_end(context: Context, number: str, words: str):
    context.bench.runner.files.spoil(number, words)
