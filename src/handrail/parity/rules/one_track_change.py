"""The code-first track changes the schema, and no revision of the Alembic track brings it.

What it means: between two commits a migration, the schema or the tables of the code-first track
gained, changed or lost something, and no revision that is new or changed touches it.

Example:

    src/backend/db/migrations.py:   ALTER TABLE agents ADD COLUMN voice TEXT
    src/backend/migrations/versions: nothing, or a revision of something else

Why it hurts: every check that runs on SQLite is green. The databases of the other track never get
the column: what reads it fails there, and where the baseline makes whatever the tables are today
only those that already hold data are without it.

What is compared: the code of both commits, not the lines of their difference: the entries of the
list and what their functions run, as far as it is written down; the texts of the schema; the
objects of the tables. Words in comments, rows, another order and tables written anew are no change.

Remedy: write the revision, with each column that the other track has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handrail.model import Direction, Finding, Location, Rule, Severity
from handrail.parity.differences import Difference

RULE = Rule(
    name="one-track-change",
    severity=Severity.ERROR,
    remedy="add a revision that brings the same to the Alembic track",
    explanation=__doc__,
)


def judge(missing: Iterable[Difference]) -> Iterator[Finding]:
    """A finding for each difference that no revision brings, at the first of its places."""
    for each in missing:
        place = each.places[0]
        by = f" by {each.entry}" if each.entry else ""
        yield RULE.finding(
            revision=each.entry,
            direction=Direction.UPGRADE,
            message=f"{each.told}{by}, and no revision brings it",
            location=Location(place.file, place.line),
            cause="/".join((each.fate, *each.thing.key)),
        )
