"""A database somewhere on a bundled chain."""

from typing import Any

from behave import given
from benches.bundled_chains import bundled

import handrail.acceptance.parameter_types  # noqa: F401 - registers them


@given('a database at revision "{revision:Revision}" of the chain "{chain}" {variant:Variant}')
def database_at(context: Any, revision: str, chain: str, variant: str) -> None:
    context.bench.chain.begin_at(bundled(chain, variant), revision)
