"""Reports that a command has written."""

from behave import given, then, when
from behave.runner import Context


@given('what "{arguments}" finds is accepted')
def accepted(context: Context, arguments: str):
    context.bench.reports.accept(arguments)


@when('I call "{arguments}"')
def call(context: Context, arguments: str):
    context.bench.calls.call(arguments)


@when('I call "{arguments}" on a terminal')
def call_on_terminal(context: Context, arguments: str):
    context.bench.calls.call_on_terminal(arguments)


@when('reports are asked for as "{forms}"')
def asked_for(context: Context, forms: str):
    context.bench.reports.ask_for(forms)


@when("the project is asked what it says of findings")
def opinions_asked(context: Context):
    context.bench.reports.read_opinions()


@when('"{command}" of "{target}" finds nothing on "{database}" at "{revisions}" {how}')
def finds_nothing(
    context: Context, command: str, target: str, database: str, revisions: str, how: str
):
    context.bench.reports.find_nothing(command, target, database, revisions, how)


@then("the entry is stale")
def is_stale(context: Context):
    context.bench.reports.should_be_stale(1)


@then("the entry is not stale")
def is_not_stale(context: Context):
    context.bench.reports.should_be_stale(0)


@then('it is refused with "{line}"')
def refused_with(context: Context, line: str):
    context.bench.reports.should_be_refused_with(line)


@then('it says "{line}" and nothing else')
def says_alone(context: Context, line: str):
    context.bench.calls.should_say_in_one_line(line)


@then("nothing is left of the call")
def nothing_left(context: Context):
    context.bench.calls.should_leave_nothing()


@then('the files in "{folder}" are "{one}" and "{other}"')
def files_are(context: Context, folder: str, one: str, other: str):
    context.bench.reports.files_should_be(folder, [one, other])


@then('the JSON file "{name}" obeys the schema of reports')
def file_obeys(context: Context, name: str):
    context.bench.reports.file_should_obey(name)


@then("standard output is a JSON document that obeys the schema of reports")
def output_obeys(context: Context):
    context.bench.reports.output_should_obey()


@then('the SARIF file "{name}" obeys the schema of SARIF, and tells')
def sarif_tells(context: Context, name: str):
    context.bench.reports.sarif_should_tell(name, [row.as_dict() for row in context.table])
