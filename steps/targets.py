"""Targets as they are: folders with an env.py of some kind."""

from typing import Any

from behave import given, then, when


@given('the target "{name}"')
def target(context: Any, name: str) -> None:
    context.bench.walk.aim_at(f"fixtures/targets/{name}")


@given('an empty database and the target "{name}"')
def target_and_database(context: Any, name: str) -> None:
    context.bench.kinds.begin(f"fixtures/targets/{name}")


@when('I take the target up step by step with the option "{option}"')
def climb(context: Any, option: str) -> None:
    context.bench.kinds.climb(option)


@then("env.py has run for {number:d} of the steps")
def env_runs(context: Any, number: int) -> None:
    context.bench.kinds.should_have_said("env.py runs", number)
