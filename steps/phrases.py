"""What `handrail steps` prints."""

from typing import Any

from behave import then


@then("every phrase of the package is printed, with a meaning")
def printed(context: Any) -> None:
    context.bench.phrases.should_be_printed()


@then("every phrase of the package is among the objects")
def objects(context: Any) -> None:
    context.bench.phrases.should_be_objects()


@then('every step of "{folder}" that the package brings is matched by one of the expressions')
def matched(context: Any, folder: str) -> None:
    context.bench.phrases.should_match_steps_of(folder)
