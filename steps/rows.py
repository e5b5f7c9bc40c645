"""Rows of tables, before and after."""

from typing import Any

from behave import given, then


@given('the table "{table}" holds')
def put_rows(context: Any, table: str) -> None:
    context.bench.chain.put(table, [row.as_dict() for row in context.table])


@then('the table "{table}" still holds')
@then('the table "{table}" now holds')
def holds(context: Any, table: str) -> None:
    context.bench.chain.should_hold(table, [row.as_dict() for row in context.table])
