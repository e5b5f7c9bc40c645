"""Walks, and what they find."""

from typing import Any

from behave import given, then, when

import handrail.acceptance.parameter_types  # noqa: F401 - registers them


@given('the chain "{name}"')
def small_chain(context: Any, name: str) -> None:
    context.bench.walk.aim_at(f"fixtures/chains/{name}/alembic.ini", since="r1")


@given('the chain of "{name}" {variant:Variant}')
def bundled_chain(context: Any, name: str, variant: str) -> None:
    context.bench.walk.aim_at(f"fixtures/{name}/{variant.removeprefix('as ')}/alembic.ini")


@when("I walk it")
def walk(context: Any) -> None:
    context.bench.walk.walk()


@when("{count:d} machines walk it")
def walk_in_shards(context: Any, count: int) -> None:
    context.bench.walk.walk_in_shards(count)


@when("I walk it twice")
def walk_twice(context: Any) -> None:
    context.bench.walk.walk_twice()


@when("what its child was forked from is killed and I walk it")
def walk_after_a_kill(context: Any) -> None:
    context.bench.walk.walk_after_a_kill()


@when('I walk the revision "{revision:Revision}" of it')
def walk_one(context: Any, revision: str) -> None:
    context.bench.walk.walk(only=revision)


@when('I walk it with "{data}" data')
def walk_with_data(context: Any, data: str) -> None:
    context.bench.walk.walk(data=data)


@when("I walk it with the seed {seed:d}")
def walk_with_seed(context: Any, seed: int) -> None:
    context.bench.walk.walk(seed=seed)


@when('I walk it with the option "{option}"')
def walk_with_option(context: Any, option: str) -> None:
    context.bench.walk.walk(arguments=(option,))


@when('I walk it with "{data}" data and let each statement fail')
def walk_with_faults(context: Any, data: str) -> None:
    context.bench.walk.walk(data=data, faults=True)


@when('I walk the revision "{revision:Revision}" of it and let each statement fail')
def walk_one_with_faults(context: Any, revision: str) -> None:
    context.bench.walk.walk(data="plain", only=revision, faults=True)


@when('I walk it with the option "{option}" and let each statement fail')
def walk_with_option_and_faults(context: Any, option: str) -> None:
    context.bench.walk.walk(data="none", arguments=(option,), faults=True)


@when("I walk it and allow each step {seconds:g} s")
def walk_within(context: Any, seconds: float) -> None:
    context.bench.walk.walk(seconds=seconds)


@when("I walk it without rows and allow each step {seconds:g} s and {memory:d} MiB")
def walk_within_limits(context: Any, seconds: float, memory: int) -> None:
    context.bench.walk.walk(data="none", seconds=seconds, memory=memory)


@when("I try to walk it and allow each step {seconds:g} s")
def try_to_walk_within(context: Any, seconds: float) -> None:
    context.bench.walk.try_to_walk(seconds=seconds)


@then("the refusals are none")
def no_refusals(context: Any) -> None:
    context.bench.walk.should_list_refusals([])


@then("nobody is left who sleeps for {seconds:d} s")
def nobody_sleeps(context: Any, seconds: int) -> None:
    context.bench.walk.nobody_should_run(f"sleep {seconds}")


@then("it takes {number:d} steps")
def steps_taken(context: Any, number: int) -> None:
    context.bench.walk.should_take(number)


@then("the {severity:Severity}s are")
def findings(context: Any, severity: str) -> None:
    context.bench.walk.should_find([row.as_dict() for row in context.table], [severity])


@then("the {severity:Severity}s but of locks are")
def findings_but_of_locks(context: Any, severity: str) -> None:
    expected = [row.as_dict() for row in context.table]
    context.bench.walk.should_find(expected, [severity], but="locks-table")


@then("the {severity:Severity}s but of locks are none")
def no_findings_but_of_locks(context: Any, severity: str) -> None:
    context.bench.walk.should_find([], [severity], but="locks-table")


@then("the {severity:Severity}s are none")
def no_findings(context: Any, severity: str) -> None:
    context.bench.walk.should_find([], [severity])


@then("among the {severity:Severity}s are")
def among(context: Any, severity: str) -> None:
    context.bench.walk.should_find_among([row.as_dict() for row in context.table], [severity])


@then("the first {rule} leaves behind")
def left_behind(context: Any, rule: str) -> None:
    context.bench.walk.should_leave_behind(rule, [row["what"] for row in context.table])


@then("every refusal names the table and how many rows stand in the way")
def refusals_in_words(context: Any) -> None:
    context.bench.walk.should_refuse_in_words()


@then("there is no error, and no warning but of locks")
def neither_but_of_locks(context: Any) -> None:
    context.bench.walk.should_find([], ["error", "warning"], but="locks-table")


@then("there is no error and no warning")
def neither(context: Any) -> None:
    context.bench.walk.should_find([], ["error", "warning"])


@then("the refusals are")
def refusals(context: Any) -> None:
    context.bench.walk.should_list_refusals([row.as_dict() for row in context.table])


@then("not exercised are")
def not_exercised(context: Any) -> None:
    context.bench.walk.should_list_not_exercised([row.as_dict() for row in context.table])


@then("its JSON obeys the schema")
def obeys_the_schema(context: Any) -> None:
    context.bench.walk.should_obey_the_schema()


@then('its JSON tells at "{place}"')
def tells(context: Any, place: str) -> None:
    context.bench.walk.should_tell(place, context.text)


@then("both reports are the same")
def same_reports(context: Any) -> None:
    context.bench.walk.should_be_the_same_twice()
