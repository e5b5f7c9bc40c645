"""An identifier that is longer than the column in which the ledger keeps it.

What it means: Alembic records the identifier of a revision in ``alembic_version.version_num``,
which takes 32 characters.

Example:

    revision = "0006_statistics_of_agents_for_the_planner"

Why it hurts: SQLite does not look at the length, so every test passes there. PostgreSQL refuses:
"value too long for type character varying(32)", after the revision has done its work, at each start
of the application.

What is not named: chains whose ``env.py`` speaks of ``version_num``: it may have made that column
wider.

Remedy: give it a shorter one before anybody has run it; the file may keep its long name.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.audit.reading import Reading
from handrail.model import Direction, Finding, Location, Rule, Severity

RULE = Rule(
    name="revision-id-too-long",
    severity=Severity.ERROR,
    remedy="give it a shorter identifier before anybody has run it",
    explanation=__doc__,
)


def judge(reading: Reading) -> Iterator[Finding]:
    """At most one finding, where the identifier is given."""
    letters = len(reading.revision)
    if reading.longest is not None and letters > reading.longest:
        takes = f"the ledger takes {reading.longest}"
        yield RULE.finding(
            revision=reading.revision,
            direction=Direction.UPGRADE,
            message=f"its identifier has {letters} characters, and {takes}",
            location=Location(str(reading.file), reading.line),
        )
