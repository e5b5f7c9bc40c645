"""Changes that are to close issues, and what the gate makes of them."""

from behave import given, then, when
from behave.runner import Context


@given("its sources are installed as editable")
def sources_installed(context: Context):
    context.bench.closing.install_sources()


@given("the state of the repository is noted")
def state_noted(context: Context):
    context.bench.closing.note()


@when('the change since "{base}" is to close "{numbers}"')
def closes_since(context: Context, base: str, numbers: str):
    context.bench.closing.ask(numbers, base)


@when('what stands there is to close "{numbers}"')
def closes(context: Context, numbers: str):
    context.bench.closing.ask(numbers, None)


@when('a pull request says "{words}"')
def pull_request_says(context: Context, words: str):
    context.bench.closing.read(words)


@then("the gate lets it pass")
def lets_pass(context: Context):
    context.bench.closing.should_pass()


@then("the gate holds it")
def holds(context: Context):
    context.bench.closing.should_be_held()


@then("it says")
def says(context: Context):
    context.bench.closing.should_say(context.text)


@then('it closes "{numbers}"')
def closes_numbers(context: Context, numbers: str):
    context.bench.closing.should_have_read(numbers)


@then("the repository is as noted")
def as_noted(context: Context):
    context.bench.closing.should_be_as_noted()


@then('no process works below "{folder}"')
def no_process_below(context: Context, folder: str):
    context.bench.closing.should_have_no_process_below(folder)
