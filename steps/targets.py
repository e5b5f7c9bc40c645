"""Targets as they are: folders with an env.py of some kind."""

from typing import Any

from behave import given


@given('the target "{name}"')
def target(context: Any, name: str) -> None:
    context.bench.walk.aim_at(f"fixtures/targets/{name}")
