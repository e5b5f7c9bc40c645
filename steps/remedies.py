"""Handrail's own operations for migrations, and what they leave."""

from behave import given, then, when
from behave.runner import Context


@given("these plans")
def plans(context: Context):
    context.bench.remedies.begin()
    context.bench.remedies.put("plans", [row.as_dict() for row in context.table])


@given('a database for remedies with "{script}"')
def database_with(context: Context, script: str):
    context.bench.remedies.begin(script)


@given('beside them "{script}"')
def with_script(context: Context, script: str):
    context.bench.remedies.run(script)


@given('these rows in "{table}"')
def rows_in(context: Context, table: str):
    context.bench.remedies.put(table, [row.as_dict() for row in context.table])


@given('{count:d} rows more in "{table}", such as')
def many_rows_in(context: Context, count: int, table: str):
    context.bench.remedies.put_many(table, count, context.table[0].as_dict())


@given("the migration has {kind}")
def kind_of_transaction(context: Context, kind: str):
    context.bench.remedies.use_transactions(kind)


@given("the migration is rolled back in the end")
def rolled_back(context: Context):
    context.bench.remedies.roll_back()


@given('the migration is written as a script for "{dialect}"')
def as_script(context: Context, dialect: str):
    context.bench.remedies.write_script(dialect)


@when('the CHECK "{name}" of "{table}" becomes "{condition}"')
def replace_check(context: Context, name: str, table: str, condition: str):
    context.bench.remedies.attempt("replace_check_constraint", name, table, condition)


@when('in the schema "{schema}" the CHECK "{name}" of "{table}" becomes "{condition}"')
def replace_check_in_schema(context: Context, name: str, table: str, schema: str, condition: str):
    context.bench.remedies.attempt(
        "replace_check_constraint", name, table, condition, schema=schema
    )


@given('"{column}" of "{table}" became mandatory')
@when('"{column}" of "{table}" becomes mandatory')
def mandatory(context: Context, column: str, table: str):
    context.bench.remedies.attempt("set_not_null", table, column)


@when('"{column}" of "{table}" becomes mandatory with the default "{default}"')
def mandatory_with_default(context: Context, column: str, table: str, default: str):
    context.bench.remedies.attempt("set_not_null", table, column, server_default=default)


@when('"{column}" of "{table}" becomes optional')
def optional(context: Context, column: str, table: str):
    context.bench.remedies.attempt("set_not_null", table, column, nullable=True)


@when('"{column}" of "{table}" becomes optional without a default')
def optional_without_default(context: Context, column: str, table: str):
    context.bench.remedies.attempt(
        "set_not_null", table, column, nullable=True, server_default=None
    )


@given('the default for "{column}" of "{table}" was set to "{default}"')
@when('the default for "{column}" of "{table}" becomes "{default}"')
def new_default(context: Context, column: str, table: str, default: str):
    context.bench.remedies.attempt("set_server_default", table, column, default)


@when('the default for "{column}" of "{table}" is dropped')
def no_default(context: Context, column: str, table: str):
    context.bench.remedies.attempt("set_server_default", table, column, None)


@when('"{table}" may hold no other values than')
def allowed_values(context: Context, table: str):
    allowed = {row["column"]: row["values"].split(", ") for row in context.table}
    context.bench.remedies.attempt("require", table, allowed=allowed, message="remap them first")


@when('"{predicate}" is required of "{table}"')
def required(context: Context, predicate: str, table: str):
    context.bench.remedies.attempt("require", table, predicate)


@when('told by "{columns}", "{predicate}" is required of "{table}"')
def required_by_columns(context: Context, predicate: str, table: str, columns: str):
    context.bench.remedies.attempt("require", table, predicate, columns=columns.split(", "))


@when('nothing is required of "{table}"')
def nothing_required(context: Context, table: str):
    context.bench.remedies.attempt("require", table)


@when('"{column}" of "{table}" is remapped')
def remapped(context: Context, column: str, table: str):
    mapping = {row["from"]: row["to"] for row in context.table}
    context.bench.remedies.attempt("remap", table, column, mapping)


@when('"{column}" of "{table}" is remapped where "{condition}"')
def remapped_where(context: Context, column: str, table: str, condition: str):
    mapping = {row["from"]: row["to"] for row in context.table}
    context.bench.remedies.attempt("remap", table, column, mapping, where=condition)


@then('the operation says no: "{words}"')
def says_no(context: Context, words: str):
    context.bench.remedies.should_have_said_no(words)


@then("the operation is refused because of")
def refused_because_of(context: Context):
    context.bench.remedies.should_be_refused_because_of([row.as_dict() for row in context.table])


@then("nothing at all has changed")
def nothing_changed(context: Context):
    context.bench.remedies.should_have_changed_nothing()


@then('the table "{table}" is described as in "{script}" again')
def described_again(context: Context, table: str, script: str):
    context.bench.remedies.should_be_described_as_in(script, table)


@then("every table is still the same object")
def same_objects(context: Context):
    context.bench.remedies.should_be_same_objects()


@then('the column "{column}" of "{table}" alone has changed')
def alone_changed(context: Context, column: str, table: str):
    context.bench.remedies.should_have_changed_only(table, column)


@then('"{table}" completes new rows to')
def completes(context: Context, table: str):
    context.bench.remedies.should_complete(table, [row.as_dict() for row in context.table])


@then('"{table}" has these rows still')
@then('"{table}" has these rows now')
def has_rows(context: Context, table: str):
    context.bench.remedies.should_hold(table, [row.as_dict() for row in context.table])


@then('"{table}" admits')
def admits(context: Context, table: str):
    context.bench.remedies.should_admit(table, [row.as_dict() for row in context.table])


@then("the operation reports")
def reports(context: Context):
    context.bench.remedies.should_have_reported([row.as_dict() for row in context.table])


@then('the log says "{words}"')
def log_says(context: Context, words: str):
    context.bench.remedies.should_have_logged(words)


@then("the script is")
def script_is(context: Context):
    context.bench.remedies.script_should_be(context.text)


@then("at most {count:d} pages of the file were written")
def pages_written(context: Context, count: int):
    context.bench.remedies.should_have_written_at_most(count)
