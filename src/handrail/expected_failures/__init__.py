"""Scenarios that are expected to fail while a reported issue is open; green for that reason only.

The protocol without a front end: what tags may stand where, what is known of an issue, and the one
verdict. :mod:`handrail.acceptance.behave_runner` and :mod:`handrail.acceptance.robot_listener`
bring it to behave and Robot Framework.
"""

from handrail.expected_failures.closing import Closing, closing
from handrail.expected_failures.closing_words import closing_numbers
from handrail.expected_failures.issues import Issue, IssueBook, issues_file, read_issues
from handrail.expected_failures.summary import Judged, summary
from handrail.expected_failures.tags import (
    EXPECTED_FAIL,
    Offender,
    Tagged,
    Test,
    issue_numbers,
    offenders,
    open_issue,
)
from handrail.expected_failures.verdict import Failure, Verdict, VerdictKind, judge

__all__ = [
    "EXPECTED_FAIL",
    "Closing",
    "Failure",
    "Issue",
    "IssueBook",
    "Judged",
    "Offender",
    "Tagged",
    "Test",
    "Verdict",
    "VerdictKind",
    "closing",
    "closing_numbers",
    "issue_numbers",
    "issues_file",
    "judge",
    "offenders",
    "open_issue",
    "read_issues",
    "summary",
]
