"""Schemas, compared with those of databases that are brought freshly to a revision."""

from typing import Any

from behave import then


@then('the schema is still that of revision "{revision:Revision}"')
@then('the schema is now that of revision "{revision:Revision}"')
def schema_of(context: Any, revision: str) -> None:
    """Tables, columns, keys, conditions and indexes are those of a fresh database there."""
    context.bench.outcome.should_have_schema_of(revision)


@then("the schema is unchanged, or the way back is refused")
def schema_back(context: Any) -> None:
    """There and back, the schema is what it was, but for the order of columns."""
    context.bench.outcome.should_have_the_schema_back()
