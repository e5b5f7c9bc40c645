"""A finding is accepted that is not there any more.

What it means: ``accept`` in ``[tool.handrail]`` of pyproject.toml names a finding by its
fingerprint, and the run, which looked where it was, has not found it.

Example:

    [tool.handrail]
    accept = [
        { fingerprint = "f102c122078e1302", reason = "there before Handrail" },
    ]

Why it hurts: the list of what is known to be broken is read as the truth. An entry that stays when
the migration is mended lets the same bug come back in silence.

What is not named: an entry of another command or target, or at a revision or on a database that the
run did not visit, as far as the entry says so (``command``, ``target``, ``revision``, ``database``,
``faults``); what ``--write-accept`` writes says it all. Where rows were not put in as usual
(``--data``) nothing is named.

Remedy: take the entry out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from handrail.model import Direction, Finding, Rule, Severity
from handrail.reports.acceptances import Acceptance

RULE = Rule(
    name="stale-acceptance",
    severity=Severity.ERROR,
    remedy="take the entry out of accept in [tool.handrail]",
    explanation=__doc__,
)


def judge(unmatched: Iterable[Acceptance], call: str) -> Iterator[Finding]:
    """A finding for each acceptance that matches none, at its line."""
    for each in unmatched:
        what = f"{each.rule} at {each.revision}" if each.rule and each.revision else "what"
        found = RULE.finding(
            revision="",
            direction=Direction.UPGRADE,
            message=f"{what} is accepted as {each.fingerprint} and not found: {each.reason}",
            location=each.place,
            cause=each.fingerprint,
        )
        yield replace(found, reproduce=call)
