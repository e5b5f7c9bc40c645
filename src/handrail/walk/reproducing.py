"""The call that shows a finding again."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping
from dataclasses import replace

from handrail.chains import Settings, Target
from handrail.config import WalkOptions
from handrail.model import Finding


def call(target: Target, options: WalkOptions) -> str:
    """``handrail walk`` with the target and every option that changes what is found.

    Which revision and which database is left to be said.
    """
    return shlex.join(["handrail", "walk", target.given, *_words(target, options)])


def whole(target: Target, options: WalkOptions) -> str:
    """The call that a walk was divided from, but for its databases and its format."""
    words = ["--faults"] if options.faults else []
    for option, revision in (("--only", options.only), ("--since", options.since)):
        words += [option, revision] if revision else []
    return shlex.join([*shlex.split(call(target, options)), *words])


def alone(finding: Finding, words: str, asked: str) -> Finding:
    """The finding with the call that shows it again on its database, which is had as ``asked``.

    A rule that sees only with an option has put it there.
    """
    called = f"{_only(finding, words)} --database {shlex.quote(asked)} {finding.reproduce}"
    return replace(finding, reproduce=called.rstrip())


def everywhere(words: str, databases: Mapping[str, str]) -> str:
    """The call on all databases beside each other, by kind as each is asked for.

    Those that are walked unless told need not be named.
    """
    if all(kind == asked for kind, asked in databases.items()):
        return words
    return " ".join([words, *(f"--database {shlex.quote(each)}" for each in databases.values())])


def beside(finding: Finding, words: str) -> Finding:
    """The finding with the call that shows it again on all databases beside each other."""
    return replace(finding, reproduce=_only(finding, words))


def _only(finding: Finding, words: str) -> str:
    return f"{words} --only {shlex.quote(finding.revision)}"


def _words(target: Target, options: WalkOptions) -> Iterator[str]:
    usual = WalkOptions()
    yield from _settings(target.settings)
    if options.baseline:
        yield from ("--baseline", options.baseline)
    for argument in options.arguments:
        yield from ("-x", argument)
    if options.runner:
        yield from ("--runner", options.runner)
    if options.data is not usual.data:
        yield from ("--data", options.data.value)
    if options.rows != usual.rows:
        yield from ("--rows", str(options.rows))
    if options.seed != usual.seed:
        yield from ("--seed", str(options.seed))
    if options.seconds != usual.seconds:
        yield from ("--timeout", f"{options.seconds:g}")
    if options.memory != usual.memory:
        yield from ("--memory", str(options.memory))


def _settings(settings: Settings) -> Iterator[str]:
    for name, value in settings.variables:
        yield from ("--env", f"{name}={value}")
    if not settings.own_env:
        yield "--no-env"
    if settings.section != Settings().section:
        yield from ("--name", settings.section)
