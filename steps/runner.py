"""The runner of the agents' migrations, and the database that it works at."""

from behave import given, then, when
from behave.runner import Context

import handrail.acceptance.parameter_types  # noqa: F401 - registers them


@given('a database of the agents at "{number}"')
def database_at(context: Context, number: str):
    context.bench.runner.begin_at(number)


@given("the agents")
def agents(context: Context):
    context.bench.runner.add_agents(*(row["hostname"] for row in context.table))


@given('the runner {variant:Variant} was told "{command}"')
def was_told(context: Context, variant: str, command: str):
    context.bench.runner.have_run(variant, command)


@given('somebody has brought about "{words}"')
def brought_about(context: Context, words: str):
    context.bench.runner.execute(words)


@given('somebody took "{number}" out of the ledger')
def took_out(context: Context, number: str):
    context.bench.runner.strike(number)


@given('somebody put "{number}" into the ledger')
def put_in(context: Context, number: str):
    context.bench.runner.record(number)


@when('the runner {variant:Variant} is told "{command}"')
def told(context: Context, variant: str, command: str):
    context.bench.runner.tell(variant, command)


@when('the runner {variant:Variant} is called as a process with "{command}"')
def called(context: Context, variant: str, command: str):
    context.bench.runner.tell_as_process(variant, command)


@when('two runners {variant:Variant} are told "up" at once')
def both_told(context: Context, variant: str):
    context.bench.runner.tell_both(variant)


@when('somebody records "{number}" while the runner {variant:Variant} runs it')
def told_while_recorded(context: Context, number: str, variant: str):
    context.bench.runner.tell_while_recorded(variant, number)


@when('the runner {variant:Variant} is told "{command}" with "{words}" at every place')
def told_everywhere(context: Context, variant: str, command: str, words: str):
    context.bench.places.run_everywhere(variant, command, words)


@then("the runner succeeds")
def succeeds(context: Context):
    context.bench.ledger.should_succeed()


@then('the runner says "{words}"')
def says(context: Context, words: str):
    context.bench.ledger.should_say(words)


@then('the runner fails with "{words}"')
def fails(context: Context, words: str):
    context.bench.ledger.should_fail_with(words)


@then("the runner fails with")
def fails_with_all(context: Context):
    context.bench.ledger.should_fail_with(*(row["words"] for row in context.table))


@then('the runner fails at "{file}" with "{words}"')
def fails_at(context: Context, file: str, words: str):
    context.bench.ledger.should_fail_with(file, words)


@then("each run fails and names the migration")
def each_fails(context: Context):
    context.bench.places.should_fail()


@then("after each run the ledger claims what the schema shows")
def true_ledgers(context: Context):
    context.bench.places.should_have_true_ledgers()


@then("the next run without the failure comes to its end")
def finished(context: Context):
    context.bench.places.should_be_finished()
