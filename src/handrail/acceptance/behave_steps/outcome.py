"""How a migration ended."""

from typing import Any

from behave import then


@then("the upgrade succeeds")
@then("the downgrade succeeds")
@then("both succeed")
def succeeds(context: Any) -> None:
    """The last migration came to its end."""
    context.bench.outcome.should_be_done()


@then("the upgrade succeeds or is refused")
@then("the downgrade succeeds or is refused")
def succeeds_or_refused(context: Any) -> None:
    """The last migration came to its end, or said no in words before it changed anything."""
    context.bench.outcome.should_be_done_or_refused()


@then("the upgrade ends as if nothing had happened")
@then("the downgrade ends as if nothing had happened")
def as_undisturbed(context: Any) -> None:
    """After it broke off before, schema and rows are those of a step that nothing disturbs."""
    context.bench.resuming.should_end_undisturbed()


@then("the statements do not grow with the rows")
def do_not_grow(context: Any) -> None:
    """There is less than one more statement for every two more rows."""
    context.bench.amounts.should_not_grow()


@then("the upgrade is refused because of")
@then("the downgrade is refused because of")
def refused(context: Any) -> None:
    """It said no before it changed anything, as op.require does: table, column, value, rows."""
    context.bench.outcome.should_be_refused_because_of([row.as_dict() for row in context.table])


@then("the refusal shows")
def shows(context: Any) -> None:
    """The refusal gives the keys of these rows, and of no others, as examples."""
    context.bench.outcome.should_show([row.as_dict() for row in context.table])


@then('the upgrade crashes with "{words}"')
@then('the downgrade crashes with "{words}"')
def crashes(context: Any, words: str) -> None:
    """The database or the code raised in the middle, with these words in what it said."""
    context.bench.outcome.should_have_crashed(words)


@then("the upgrade never ends")
def stopped(context: Any) -> None:
    """It had to be stopped: too many statements, or too much time."""
    context.bench.outcome.should_be_stopped()


@then("the database is unchanged")
def unchanged(context: Any) -> None:
    """Schema, rows and ledger are what they were before the last migration."""
    context.bench.outcome.should_be_unchanged()


@then("the upgrade takes at most {number:d} statements")
def at_most(context: Any, number: int) -> None:
    """The last migration sent no more statements than that."""
    context.bench.outcome.should_take_at_most(number)
