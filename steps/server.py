"""The agents' server, its agents, and what its database holds."""

from typing import Any

from behave import given, then

import handrail.acceptance.parameter_types  # noqa: F401 - registers them


@given('the agents\' server {variant:Variant} with the agent "{name}"')
def server_with(context: Any, variant: str, name: str) -> None:
    context.bench.server.start(variant)
    context.bench.server.add_agent(name)


@given('the agent "{name}"')
def another_agent(context: Any, name: str) -> None:
    context.bench.server.add_agent(name)


@then('the server\'s table "{table}" now holds')
def table_holds(context: Any, table: str) -> None:
    rows = [row.as_dict() for row in context.table]
    context.bench.server.table_should_hold(table, rows)


@then('the words "{words}" stand nowhere in the database')
def nowhere(context: Any, words: str) -> None:
    context.bench.server.should_hold_nowhere(words)
