"""How a migration ended."""

from typing import Any

from behave import then


@then("the upgrade succeeds")
@then("the downgrade succeeds")
def succeeds(context: Any) -> None:
    context.bench.chain.should_be_done()


@then("the upgrade is refused because of")
@then("the downgrade is refused because of")
def refused(context: Any) -> None:
    context.bench.chain.should_be_refused_because_of([row.as_dict() for row in context.table])


@then('the upgrade crashes with "{words}"')
@then('the downgrade crashes with "{words}"')
def crashes(context: Any, words: str) -> None:
    context.bench.chain.should_have_crashed(words)


@then("the database is unchanged")
def unchanged(context: Any) -> None:
    context.bench.chain.should_be_unchanged()
