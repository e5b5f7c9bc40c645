"""A chain of revisions has more than one head.

Example: two branches were merged, each with a revision that stands on the same one, and no revision
stands on both.

Why it hurts: ``alembic upgrade head`` refuses to choose, at the start of the application. With
``heads`` each database takes the two in an order of its own.

Remedy: ``alembic merge heads``, and hold a merge to one head in CI.

Lines of revisions that share none, each with a base of its own, are meant to stay apart where they
say so: by a label (``branch_labels``) or a folder (``version_locations``) of their own. A second
base beside the first without either is taken for a mistake.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

from handrail.model import Direction, Finding, Location, Revision, Severity
from handrail.model.rule import Rule

RULE = Rule(
    name="multiple-heads",
    severity=Severity.ERROR,
    remedy="merge them: alembic merge heads",
    explanation=__doc__,
)


def compare(revisions: Sequence[Revision]) -> Iterator[Finding]:
    """One finding at the last of several heads that should be one.

    ``revisions`` are a whole chain, every one after those it stands on.
    """
    below: dict[str, frozenset[str]] = {}
    for each in revisions:
        below[each.identifier] = frozenset(each.parents).union(*(below[p] for p in each.parents))
    covered = frozenset().union(*below.values())
    heads = [each for each in revisions if each.identifier not in covered]
    parted = {
        head.identifier
        for one, other in combinations(heads, 2)
        if below[one.identifier] & below[other.identifier] or _line(one) == _line(other)
        for head in (one, other)
    }
    named = [head for head in heads if head.identifier in parted]
    if named:
        yield RULE.finding(
            revision=named[-1].identifier,
            direction=Direction.UPGRADE,
            message=f"the chain has {len(named)} heads: {_names(named)}",
            location=Location(named[-1].file, named[-1].line),
        )


def _line(head: Revision) -> tuple[str, ...]:
    """What a line of revisions is told from others by: its labels, or where its files are."""
    return head.labels or (str(Path(head.file).parent),)


def _names(heads: Sequence[Revision]) -> str:
    return ", ".join(sorted(head.identifier for head in heads))
