"""The issues that the words of a pull request close."""

from __future__ import annotations

import re

_UNREAD = re.compile(r"<!--.*?(-->|\Z)|(```|~~~).*?(\2|\Z)|`[^`\n]*`", re.DOTALL)
"""What the page of a pull request does not show, or shows as code."""

_WORD = r"(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?)"
_ISSUE = r"(?:https?://[^\s/]+/[^\s#]+/issues/|[\w.-]+(?:/[\w.-]+)+#|#)\d+(?!\w)"
_CLOSED = re.compile(
    rf"(?<![\w-]){_WORD}:?\s+{_ISSUE}(?:(?:\s*,|\s+and)\s+{_ISSUE})*", re.IGNORECASE
)


def closing_numbers(text: str) -> list[int]:
    """The numbers of all issues that ``text`` closes, in order, each once.

    ``Fixes #12``, ``closes: owner/repository#12`` and ``resolved https://.../issues/12``, as GitHub
    reads them, and what follows after a comma or "and", as GitLab does. The number counts,
    whichever repository it is of. Code and what is commented out are passed over.

    Source: https://docs.github.com/en/issues/tracking-your-work-with-issues/using-issues/linking-a-pull-request-to-an-issue
    """
    shown = _UNREAD.sub(" ", text)
    issues = [issue for closed in _CLOSED.findall(shown) for issue in re.findall(_ISSUE, closed)]
    return sorted({int(re.split(r"[#/]", issue)[-1]) for issue in issues})
