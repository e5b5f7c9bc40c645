"""Every rule of the walk, asked about one visit."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from types import ModuleType

from handrail.catalogue import rule_modules
from handrail.model import Finding, Phase, Severity
from handrail.stopwatch import timed
from handrail.walk import rules
from handrail.walk.passage import Passage, Visit


@cache
def walked_rules() -> tuple[ModuleType, ...]:
    """The modules of all rules that judge a visit; those of several databases have ``compare``."""
    return tuple(module for module in rule_modules(rules) if hasattr(module, "judge"))


def broken(visit: Visit) -> Iterator[tuple[ModuleType, Finding]]:
    """What every rule has to say, rule by rule in the order of their names."""
    for module in walked_rules():
        for finding in module.judge(visit):
            yield module, finding


@timed(Phase.JUDGE)
def adds_nothing(visit: Visit, seen: Visit, *, beyond: Severity | None = None) -> bool:
    """Whether ``visit`` shows no finding that ``seen`` does not show, or none that weighs more."""
    known = {finding.fingerprint for _, finding in broken(seen)}
    new = (finding for _, finding in broken(visit) if finding.fingerprint not in known)
    return all(finding.severity is beyond for finding in new)


def is_quiet(passage: Passage, seen: Visit) -> bool:
    """Whether every step ends, and nothing new is shown that weighs more than a note."""
    shown = seen.with_passages([passage])
    return passage.ended and adds_nothing(shown, seen, beyond=Severity.NOTE)
