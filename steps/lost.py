"""What a walk needs and loses in the middle of a step."""

from behave import then, when
from behave.runner import Context


@when('I run "{command}", and in the middle of a step {victim} is killed')
def run_and_kill(context: Context, command: str, victim: str):
    context.bench.lost.run(command, victim)


@then("that server is there, without a database of a run")
def left_as_found(context: Context):
    context.bench.lost.should_be_left_as_found()


@then("no folder of the walk is left")
def no_folder_left(context: Context):
    context.bench.lost.should_have_left_nothing()
