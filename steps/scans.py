"""Scans that agents were told to do, and the results that they hand in."""

from typing import Any

from behave import given, then, when


@given('"{agent}" was told to scan "{subsystem}"')
def was_told(context: Any, agent: str, subsystem: str) -> None:
    context.bench.scans.order(agent, subsystem)


@given('"{agent}" was told to scan "{subsystem}", and has handed in')
def has_handed_in(context: Any, agent: str, subsystem: str) -> None:
    context.bench.scans.order(agent, subsystem)
    context.bench.scans.hand_in(agent, [row.as_dict() for row in context.table])


@when('"{agent}" hands in')
def hands_in(context: Any, agent: str) -> None:
    context.bench.scans.hand_in(agent, [row.as_dict() for row in context.table])


@when('the scan of "{agent}" fails with "{words}"')
def fails(context: Any, agent: str, words: str) -> None:
    context.bench.scans.hand_in(agent, [], result="failed", stderr=words)


@then("the result is taken")
def taken(context: Any) -> None:
    context.bench.scans.should_be_taken()


@then('the result is refused with {status:d}: "{reason}"')
def refused(context: Any, status: int, reason: str) -> None:
    context.bench.scans.should_be_refused(status, reason)


@then('no other scan\'s table than "{table}" holds a row')
def others_empty(context: Any, table: str) -> None:
    context.bench.scans.others_should_be_empty(table)
