"""Runs of Handrail beside this one: how they end, and what they leave behind."""

from behave import given, then, when
from behave.runner import Context


@given('the run "{name}" with {number:d} databases')
def run_with_databases(context: Context, name: str, number: int):
    context.bench.runs.start(name, number)


@given('the run "{name}" with {number:d} databases, and a forked child that {does}')
def run_with_forked_child(context: Context, name: str, number: int, does: str):
    context.bench.runs.start(name, number, does)


@given('the run "{name}" whose server is just being started')
def run_halfway(context: Context, name: str):
    context.bench.runs.start_halfway(name)


@given('the run "{name}" was killed together with its keeper')
def killed_with_keeper(context: Context, name: str):
    context.bench.runs.kill_with_keeper(name)


@given("the database server was killed")
def server_killed(context: Context):
    context.bench.runs.kill_server()


@given('the wheel of PostgreSQL is "{state}"')
def wheel_is(context: Context, state: str):
    context.bench.runs.use_wheel(state)


@given('runs have "{value}" as {name} in their environment')
def environment_has(context: Context, value: str, name: str):
    context.bench.runs.environment[name] = value


@given("runs have an empty {name} in their environment")
def environment_emptied(context: Context, name: str):
    context.bench.runs.environment[name] = ""


@when('the run "{name}" ends by {cause}')
@when('the run "{name}" is ended by {cause}')
def ends_by(context: Context, name: str, cause: str):
    context.bench.runs.end(name, cause)


@when('the run "{name}" comes and goes')
def comes_and_goes(context: Context, name: str):
    context.bench.runs.start(name)
    context.bench.runs.end(name, "the end of its work")


@when('the run "{name}" asks for a database')
def asks_for_database(context: Context, name: str):
    context.bench.runs.start(name)


@when('the run "{name}" asks for a database in vain')
def asks_in_vain(context: Context, name: str):
    context.bench.runs.attempt(name)


@then("nothing is left of it")
@then("nothing is left of either")
def nothing_left(context: Context):
    context.bench.runs.should_have_left_nothing()


@then('the {number:d} databases of "{name}" and one more can be used')
def databases_can_be_used(context: Context, number: int, name: str):
    context.bench.runs.should_answer(name, number)


@then('"{name}" says in one line "{words}"')
def says(context: Context, name: str, words: str):
    context.bench.runs.should_say(name, words)


@then('"{name}" says on its way "{words}"')
def says_on_its_way(context: Context, name: str, words: str):
    context.bench.runs.should_have_said(name, words)


@then('"{name}" says at last "{words}"')
def says_at_last(context: Context, name: str, words: str):
    context.bench.runs.should_say_at_last(name, words)


@then("its scratch folders can be entered by their owner alone")
def folders_private(context: Context):
    context.bench.runs.folders_should_be_private()
