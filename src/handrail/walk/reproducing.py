"""The call that shows a finding again."""

from __future__ import annotations

import shlex
from collections.abc import Iterator

from handrail.chains import Target
from handrail.config import WalkOptions


def call(target: Target, options: WalkOptions) -> str:
    """``handrail walk`` with the target and every option that changes what is found.

    Which revision and which database is left to be said.
    """
    return shlex.join(["handrail", "walk", target.given, *_words(options)])


def _words(options: WalkOptions) -> Iterator[str]:
    usual = WalkOptions()
    for argument in options.arguments:
        yield from ("-x", argument)
    if options.runner:
        yield from ("--runner", options.runner)
    if options.data is not usual.data:
        yield from ("--data", options.data.value)
    if options.rows != usual.rows:
        yield from ("--rows", str(options.rows))
    if options.seconds != usual.seconds:
        yield from ("--timeout", f"{options.seconds:g}")
