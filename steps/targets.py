"""Targets as they are: folders with an env.py of some kind."""

from typing import Any

from behave import given, then, when


@given('the target "{name}"')
def target(context: Any, name: str) -> None:
    context.bench.walk.aim_at(f"fixtures/targets/{name}")


@given('the target "{name}" with the variables')
def with_variables(context: Any, name: str) -> None:
    target(context, name)
    context.bench.walk.set_variables([(row["name"], row["value"]) for row in context.table])


@given('the target "{name}" without its env.py')
def without_env(context: Any, name: str) -> None:
    target(context, name)
    context.bench.walk.leave_out_env()


@given('the target "{name}" upon {baseline}')
def upon(context: Any, name: str, baseline: str) -> None:
    target(context, name)
    context.bench.walk.stand_on(baseline)


@given('an empty database and the target "{name}"')
def target_and_database(context: Any, name: str) -> None:
    context.bench.kinds.begin(f"fixtures/targets/{name}")


@when('I try to walk it with the option "{option}"')
def try_with_option(context: Any, option: str) -> None:
    context.bench.walk.try_to_walk(arguments=(option,))


@when('I take the target up step by step with the option "{option}"')
def climb(context: Any, option: str) -> None:
    context.bench.kinds.climb(option)


@then("env.py has run for {number:d} of the steps")
def env_runs(context: Any, number: int) -> None:
    context.bench.kinds.should_have_said("env.py runs", number)


@then('a finding is shown again with "{words}"')
def shown_again(context: Any, words: str) -> None:
    context.bench.walk.should_be_shown_again_with(words)
