"""Rows aimed at the far side of a step: hazards, loads, what a database takes, what is left."""

from behave import given, then, when
from behave.runner import Context


@given('a step between the two sides of "{name}"')
def step_between(context: Context, name: str):
    context.bench.rows.sides(name)


@given('the step back between the two sides of "{name}"')
def step_back(context: Context, name: str):
    context.bench.rows.sides(name, turned=True)


@given('a step that drops every table of "{name}"')
def step_that_drops(context: Context, name: str):
    context.bench.rows.one_side(name)


@given("the migration reads")
def migration_reads(context: Context):
    context.bench.rows.read_source(context.text)


@given('the rows of "{table}" were')
def holds_already(context: Context, table: str):
    context.bench.rows.hold(table, [row.as_dict() for row in context.table])


@when("I look for hazards")
def look_for_hazards(context: Context):
    context.bench.rows.look()


@when('I look for hazards of a step that names "{table}"')
def look_for_hazards_touching(context: Context, table: str):
    context.bench.rows.look(table)


@when("I ask which tables the step can do something to")
def ask_for_tables(context: Context):
    context.bench.rows.ask_for_tables()


@when('I ask which tables a step that names "{table}" can do something to')
def ask_for_tables_touching(context: Context, table: str):
    context.bench.rows.ask_for_tables(table)


@when('I put in "{title}"')
def put_in(context: Context, title: str):
    context.bench.rows.put(title)


@when('I put in "{title}" twice')
def put_in_twice(context: Context, title: str):
    context.bench.rows.put_twice(title)


@when('of "{title}" I put in nothing but the rows of "{table}"')
def put_in_part(context: Context, title: str, table: str):
    context.bench.rows.put_part(title, table)


@when('I put in {count:d} rows of "{table}"')
def put_in_many(context: Context, count: int, table: str):
    context.bench.rows.put_many(count, table)


@when("I read the literals of these conditions")
def read_conditions(context: Context):
    context.bench.rows.read_conditions([row["condition"] for row in context.table])


@when("{rows:d} rows are reduced that fail for the sake of {culprits} in {questions:d} questions")
def reduce_rows(context: Context, rows: int, culprits: str, questions: int):
    context.bench.rows.reduce(rows, culprits, questions)


@when("rows are reduced that fail for whatever reason")
def reduce_anything(context: Context):
    context.bench.rows.reduce_anything()


@then("the hazards are")
def hazards_are(context: Context):
    context.bench.rows.hazards_should_be([row.as_dict() for row in context.table])


@then("there is no hazard")
def no_hazard(context: Context):
    context.bench.rows.hazards_should_be([])


@then('the tables are "{tables}"')
def tables_are(context: Context, tables: str):
    context.bench.rows.tables_should_be(tables)


@then("there is no such table")
def no_such_table(context: Context):
    context.bench.rows.tables_should_be("")


@then("the loads are")
def loads_are(context: Context):
    context.bench.rows.loads_should_be([row["load"] for row in context.table])


@then("there is nothing to put in")
def nothing_to_put_in(context: Context):
    context.bench.rows.loads_should_be([])


@then('the rows of "{table}" are now')
def now_holds(context: Context, table: str):
    context.bench.rows.table_should_hold(table, [row.as_dict() for row in context.table])


@then('put into "{table}" were')
def put_in_were(context: Context, table: str):
    context.bench.rows.placed_should_be(table, [row.as_dict() for row in context.table])


@then('nothing was put into "{table}"')
def nothing_put_in(context: Context, table: str):
    context.bench.rows.placed_should_be(table, [])


@then("nothing was left out")
def nothing_left_out(context: Context):
    context.bench.rows.left_out_should_be([])


@then("left out were")
def left_out_were(context: Context):
    context.bench.rows.left_out_should_be([row.as_dict() for row in context.table])


@then('all of it is rejected because of "{table}": {reason}')
def rejected(context: Context, table: str, reason: str):
    context.bench.rows.should_be_rejected(table, reason)


@then('the next row of "{table}" is numbered {number:d}')
def next_row_numbered(context: Context, table: str, number: int):
    context.bench.rows.next_number_should_be(table, number)


@then("the literals are")
def literals_are(context: Context):
    context.bench.rows.literals_should_be([row.as_dict() for row in context.table])


@then("the rows left are {numbers}")
def rows_left(context: Context, numbers: str):
    context.bench.rows.reduced_should_be(numbers)


@then("at most {number:d} questions were asked")
def questions_asked(context: Context, number: int):
    context.bench.rows.questions_should_be_at_most(number)


@then("what is left always fails, and never without any one of its rows")
def reductions_right(context: Context):
    context.bench.rows.reductions_should_be_right()
