"""Tables as objects of the database: the same, left behind, gone, built anew."""

from typing import Any

from behave import then


@then("the tables are still the same")
def same_tables(context: Any) -> None:
    context.bench.objects.should_be_the_same()


@then("these tables are left behind")
def left_behind(context: Any) -> None:
    context.bench.objects.should_leave_behind([row.as_dict() for row in context.table])


@then("these tables are gone")
def gone(context: Any) -> None:
    context.bench.objects.should_have_lost([row.as_dict() for row in context.table])


@then("no table was built anew")
def not_built_anew(context: Any) -> None:
    context.bench.objects.should_stand_where_they_stood()


@then('the table "{new}" is the one that was "{old}"')
def renamed(context: Any, new: str, old: str) -> None:
    context.bench.objects.should_be_renamed(old, new)
