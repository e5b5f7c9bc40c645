"""Values as cells of a feature."""

from typing import Any

from behave import then, when


@when("all kinds of values are written as cells and read again")
def there_and_back(context: Any) -> None:
    context.bench.cells.there_and_back()


@then("each of them is what it was")
def the_same(context: Any) -> None:
    context.bench.cells.should_be_the_same()
