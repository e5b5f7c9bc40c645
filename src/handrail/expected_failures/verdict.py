"""The one verdict on a scenario or test that is expected to fail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from handrail.expected_failures.issues import Issue
from handrail.expected_failures.tags import EXPECTED_FAIL


class VerdictKind(StrEnum):
    """What came of a test that is expected to fail; only the first is green."""

    EXPECTED = "expected failure"
    NOT_AS_REPORTED = "failed, but not as reported"
    FIXED = "appears to be fixed"


@dataclass(frozen=True, slots=True)
class Failure:
    """One thing that went wrong: where, in what words, and whether it was a check that failed.

    A check is what a Then says and what was not so. A set-up, a hook, a step that nobody defined
    and an exception that is no failed check are none.
    """

    where: str
    message: str
    is_check: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of it, in one line for a person."""

    kind: VerdictKind
    issue: Issue
    message: str

    @property
    def green(self) -> bool:
        """Whether the test counts as passed."""
        return self.kind is VerdictKind.EXPECTED


def judge(issue: Issue, failures: Sequence[Failure], saying: str = f"@{EXPECTED_FAIL}") -> Verdict:
    """The verdict on a test that ran to its end while ``issue`` was said to be open.

    It is an expected failure only where something failed, and all that failed were checks whose
    messages fit ``issue.fails_with``. ``saying`` is what said so, and goes once it is mended.
    """
    if not failures:
        message = f"issue {issue.number} appears to be fixed: remove {saying}"
        return Verdict(VerdictKind.FIXED, issue, message)
    for failure in failures:
        reason = _other_than_reported(issue, failure)
        if reason:
            message = f"{VerdictKind.NOT_AS_REPORTED}: {reason}"
            return Verdict(VerdictKind.NOT_AS_REPORTED, issue, message)
    message = f"{VerdictKind.EXPECTED}: issue {issue.number} is still open ({issue.title})"
    return Verdict(VerdictKind.EXPECTED, issue, message)


def _other_than_reported(issue: Issue, failure: Failure) -> str | None:
    said = " ".join(failure.message.split()) or "no message"
    if not failure.is_check:
        return f"{failure.where} is no check of issue {issue.number}: {said}"
    if not issue.fails_with.search(failure.message):
        pattern = issue.fails_with.pattern
        return f"{failure.where} fails with other words than /{pattern}/: {said}"
    return None
