"""Snapshots of databases, and what differs between two of them."""

from behave import given, then, when
from behave.model import Table
from behave.runner import Context


@given('a database made by the script "{script}"')
def made_by_script(context: Context, script: str):
    context.bench.snapshots.make(script)


@given('the script "{script}" ran')
def script_ran(context: Context, script: str):
    context.bench.snapshots.run(script)


@when("I take a snapshot")
def take(context: Context):
    context.bench.snapshots.take()


@when('I take a snapshot with the ledger "{table}" of the schema "{schema}"')
def take_with_ledger_of_schema(context: Context, table: str, schema: str):
    context.bench.snapshots.take(ledger_table=table, ledger_column="revision", ledger_schema=schema)


@when('I take a snapshot before and after the script "{script}"')
def take_around(context: Context, script: str):
    context.bench.snapshots.take_around(script)


@when('the script "{script}" runs on a clone')
def clone_and_run(context: Context, script: str):
    context.bench.snapshots.clone_and_run(script)


@when("I check the references")
def check_references(context: Context):
    context.bench.snapshots.check_references()


@when("I compare these texts")
def compare_texts(context: Context):
    context.bench.snapshots.compare_texts(_entries(context.table))


@then('the table "{table}" is seen with the {kind}')
def table_seen_with(context: Context, table: str, kind: str):
    context.bench.snapshots.table_should_have(table, kind, _entries(context.table))


@then("the schema is seen with the {kind}")
def schema_seen_with(context: Context, kind: str):
    context.bench.snapshots.schema_should_have(kind, _entries(context.table))


@then('the table "{table}" is seen to hold')
def table_seen_to_hold(context: Context, table: str):
    context.bench.snapshots.rows_should_be(table, _entries(context.table))


@then('nothing is seen in the table "{table}"')
def nothing_seen_in(context: Context, table: str):
    context.bench.snapshots.rows_should_be(table, [])


@then('rows are seen in "{tables}" alone')
def rows_seen_in(context: Context, tables: str):
    context.bench.snapshots.tables_should_have_rows(tables)


@then('the ledger is seen to hold "{applied}"')
def ledger_seen_to_hold(context: Context, applied: str):
    context.bench.snapshots.ledger_should_be(applied)


@then("the ledger is seen to be empty")
def ledger_seen_empty(context: Context):
    context.bench.snapshots.ledger_should_be("")


@then("the difference is")
def difference_is(context: Context):
    context.bench.snapshots.difference_should_be(context.text)


@then("there is no difference")
def no_difference(context: Context):
    context.bench.snapshots.difference_should_be("")


@then("no difference is more than weak")
def difference_weak(context: Context):
    context.bench.snapshots.difference_should_be_weak()


@then('the tables built anew are "{tables}"')
def tables_built_anew(context: Context, tables: str):
    context.bench.snapshots.tables_built_anew_should_be(tables)


@then("no table is built anew")
def no_table_built_anew(context: Context):
    context.bench.snapshots.tables_built_anew_should_be("")


@then("these references dangle")
def references_dangle(context: Context):
    context.bench.snapshots.violations_should_be(context.text)


@then('the clone agrees on "{table}"')
def clone_agrees(context: Context, table: str):
    context.bench.snapshots.clone_should_agree(table)


@then('the clone does not agree on "{table}"')
def clone_does_not_agree(context: Context, table: str):
    context.bench.snapshots.clone_should_not_agree(table)


@then("they all say the same")
def texts_say_the_same(context: Context):
    context.bench.snapshots.texts_should_be(same=True)


@then("none of them says the same")
def texts_differ(context: Context):
    context.bench.snapshots.texts_should_be(same=False)


def _entries(table: Table) -> list[dict[str, str]]:
    return [row.as_dict() for row in table]
