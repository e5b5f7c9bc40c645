"""Whether the statements of a migration grow with the rows."""

from typing import Any

from behave import given, then, when
from benches.bundled_chains import bundled

import handrail.acceptance.parameter_types  # noqa: F401 - registers them


@given('databases at revision "{revision:Revision}" of the chain "{name}" {variant:Variant} with')
def databases_with(context: Any, revision: str, name: str, variant: str) -> None:
    amounts = [int(row["plans"]) for row in context.table]
    context.bench.growth.begin_at(bundled(name, variant), revision, amounts)


@when('I upgrade each of them to "{destination:Revision}"')
def upgrade_each(context: Any, destination: str) -> None:
    context.bench.growth.upgrade(destination)


@then("each upgrade takes the same number of statements")
def same_number(context: Any) -> None:
    context.bench.growth.should_take_the_same()
