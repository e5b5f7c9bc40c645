"""Clicks on the scan buttons, and the commands that come of them."""

from typing import Any

from behave import then, when


@when("the page asks for scans")
def ask(context: Any) -> None:
    context.bench.clicks.send([row.as_dict() for row in context.table])


@when("{count:d} clicks at once, with {keys:d} keys between them, ask for the scan")
def ask_at_once(context: Any, count: int, keys: int) -> None:
    context.bench.clicks.send_at_once(count, keys, context.table[0].as_dict())


@when("the page asks for a scan of an agent that is gone")
def ask_for_nobody(context: Any) -> None:
    context.bench.clicks.send_for_nobody()


@when('the page asks for a scan of "{agent}" with `{text}`')
def ask_with(context: Any, agent: str, text: str) -> None:
    context.bench.clicks.send_text(agent, text)


@then("the answers are")
def answers(context: Any) -> None:
    context.bench.clicks.answers_should_be([row.as_dict() for row in context.table])


@then("{count:d} answers are {status:d}")
def count_of(context: Any, count: int, status: int) -> None:
    context.bench.clicks.should_count(count, status)


@then('they name {count:d} commands, which are those of "{agent}"')
def named(context: Any, count: int, agent: str) -> None:
    context.bench.clicks.should_name(count, agent)


@then('"{agent}" now has the commands')
def commands(context: Any, agent: str) -> None:
    context.bench.clicks.commands_should_be(agent, [row.as_dict() for row in context.table])


@then('"{agent}" still has no command')
def no_command(context: Any, agent: str) -> None:
    context.bench.clicks.should_have_no_command(agent)


@then('no command has the id "{given_id}"')
def not_called(context: Any, given_id: str) -> None:
    context.bench.clicks.should_not_be_called(given_id)
