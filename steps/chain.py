"""A database somewhere on a chain, and the migrations that are run on it."""

from typing import Any

from behave import given, then, when

import handrail.acceptance.parameter_types  # noqa: F401 - registers them
from handrail.model import Direction


@given('a database at revision "{revision:Revision}" of the chain "{chain}" {variant:Variant}')
def database_at(context: Any, revision: str, chain: str, variant: str) -> None:
    context.bench.chain.begin_at(chain, variant, revision)


@given('the database was upgraded to "{revision:Revision}"')
def was_upgraded(context: Any, revision: str) -> None:
    context.bench.chain.bring_to(revision)


@given('an upgrade to "{destination:Revision}" failed')
def upgrade_failed(context: Any, destination: str) -> None:
    context.bench.chain.have_failed(Direction.UPGRADE, destination)


@given('a downgrade to "{destination:Revision}" failed')
def downgrade_failed(context: Any, destination: str) -> None:
    context.bench.chain.have_failed(Direction.DOWNGRADE, destination)


@when('I upgrade to "{destination:Revision}"')
def upgrade(context: Any, destination: str) -> None:
    context.bench.chain.upgrade(destination)


@when('I downgrade to "{destination:Revision}"')
def downgrade(context: Any, destination: str) -> None:
    context.bench.chain.downgrade(destination)


@when('I upgrade to "{destination:Revision}" with the option "{option}"')
def upgrade_with(context: Any, destination: str, option: str) -> None:
    context.bench.chain.upgrade(destination, option)


@when('I downgrade to "{destination:Revision}" with the option "{option}"')
def downgrade_with(context: Any, destination: str, option: str) -> None:
    context.bench.chain.downgrade(destination, option)


@when('I step {direction:Direction} through "{revision:Revision}" and back')
def step_and_back(context: Any, direction: Direction, revision: str) -> None:
    context.bench.chain.step_and_back(revision, direction)


@when('I step {direction:Direction} through "{revision:Revision}" and back, with "{option}"')
def step_and_back_with(context: Any, direction: Direction, revision: str, option: str) -> None:
    context.bench.chain.step_and_back(revision, direction, option)


@then('the schema is still that of revision "{revision:Revision}"')
@then('the schema is now that of revision "{revision:Revision}"')
def schema_of(context: Any, revision: str) -> None:
    context.bench.outcome.should_have_schema_of(revision)
