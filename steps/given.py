"""A server that somebody has, given to Handrail by its URL, and what is left there."""

from behave import given, then, when
from behave.runner import Context


@given("that server is one of MariaDB's")
def server_is_mariadb(context: Context):
    context.bench.given.use_mariadb()


@when('I run "{command}" on that server')
def run_on_server(context: Context, command: str):
    context.bench.given.run(command)


@given('"{command}" on that server was killed once it printed "{words}"')
def killed_on_server(context: Context, command: str, words: str):
    context.bench.given.kill(command, words)


@given('"{command}" on that server was killed as it was about to mark its database')
def killed_unmarked(context: Context, command: str):
    context.bench.given.kill_unmarked(command)


@given('somebody else has made the database "{name}"')
def stranger_made(context: Context, name: str):
    context.bench.given.make_strange(name)


@when('I run "{command}" on a server that keeps its texts in {encoding}')
def run_encoded(context: Context, command: str, encoding: str):
    context.bench.given.run_encoded(command, encoding)


@given('the run "{run}" has made a database on that server')
@when('the run "{run}" makes a database on that server')
def run_makes(context: Context, run: str):
    context.bench.given.make(run)


@given('somebody else has made the next database of "{run}"')
def next_name_taken(context: Context, run: str):
    context.bench.given.take_next_name(run)


@given("a dead run of another machine has left a database there")
def left_elsewhere(context: Context):
    context.bench.given.mark_elsewhere("elsewher")


@given("a living run of another machine has made a database there")
def living_elsewhere(context: Context):
    context.bench.given.live_elsewhere("livesfar")


@given('the run "{run}" has made a database to be kept, and has ended')
def run_kept(context: Context, run: str):
    context.bench.given.make(run, keep=True)
    context.bench.given.close_run(run)


@when('the run "{run}" comes to its end')
def run_ended(context: Context, run: str):
    context.bench.given.close_run(run)


@when("a database is asked for on a server {place}")
def asked_for(context: Context, place: str):
    context.bench.given.ask(place)


@then('it prints of that server "{text}"')
def prints_of_server(context: Context, text: str):
    context.bench.given.should_print(text)


@then("each database of a run that is there is told as kept")
def told_as_kept(context: Context):
    context.bench.given.should_have_told_kept()


@then('in one line it says "{words}"')
def says_in_one_line(context: Context, words: str):
    context.bench.given.should_have_said(words)


@then("the server has of runs' databases")
def server_has(context: Context):
    context.bench.given.should_have_left([row["database"] for row in context.table])


@then("the server has no database of a run")
def server_has_none(context: Context):
    context.bench.given.should_have_left([])


@then("the database in use is as it was")
def in_use_as_it_was(context: Context):
    context.bench.given.should_be_as_it_was()


@then("the database in use holds what it held")
def in_use_holds(context: Context):
    context.bench.given.should_hold_what_it_held()


@then("the password is nowhere")
def password_nowhere(context: Context):
    context.bench.given.password_should_be_nowhere()
