"""Errors that the page reports, and the history that holds them."""

from typing import Any

from behave import given, then, when


@given('the page has reported "{message}"')
@when('the page reports "{message}"')
def report(context: Any, message: str) -> None:
    context.bench.history.report(message)


@given('a click on "{subsystem}" of "{agent}" came to nothing while the server was away')
def click_while_away(context: Any, subsystem: str, agent: str) -> None:
    context.bench.history.click_while_away(agent, subsystem)


@given('the page has sent report {number:d}, "{message}"')
@when('the page sends report {number:d}, "{message}"')
def report_numbered(context: Any, number: int, message: str) -> None:
    context.bench.history.report_numbered(number, message)


@when('a click on "{subsystem}" fails, and the page reports it')
def fail_and_report(context: Any, subsystem: str) -> None:
    context.bench.history.fail_and_report(subsystem)


@when("the page sends what it could not report")
def send_waiting(context: Any) -> None:
    context.bench.history.send_waiting()


@when("the page reports an error whose {part} is `{written}`")
def report_part(context: Any, part: str, written: str) -> None:
    context.bench.history.report_part(part, written)


@when("the page sends the report `{text}`")
def report_text(context: Any, text: str) -> None:
    context.bench.history.report_text(text)


@then("the report is answered with {status:d}")
def answered(context: Any, status: int) -> None:
    context.bench.history.should_be_answered(status)


@then('the report is refused with {status:d}: "{reason}"')
def refused(context: Any, status: int, reason: str) -> None:
    context.bench.history.should_be_refused(status, reason)


@then("the history now holds")
@then("the history still holds")
def holds(context: Any) -> None:
    context.bench.history.should_hold([row.as_dict() for row in context.table])


@then("the history is sent as data, not as a page")
def as_data(context: Any) -> None:
    context.bench.history.should_be_sent_as_data()
