"""Workers that start at once, and each of which migrates."""

from behave import given, then, when
from behave.runner import Context

import handrail.acceptance.parameter_types  # noqa: F401 - registers them


@given("a database of {kind} that was born earlier")
def born_earlier(context: Context, kind: str):
    context.bench.workers.begin(kind.lower())


@when("two workers {variant:Variant} migrate it at once")
def migrate_both(context: Context, variant: str):
    context.bench.workers.migrate_both(variant)


@then("both workers succeed")
def succeed(context: Context):
    context.bench.workers.should_succeed()


@then("its ledger holds, each once")
def recorded(context: Context):
    context.bench.workers.should_have_recorded([row["name"] for row in context.table])


@then('its table "{table}" has')
def columns(context: Context, table: str):
    context.bench.workers.should_have_columns(table, [row.as_dict() for row in context.table])
