"""What a feature is called: a sentence about the behaviour that its scenarios ask for."""

from __future__ import annotations

import re

from handrail.model import Direction, Finding
from handrail.reports.words import one_line
from handrail.writing.stories import Story, subject, tables

_SENTENCES = {
    "upgrade-crash": "The upgrade of {revision} copes with {rows}",
    "downgrade-crash": "The downgrade of {revision} copes with {rows}",
    "reupgrade-crash": "{revision} can be upgraded again after its downgrade",
    "half-migrated": "The {direction} of {revision} refuses before it changes anything",
    "not-resumable": "The {direction} of {revision} can be run again after it broke off",
    "data-lost": "The {direction} of {revision} keeps {values}",
    "cascade-lost": "The {direction} of {revision} keeps {values}",
    "data-changed": "The {direction} of {revision} does not change {values}",
    "schema-not-restored": "The downgrade of {revision} brings the schema back",
    "downgrade-missing": "The downgrade of {revision} undoes the upgrade",
    "endless-step": "The {direction} of {revision} comes to an end",
    "row-by-row": "The {direction} of {revision} does not work row by row",
    "table-rebuilt": "The {direction} of {revision} alters tables where they stand",
    "locks-table": "{revision} keeps nobody waiting",
    "ledger-lies": "The ledger claims only what is there at {revision}",
    "swallowed-error": "No error of {revision} is swallowed",
    "database-drift": "{revision} makes one schema on every kind of database",
    "model-drift": "{revision} ends with the schema of the models",
    "multiple-heads": "The chain has one head at {revision}",
}
"""By rule; a rule that is not among them is named by itself."""
_OTHERS = "The {direction} of {revision} does not break the rule {rule}"
_LONGEST = 100
"""Bytes of a file's name; no file system that is in use takes more than 255."""


def title(story: Story) -> str:
    """The sentence that stands over the feature, in one line."""
    finding = story.first
    said = _SENTENCES.get(finding.rule, _OTHERS).format(
        revision=finding.revision,
        direction=finding.direction.value,
        rule=finding.rule,
        rows=_rows(finding),
        values=_values(finding),
    )
    return one_line(said)


def scenario_name(story: Story, databases: tuple[str, ...]) -> str:
    """What one of its scenarios is called; the databases are told where others have their own."""
    finding = story.first
    where = f", on {' and '.join(databases)}" if databases else ""
    if finding.trail is None:
        return one_line(f"{finding.revision} without {finding.rule}{where}")
    ways = {Direction.UPGRADE: "up", Direction.DOWNGRADE: "down"}
    way = ", then ".join(ways[step.direction] for step in finding.trail.steps)
    about = "" if finding.trail.rows else f" ({finding.rule})"
    return one_line(f"{finding.revision} {way} over {_rows(finding)}{about}{where}")


def file_name(sentence: str) -> str:
    """The sentence as the name of a feature file."""
    words = re.sub(r"\W+", "_", sentence.lower()).strip("_").removeprefix("the_")
    short = words.encode()[:_LONGEST].decode(errors="ignore")
    return f"{short.rstrip('_')}.feature"


def _rows(finding: Finding) -> str:
    """The rows that show it, as a phrase."""
    about = subject(finding)
    if about and about == finding.evidence.hazard:
        return _of_hazard(about)
    if finding.evidence.changed:
        return _values(finding)
    named = tables(finding)
    if finding.trail and finding.trail.many:
        named = (finding.trail.many.table,)
    return f"rows in {' and '.join(named)}" if named else "an empty database"


def _of_hazard(title: str) -> str:
    """A hazard's title with its table last, and without the constraint that it runs into."""
    table, colon, what = title.partition(": ")
    what = what.partition(" against ")[0]
    return f"{what} in {table}" if colon else title


def _values(finding: Finding) -> str:
    """What was lost or changed: rows of a table, or columns of it."""
    changes = finding.evidence.changed
    if not changes:
        return "every row"
    table = changes[0].table
    whole = changes[0].after is None
    columns = ", ".join(changes[0].before or ())
    return f"the rows of {table}" if whole else f"{table}.{columns}"
