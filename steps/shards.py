"""Walks that are divided, and their reports joined."""

from behave import given, then, when
from behave.runner import Context


@given("the shards have left")
def left(context: Context):
    context.bench.shards.leave([row.as_dict() for row in context.table])


@given('the reports of "{command}"')
def reports_of(context: Context, command: str):
    context.bench.shards.let_write(command)


@when("I walk it whole, and in {counts} shards")
def walk_in(context: Context, counts: str):
    context.bench.shards.walk_in(counts)


@when("I walk it on every kind of database, whole and in {counts} shards")
def walk_in_everywhere(context: Context, counts: str):
    context.bench.shards.walk_in(counts, everywhere=True)


@when('revisions that cost "{costs}" are shared among {count:d}')
def share(context: Context, costs: str, count: int):
    context.bench.shards.share(costs, count)


@when('"{files}" are joined')
def join(context: Context, files: str):
    context.bench.shards.join(files)


@then("joined they tell what the whole walk tells, in every form")
def join_to_the_whole(context: Context):
    context.bench.shards.should_join_to_the_whole()


@then('the shares are "{shares}"')
def shares_are(context: Context, shares: str):
    context.bench.shards.shares_should_be(shares)


@then('joining is refused with "{line}"')
def refused(context: Context, line: str):
    context.bench.shards.should_be_refused_with(line)


@then('of what is accepted "{causes}" is stale')
def stale(context: Context, causes: str):
    context.bench.shards.should_be_stale(causes)


@then('the files "{one}" and "{other}" are the same but for times')
def agree(context: Context, one: str, other: str):
    context.bench.shards.files_should_agree(one, other)
