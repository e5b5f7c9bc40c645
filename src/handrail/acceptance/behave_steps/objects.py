"""Tables as objects of the database: the same, left behind, gone, built anew."""

from typing import Any

from behave import then


@then("the tables are still the same")
def same_tables(context: Any) -> None:
    """No table is left behind and none is gone."""
    context.bench.objects.should_be_the_same()


@then("these tables are left behind")
def left_behind(context: Any) -> None:
    """These tables, and no others, are new, with so many rows: table, rows."""
    context.bench.objects.should_leave_behind([row.as_dict() for row in context.table])


@then("these tables are gone")
def gone(context: Any) -> None:
    """These tables, and no others, were there before and are not now: table."""
    context.bench.objects.should_have_lost([row.as_dict() for row in context.table])


@then("no table was built anew")
def not_built_anew(context: Any) -> None:
    """Every table that is still there is the same object of the database as before."""
    context.bench.objects.should_stand_where_they_stood()


@then('the table "{new}" is the one that was "{old}"')
def renamed(context: Any, new: str, old: str) -> None:
    """The table was renamed, not copied."""
    context.bench.objects.should_be_renamed(old, new)
