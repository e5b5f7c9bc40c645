"""What the command line says of itself, and what shells complete."""

from behave import given, then, when
from behave.runner import Context


@when("I read the help of every command")
def read_help(context: Context):
    context.bench.help.read()


@then("each shows an example that begins with its own words")
def shows_examples(context: Context):
    context.bench.help.should_show_examples()


@then("each example is a call that it understands")
def understands_examples(context: Context):
    context.bench.help.should_understand_examples()


@when("I come to the end of these lines")
def come_to_the_end(context: Context):
    context.bench.help.complete([row["line"] for row in context.table])


@then("the shell offers")
def offers(context: Context):
    context.bench.help.should_offer([row.as_dict() for row in context.table])


@given('the completion for {shell:w} as "{name}"')
def completion_as(context: Context, shell: str, name: str):
    context.bench.help.write_script(shell, name)
