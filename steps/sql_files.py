"""Folders of SQL files as chains: what is read in them, and runners that are let loose on them."""

from typing import Any

from behave import given, then, when

import handrail.acceptance.parameter_types  # noqa: F401 - registers them
from handrail.model import Direction


@given("a folder with the files")
def folder(context: Any) -> None:
    context.bench.sql_folders.make([row.as_dict() for row in context.table])


@when("I read the folder")
def read_folder(context: Any) -> None:
    context.bench.sql_folders.read()


@then('it is a chain in the layout "{layout}"')
def chain_in_layout(context: Any, layout: str) -> None:
    context.bench.sql_folders.should_hold(layout, [row.as_dict() for row in context.table])


@then('the folder is refused with "{message}"')
def folder_refused(context: Any, message: str) -> None:
    context.bench.sql_folders.should_be_refused_with(message)


@given('the SQL files "{name}"')
def sql_files(context: Any, name: str) -> None:
    context.bench.walk.aim_at(f"fixtures/sql_files/{name}", since="001")


@given('the SQL files "{name}", from the first on')
def all_sql_files(context: Any, name: str) -> None:
    context.bench.walk.aim_at(f"fixtures/sql_files/{name}")


@given('the chain "{name}" of Alembic revisions')
def alembic_revisions(context: Any, name: str) -> None:
    context.bench.walk.aim_at(f"fixtures/chains/{name}/alembic.ini")


@given('the chain "{name}" of SQL files')
def chain_of_sql_files(context: Any, name: str) -> None:
    context.bench.walk.aim_at(f"fixtures/sql_files/{name}")


@given('the SQL files of "{name}" {variant:Variant} with their runner')
def bundled_sql_files(context: Any, name: str, variant: str) -> None:
    folder = f"{name}/{variant.removeprefix('as ')}"
    context.bench.walk.aim_at(f"fixtures/{folder}/migrations")
    context.bench.walk.use_runner(f"fixtures.{folder.replace('/', '.')}.runner:migrate")


@given('a runner that "{habit}"')
def runner(context: Any, habit: str) -> None:
    name = habit.replace(" ", "_")
    context.bench.walk.use_runner(f"fixtures.sql_files.runners:{name}")


@given('a command that "{habit}"')
def command(context: Any, habit: str) -> None:
    context.bench.walk.use_command("fixtures.sql_files.runners", habit.replace(" ", "_"))


@given('the runner is given as "{text}"')
def runner_given_as(context: Any, text: str) -> None:
    context.bench.walk.use_runner(text)


@when("I walk it on every database that it was written for")
def walk_everywhere(context: Any) -> None:
    context.bench.walk.walk_everywhere()


@when('I walk it on every database that it was written for, with "{data}" data')
def walk_everywhere_with(context: Any, data: str) -> None:
    context.bench.walk.walk_everywhere(data)


@when("I try to walk it")
def try_to_walk(context: Any) -> None:
    context.bench.walk.try_to_walk()


@when('I try to walk the revision "{revision:Revision}" of it')
def try_to_walk_one(context: Any, revision: str) -> None:
    context.bench.walk.try_to_walk(only=revision)


@when('I walk the revision "{revision:Revision}" of it and allow each step {seconds:g} s')
def walk_one_within(context: Any, revision: str, seconds: float) -> None:
    context.bench.walk.walk(only=revision, seconds=seconds)


@when('I walk the revision "{revision:Revision}" of it with "{data}" data')
def walk_one_with(context: Any, revision: str, data: str) -> None:
    context.bench.walk.walk(data, only=revision)


@then("not exercised begins with")
def not_exercised_begins_with(context: Any) -> None:
    context.bench.walk.should_begin_not_exercised([row.as_dict() for row in context.table])


@then("nothing was left unexercised")
def everything_exercised(context: Any) -> None:
    context.bench.walk.should_list_not_exercised([])


@then('the walk is refused with "{message}"')
def walk_refused(context: Any, message: str) -> None:
    context.bench.walk.should_be_refused_with(message)


@given('an empty database and the chain "{name}" of Alembic revisions')
def begin_alembic(context: Any, name: str) -> None:
    context.bench.kinds.begin(f"fixtures/chains/{name}/alembic.ini")


@given('an empty database and the chain "{name}" of SQL files')
def begin_sql_files(context: Any, name: str) -> None:
    context.bench.kinds.begin(f"fixtures/sql_files/{name}")


@given('the chain was taken up to "{destination:Revision}"')
def was_taken_up(context: Any, destination: str) -> None:
    context.bench.kinds.go(Direction.UPGRADE, destination)


@when('I take the chain {direction:Direction} to "{destination:Revision}"')
def take_to(context: Any, direction: Direction, destination: str) -> None:
    context.bench.kinds.go(direction, destination)


@then('the chain has made the tables "{tables}"')
def tables_are(context: Any, tables: str) -> None:
    context.bench.kinds.should_have_made(tables)


@then('the chain is not taken there: "{words}"')
def not_taken(context: Any, words: str) -> None:
    context.bench.kinds.should_be_refused(words)
