"""The database raised inside a step, nobody passed it on, and the step counts as done.

Example: ``try: op.execute(...) except Exception: pass``; or a runner that prints a warning when
a migration fails and records it.

How much it weighs: an error. A warning, once for the step, where a revision tries what is done
already (a column that is there is added) and looks away: it may be another column of that name.

Why it hurts: a deployment is green, the ledger says that the step was done, and what failed is
found out about by somebody else, later, without the words that the database had for it.

Remedy: let errors through. Ask the catalog whether a thing is there (IF NOT EXISTS, an inspector)
instead of trying and looking away.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from handrail.model import Direction, Evidence, Finding, Location, Raised, Row, Severity
from handrail.model.rule import Rule
from handrail.walk.claims import claims, swallowed
from handrail.walk.crashes import without_values
from handrail.walk.finding import found, place_in
from handrail.walk.passage import Visit
from handrail.walk.reasons import is_done_already

RULE = Rule(
    name="swallowed-error",
    severity=Severity.ERROR,
    remedy="let errors through; ask the catalog whether a thing is there instead of trying",
    explanation=__doc__,
)

_SWALLOWS = "swallows an error of the database"
_Seen = tuple[Direction, str, Raised, tuple[Row, ...], Location | None]


def judge(visit: Visit) -> Iterator[Finding]:
    """One finding for each error that was swallowed: the first load under which it was."""
    told = set()
    for direction, who, raised, rows, place in (*_by_steps(visit), *_by_runner(visit)):
        idle = who == direction and is_done_already(raised.error, raised.statement)
        cause = f"{who}: {'done already' if idle else without_values(raised.error)}"
        if (direction, cause) in told:
            continue
        told.add((direction, cause))
        does = "tries what is done already and looks away" if idle else _SWALLOWS
        yield found(
            RULE,
            visit,
            direction,
            f"the {who} {does}: {raised.error}",
            severity=Severity.WARNING if idle else None,
            location=raised.location or place,
            evidence=Evidence(statement=raised.statement, error=raised.error, rows=rows),
            cause=cause,
        )


def _by_steps(visit: Visit) -> Iterator[_Seen]:
    for passage, _place, leg in visit.legs():
        for raised in leg.outcome.raised if leg.done else ():
            direction = leg.step.direction
            yield direction, direction.value, raised, passage.rows, place_in(visit, leg)


def _by_runner(visit: Visit) -> Iterator[_Seen]:
    for drive in visit.drives:
        if drive.done and claims(drive):
            place = place_in(visit, drive.honest)
            for raised in swallowed(drive):
                statement = drive.honest.outcome.failed_statement or raised.statement
                narrowed = replace(raised, statement=statement)
                yield Direction.UPGRADE, "runner", narrowed, drive.rows, place
