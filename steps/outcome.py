"""How a migration ended."""

from typing import Any

from behave import then


@then("the upgrade succeeds")
@then("the downgrade succeeds")
@then("both succeed")
def succeeds(context: Any) -> None:
    context.bench.outcome.should_be_done()


@then("the upgrade is refused because of")
@then("the downgrade is refused because of")
def refused(context: Any) -> None:
    context.bench.outcome.should_be_refused_because_of([row.as_dict() for row in context.table])


@then("the refusal shows")
def shows(context: Any) -> None:
    context.bench.outcome.should_show([row.as_dict() for row in context.table])


@then('the upgrade crashes with "{words}"')
@then('the downgrade crashes with "{words}"')
def crashes(context: Any, words: str) -> None:
    context.bench.outcome.should_have_crashed(words)


@then("the upgrade never ends")
def stopped(context: Any) -> None:
    context.bench.outcome.should_be_stopped()


@then("the database is unchanged")
def unchanged(context: Any) -> None:
    context.bench.outcome.should_be_unchanged()
