"""What an item says of findings: in full where it fails, in a line each where it does not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handrail.model import Finding
from handrail.pytest_plugin.summing import PREFIX
from handrail.pytest_plugin.walks import Seen
from handrail.reports.text import told
from handrail.reports.words import cut


def in_full(findings: Sequence[Finding]) -> str:
    """The findings as ``handrail walk`` tells them."""
    return "\n".join(told(finding) for finding in findings).rstrip()


def in_words(finding: Finding) -> str:
    """A finding by its rule, its message, and the error where that says more."""
    error = finding.evidence.error
    more = f" ({error})" if error and error not in finding.message else ""
    return f"{finding.rule}: {finding.message}{more}"


def remarks(seen: Seen, failing: Sequence[Finding]) -> Iterator[tuple[str, str]]:
    """What is no failure, each by its kind and in a line."""
    for finding in seen.findings:
        if finding.accepted:
            yield f"{PREFIX}accepted", cut(f"{finding.accepted}: {in_words(finding)}")
        elif finding not in failing:
            yield f"{PREFIX}{finding.severity}", cut(in_words(finding))
    for refusal in seen.refusals:
        yield f"{PREFIX}refused", cut(refusal.message)
    for each in seen.not_exercised:
        yield f"{PREFIX}not exercised", cut(each.reason)
