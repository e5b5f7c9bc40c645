"""What the ledger says has been applied."""

from typing import Any

from behave import then


@then('the database is still at revision "{revision:Revision}"')
@then('the database is now at revision "{revision:Revision}"')
def at_revision(context: Any, revision: str) -> None:
    """The ledger records what a database records that was brought freshly to that revision."""
    context.bench.outcome.should_be_at(revision)
