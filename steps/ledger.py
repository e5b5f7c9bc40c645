"""What the ledger of the agents says, and whether it is so."""

from typing import Any

from behave import then


@then('the ledger still holds "{numbers}"')
@then('the ledger now holds "{numbers}"')
def holds(context: Any, numbers: str) -> None:
    context.bench.ledger.should_hold(numbers)


@then('the schema is still that of migration "{number}"')
@then('the schema is now that of migration "{number}"')
def schema_of(context: Any, number: str) -> None:
    context.bench.ledger.should_have_schema_of(number)


@then('beside the schema of migration "{number}" there is now')
def more_than(context: Any, number: str) -> None:
    context.bench.ledger.should_have_more_than(number, [row.as_dict() for row in context.table])


@then('the table "{table}" of the agents still holds')
@then('the table "{table}" of the agents now holds')
def rows(context: Any, table: str) -> None:
    context.bench.ledger.should_hold_rows(table, [row.as_dict() for row in context.table])


@then("schema, rows and ledger are as they were")
def unchanged(context: Any) -> None:
    context.bench.ledger.should_be_unchanged()
