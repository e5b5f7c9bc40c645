"""Rows of tables, before and after."""

from typing import Any

from behave import given, then


@given('the table "{table}" holds')
def put_rows(context: Any, table: str) -> None:
    """These rows are in; columns that are not named hold their default, or NULL where they may."""
    context.bench.contents.put(table, [row.as_dict() for row in context.table])


@given("every table holds rows")
def fill(context: Any) -> None:
    """Every table holds one row with something in each column, and one with what it needs."""
    context.bench.contents.fill()


@given('in the table "{table}" the {column} "{old}" was changed to "{new}"')
def changed(context: Any, table: str, column: str, old: str, new: str) -> None:
    """Every row that held the old value in that column holds the new one."""
    context.bench.contents.change(table, column, old, new)


@then('the table "{table}" still holds')
@then('the table "{table}" now holds')
def holds(context: Any, table: str) -> None:
    """The table holds these rows and no others, in the columns that are named."""
    context.bench.contents.should_hold(table, [row.as_dict() for row in context.table])


@then('by {column} the table "{table}" now holds')
def counts(context: Any, column: str, table: str) -> None:
    """Each of these values of the column, and no other, is in so many rows: COLUMN, rows."""
    context.bench.contents.should_count(table, column, [row.as_dict() for row in context.table])


@then("no row is lost")
def as_many(context: Any) -> None:
    """Every table that is still there holds as many rows as before, or more."""
    context.bench.contents.should_be_as_many()
