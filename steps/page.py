"""The report as a page: what stands in it, and what does not."""

from behave import then
from behave.runner import Context


@then('the page "{name}" refers to nothing outside itself')
def refers_to_nothing(context: Context, name: str):
    context.bench.page.should_refer_to_nothing(name)


@then('the page "{name}" lets no style and no script run but its own')
def allows_only_itself(context: Context, name: str):
    context.bench.page.should_allow_only_itself(name)


@then('no markup of the target is markup of the page "{name}"')
def no_markup_of_target(context: Context, name: str):
    context.bench.page.should_have_no_markup_of_the_target(name)


@then("its page shows the steps")
def shows_steps(context: Context):
    context.bench.page.should_walk([row.as_dict() for row in context.table])


@then("its page leaves out")
def leaves_out(context: Context):
    context.bench.page.should_leave_out([row.as_dict() for row in context.table])


@then("both pages are the same, times aside")
def same_pages(context: Context):
    context.bench.page.should_be_the_same_twice()
