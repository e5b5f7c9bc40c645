"""What the ledger says."""

from typing import Any

from behave import then

import handrail.acceptance.parameter_types  # noqa: F401 - registers them


@then('the database is still at revision "{revision:Revision}"')
@then('the database is now at revision "{revision:Revision}"')
def at_revision(context: Any, revision: str) -> None:
    context.bench.outcome.should_be_at(revision)
