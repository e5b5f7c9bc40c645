"""What the ledger says, and whether it is so."""

from typing import Any

from behave import then

import handrail.acceptance.parameter_types  # noqa: F401 - registers them


@then('the database is still at revision "{revision:Revision}"')
@then('the database is now at revision "{revision:Revision}"')
def at_revision(context: Any, revision: str) -> None:
    context.bench.outcome.should_be_at(revision)


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
