"""What the ledger says."""

from typing import Any

from behave import then


@then('the database is still at revision "{revision}"')
@then('the database is now at revision "{revision}"')
def at_revision(context: Any, revision: str) -> None:
    context.bench.chain.should_be_at(revision)
