"""A database somewhere on a chain, and the migrations that are run on it."""

from typing import Any

from behave import given, when

from handrail.model import Direction


@given('a database at revision "{revision:Revision}" of the chain "{chain}"')
def database_at(context: Any, revision: str, chain: str) -> None:
    """A new database without rows stands at that revision (base: before the first).

    The chain is one of [tool.handrail.chains] in pyproject.toml, or a path as handrail walk takes
    it.
    """
    context.bench.chain.begin_at(chain, revision)


@given('the database was upgraded to "{revision:Revision}"')
def was_upgraded(context: Any, revision: str) -> None:
    """It was upgraded with the rows that it holds, which must succeed."""
    context.bench.chain.bring_to(revision)


@given('an upgrade to "{destination:Revision}" failed')
def upgrade_failed(context: Any, destination: str) -> None:
    """An upgrade was tried and came to a bad end, and left what it left."""
    context.bench.chain.have_failed(Direction.UPGRADE, destination)


@given('a downgrade to "{destination:Revision}" failed')
def downgrade_failed(context: Any, destination: str) -> None:
    """A downgrade was tried and came to a bad end, and left what it left."""
    context.bench.chain.have_failed(Direction.DOWNGRADE, destination)


@when('I upgrade to "{destination:Revision}"')
def upgrade(context: Any, destination: str) -> None:
    """As alembic upgrade does, in one run; for SQL files, what is pending up to there."""
    context.bench.chain.upgrade(destination)


@when('I downgrade to "{destination:Revision}"')
def downgrade(context: Any, destination: str) -> None:
    """As alembic downgrade does, in one run; for SQL files, what is applied above."""
    context.bench.chain.downgrade(destination)


@when('I upgrade to "{destination:Revision}" with the option "{option}"')
def upgrade_with(context: Any, destination: str, option: str) -> None:
    """The option NAME=VALUE is handed to env.py, as alembic -x does."""
    context.bench.chain.upgrade(destination, option)


@when('I downgrade to "{destination:Revision}" with the option "{option}"')
def downgrade_with(context: Any, destination: str, option: str) -> None:
    """The option NAME=VALUE is handed to env.py, as alembic -x does."""
    context.bench.chain.downgrade(destination, option)


@given(
    'a step {direction:Direction} through "{revision:Revision}"'
    " broke off at its statement {statement:d}"
)
def broke_off(context: Any, direction: Direction, revision: str, statement: int) -> None:
    """That statement of the step, counted from 1, failed as by a lost connection."""
    context.bench.resuming.break_off(revision, direction, statement)


@when('I step {direction:Direction} through "{revision:Revision}"')
def step(context: Any, direction: Direction, revision: str) -> None:
    """This revision alone is run up (or down)."""
    context.bench.chain.step(revision, direction)


@when('I step {direction:Direction} through "{revision:Revision}" and back, and {again} again')
def step_back_and_again(context: Any, direction: Direction, revision: str, again: str) -> None:  # noqa: ARG001
    """This revision alone is run up (or down), back, and once more, as far as each succeeds."""
    context.bench.chain.step_back_and_again(revision, direction)


@when(
    'I step {direction:Direction} through "{revision:Revision}"'
    ' over {fewer:d} and over {more:d} rows of "{table}"'
)
def step_over(
    context: Any, direction: Direction, revision: str, fewer: int, more: int, table: str
) -> None:
    """This revision alone is run over so many plain rows, each time on a database of its own."""
    context.bench.amounts.step(revision, direction, table, (fewer, more))


@when('I step {direction:Direction} through "{revision:Revision}" and back')
def step_and_back(context: Any, direction: Direction, revision: str) -> None:
    """This revision alone is run up (or down), and if that succeeds, back again."""
    context.bench.chain.step_and_back(revision, direction)


@when('I step {direction:Direction} through "{revision:Revision}" and back, with "{option}"')
def step_and_back_with(context: Any, direction: Direction, revision: str, option: str) -> None:
    """The same with an option NAME=VALUE for env.py."""
    context.bench.chain.step_and_back(revision, direction, option)
