"""Files in a scratch folder, commands that run there, and what they leave."""

from behave import given, then, when
from behave.runner import Context


@given('the file "{name}" holds')
def file_holds(context: Context, name: str):
    context.bench.processes.write(name, context.text)


@given('a copy of the folder "{source}" as "{name}"')
def copy_of_folder(context: Context, source: str, name: str):
    context.bench.processes.copy(source, name)


@given('the empty folder "{name}"')
def empty_folder(context: Context, name: str):
    context.bench.processes.make_folder(name)


@given("no installed program is found")
def no_program_found(context: Context):
    context.bench.processes.environment["PATH"] = ""


@when('I run "{command}"')
def run(context: Context, command: str):
    context.bench.processes.run(command)


@when('I run "{command}" where no file may grow beyond {kilobytes:d} kB')
def run_cramped(context: Context, command: str, kilobytes: int):
    context.bench.processes.run_cramped(command, kilobytes)


@then("it exits with code {code:d}")
def exits_with(context: Context, code: int):
    context.bench.processes.should_exit_with(code)


@then("it prints")
def prints_lines(context: Context):
    context.bench.processes.should_print(context.text)


@then('it prints "{text}"')
def prints(context: Context, text: str):
    context.bench.processes.should_print(text)


@then("it prints a match for `{pattern}`")
def prints_match(context: Context, pattern: str):
    context.bench.processes.should_print_match(pattern)


@then('it does not print "{text}"')
def does_not_print(context: Context, text: str):
    context.bench.processes.should_not_print(text)


@then('it prints "{text}" on standard error')
def complains(context: Context, text: str):
    context.bench.processes.should_print_on_stderr(text)


@then("it prints nothing on standard error")
def complains_of_nothing(context: Context):
    context.bench.processes.should_print_nothing_on_stderr()


@then('the file "{name}" is there')
def file_is_there(context: Context, name: str):
    context.bench.processes.file_should_exist(name)


@then('the file "{name}" is not there')
def file_is_not_there(context: Context, name: str):
    context.bench.processes.file_should_not_exist(name)


@then('the folder "{name}" is empty again')
def folder_is_empty(context: Context, name: str):
    context.bench.processes.folder_should_be_empty(name)


@then('the file "{name}" now holds')
def file_now_holds(context: Context, name: str):
    context.bench.processes.file_should_hold(name, context.text)


@when('I send {signal:w} to "{command}" once it prints "{words}"')
def run_and_send(context: Context, signal: str, command: str, words: str):
    context.bench.processes.start(command)
    context.bench.processes.wait_for_words(words)
    context.bench.processes.send(signal)
    context.bench.processes.finish()


@then('the JUnit files in "{name}" tell')
def junit_files_tell(context: Context, name: str):
    context.bench.processes.junit_should_tell(name, [row.as_dict() for row in context.table])


@then('the JUnit files in "{name}" count')
def junit_files_count(context: Context, name: str):
    context.bench.processes.junit_should_count(name, context.table[0].as_dict())


@then("it prints nothing that a terminal obeys")
def seen_whole(context: Context):
    context.bench.processes.should_be_seen_whole()


@then('no file "{pattern}" holds what a terminal obeys')
def files_seen_whole(context: Context, pattern: str):
    context.bench.processes.files_should_be_seen_whole(pattern)
