"""The parity guard, and what it says of two commits."""

from behave import then, when
from behave.runner import Context

import handrail.acceptance.parameter_types  # noqa: F401 - registers them


@when('the guard {variant:Variant} compares "{base}" with "{head}"')
def compares(context: Context, variant: str, base: str, head: str):
    context.bench.guard.compare(variant, base, head)


@when('the guard compares "{base}" with "{head}"')
def ours_compares(context: Context, base: str, head: str):
    context.bench.guard.compare("as repaired", base, head)


@when('the guard compares "{base}" with "{head}" where there is no git')
def compares_without_git(context: Context, base: str, head: str):
    context.bench.guard.compare_without_git(base, head)


@when('the lenient guard compares "{base}" with "{head}"')
def lenient_compares(context: Context, base: str, head: str):
    context.bench.guard.compare("as repaired", base, head, lenient=True)


@then("the guard passes")
def passes(context: Context):
    context.bench.guard.should_end_with(0)


@then("the guard fails")
def fails(context: Context):
    context.bench.guard.should_end_with(1)


@then("it names")
def names(context: Context):
    context.bench.guard.should_name([row.as_dict() for row in context.table])


@then('it accepts "{file}"')
def accepts(context: Context, file: str):
    context.bench.guard.should_accept([file])


@then("it accepts no revision")
def accepts_none(context: Context):
    context.bench.guard.should_accept([])


@then('it does not judge "{what}"')
def does_not_judge(context: Context, what: str):
    context.bench.guard.should_not_judge([what])


@then("it sees")
def sees(context: Context):
    context.bench.guard.should_see([row["what"] for row in context.table])


@then("it sees no change")
def sees_nothing(context: Context):
    context.bench.guard.should_see([])


@then('it stops with "{words}"')
def stops_with(context: Context, words: str):
    context.bench.guard.should_stop_with(words)


@then("written as {form:w} it says")
def written_as(context: Context, form: str):
    context.bench.guard.should_write(form, context.text)


@then('written as {form:w} it tells at "{place}"')
def written_tells(context: Context, form: str, place: str):
    context.bench.guard.should_tell(form, place, context.text)
