"""Databases that are in use, and that nobody may touch."""

from typing import Any

from behave import given, then


@given("a file and a server with users in them, both in use")
def live_databases(context: Any) -> None:
    context.bench.live.begin()


@given("the target knows where both are")
def told(context: Any) -> None:
    context.bench.live.tell()


@given('"{file}" names them')
def named_in(context: Any, file: str) -> None:
    context.bench.live.name_in(file)


@given('the environment names the server as "{name}"')
def exported(context: Any, name: str) -> None:
    context.bench.live.export(name)


@then("nobody has come to either, and their rows are as they were")
def untouched(context: Any) -> None:
    context.bench.live.should_be_untouched()
