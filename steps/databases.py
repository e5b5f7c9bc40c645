"""Scratch databases: made, filled, cloned, dropped, and what they can do."""

from behave import given, then, when
from behave.runner import Context


@given('the scratch database "{name}" holds')
def scratch_database_holds(context: Context, name: str):
    context.bench.databases.make(name, [row.as_dict() for row in context.table])


@given('somebody is connected to "{name}"')
def somebody_connected(context: Context, name: str):
    context.bench.databases.hold(name)


@given('"{name}" writes ahead')
def writes_ahead(context: Context, name: str):
    context.bench.databases.log_ahead(name)


@given('who wrote to "{name}" was killed, with {journal:w} as journal, having committed "{note}"')
def writer_killed(context: Context, name: str, journal: str, note: str):
    context.bench.databases.kill_writer(name, journal, note)


@given('"{name}" is a clone of "{original}"')
@when('"{original}" is cloned as "{name}"')
def cloned(context: Context, name: str, original: str):
    context.bench.databases.clone(original, name)


@given('"{name}" was dropped')
@when('"{name}" is dropped')
def dropped(context: Context, name: str):
    context.bench.databases.drop(name)


@given('into "{name}" came')
@when('into "{name}" comes')
def rows_come(context: Context, name: str):
    context.bench.databases.add(name, [row.as_dict() for row in context.table])


@when("{number:d} scratch databases are in use at once")
def many_in_use(context: Context, number: int):
    context.bench.databases.hold_many(number)


@when('the capability "{capability}" is tried')
def capability_tried(context: Context, capability: str):
    context.bench.databases.try_capability(capability.replace(" ", "_"))


@when('databases of the kind "{kind}" are asked for')
def kind_asked_for(context: Context, kind: str):
    context.bench.databases.ask_for(kind)


@then('"{name}" now holds')
@then('"{name}" still holds')
def now_holds(context: Context, name: str):
    context.bench.databases.should_hold(name, [row.as_dict() for row in context.table])


@then('"{name}" is gone')
def is_gone(context: Context, name: str):
    context.bench.databases.should_be_gone(name)


@then("each holds its own note only")
def each_holds_own_note(context: Context):
    context.bench.databases.should_hold_own_notes()


@then('their names differ, and all begin with "{prefix}"')
def names_differ(context: Context, prefix: str):
    context.bench.databases.names_should_be_distinct(prefix)


@then('it is there if, and only if, "{capability}" is claimed')
def as_claimed(context: Context, capability: str):
    context.bench.databases.capability_should_be_as_told(capability.replace(" ", "_"))


@then('the answer is "{words}"')
def answer_is(context: Context, words: str):
    context.bench.databases.should_have_said(words)
