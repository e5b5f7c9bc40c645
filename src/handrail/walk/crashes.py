"""Crashes as findings: one for each cause, with what the crash left behind (pure)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from handrail.chains.keeping_out import KeptOut
from handrail.model import Direction, Evidence, Finding, Hazard, HazardKind, OutcomeKind
from handrail.model.rule import Rule
from handrail.snapshots import difference
from handrail.walk.finding import found, place_in, steps_to
from handrail.walk.passage import Leg, Passage, Visit
from handrail.walk.reasons import is_lacking
from handrail.walk.verdict import said_no_too_late

Signature = tuple[str, str]
EMPTY = "it fails without any rows: mend the statement, or what an earlier revision has left"
"""The remedy where no row stands in the way."""
ADDED_BARE = "Cannot add a NOT NULL column"
"""What SQLite says of it, whatever the column is called."""
OWN_DRIVER = "let it use the connection that Alembic has: op.get_bind()"
"""The remedy where a step was to open a database by itself."""
BASE = "what the chain builds upon may be made elsewhere: --baseline FILE.sql or MODULE:CALLABLE"
"""The remedy where the first revision lacks something."""


def crashes(visit: Visit, rule: Rule, direction: Direction, *, again: bool) -> Iterator[Finding]:
    """A finding for each cause of a crash in ``direction``.

    ``again`` picks the steps up that follow a way down. A crash that the empty database shows too
    is the revision's own and is told once, without rows; one that a hazard's load has shown is not
    told again for a plain load that dies in the same way. Nor is one that follows a way down where
    the first way dies like that too.
    """
    first = _at_first(visit, direction) if again else frozenset()
    told: set[Signature] = set()
    alone = _by_single_rows(visit, direction)
    for passage, place, leg in _hazards_first(visit):
        if leg.step.direction is not direction or (_follows_down(passage, place)) != again:
            continue
        if not leg.crashed or said_no_too_late(leg.outcome):
            continue
        signature = signature_of(leg)
        if signature in first:
            continue
        aimed = _own_hazard(passage, leg, alone)
        if passage.load and passage.load.hazard and aimed is None:
            continue
        if signature in told and (aimed is None or _on_empty(visit, direction, signature, again)):
            continue
        told.add(signature)
        finding = _finding(visit, rule, passage, leg, aimed.title if aimed else None)
        yield finding if passage.load or again else replace(finding, remedy=_mend(visit, leg))


def _mend(visit: Visit, leg: Leg) -> str:
    """The remedy of a crash without rows; a chain may begin where something else has ended."""
    if leg.outcome.error_type == KeptOut.__name__:
        return OWN_DRIVER
    return BASE if not visit.revision.parents and is_lacking(leg.outcome.error) else EMPTY


def signature_of(leg: Leg) -> Signature:
    """What makes two crashes the same: the error without its values, and the statement."""
    return without_values(leg.outcome.error or ""), leg.outcome.failed_statement or ""


def without_values(words: str) -> str:
    """The same words with every bracket, quotation and number blotted out."""
    return re.sub(r"\(.*?\)|\"[^\"]*\"|'[^']*'|\d+", "_", words)


def left_behind(leg: Leg) -> tuple[str, ...]:
    """What a step that failed has changed, and what running it again does, a phrase each."""
    left = difference(leg.before, leg.after).lines()
    if (
        leg.retry
        and leg.retry.kind is not OutcomeKind.DONE
        and leg.retry.error != leg.outcome.error
    ):
        left = (*left, f"run again, the step fails: {leg.retry.error}")
    return left


def _hazards_first(visit: Visit) -> Iterator[tuple[Passage, int, Leg]]:
    """The controls, then the loads that aim, then the plain ones."""
    aimed = [p for p in visit.passages if p.load and p.load.hazard]
    plain = [p for p in visit.passages if p.load and not p.load.hazard]
    for passage in (*visit.controls, *aimed, *plain):
        for place, leg in enumerate(passage.legs):
            yield passage, place, leg


def _follows_down(passage: Passage, place: int) -> bool:
    return any(leg.step.direction is Direction.DOWNGRADE for leg in passage.legs[:place])


def _at_first(visit: Visit, direction: Direction) -> frozenset[Signature]:
    """How the step crashed where it had not been undone before."""
    return frozenset(
        signature_of(leg)
        for passage, place, leg in visit.legs()
        if leg.crashed and leg.step.direction is direction and not _follows_down(passage, place)
    )


def _on_empty(visit: Visit, direction: Direction, signature: Signature, again: bool) -> bool:
    return any(
        leg.crashed
        and leg.step.direction is direction
        and signature_of(leg) == signature
        and _follows_down(control, place) == again
        for control in visit.controls
        for place, leg in enumerate(control.legs)
    )


def _own_hazard(passage: Passage, leg: Leg, alone: set[str]) -> Hazard | None:
    """The hazard of a load, unless rows that aim at nothing tell of a crash in the same words.

    That counts against a hazard of two rows, of a shape, or of any row at all, where the words do
    not name what it speaks of.
    """
    hazard = passage.load.hazard if passage.load else None
    error = leg.outcome.error or ""
    if hazard is None or hazard.values or without_values(error) not in alone:
        return hazard
    words = (*hazard.columns, ADDED_BARE)
    named = hazard.kind is HazardKind.NOT_NULL and any(each in error for each in words)
    return hazard if named else None


def _by_single_rows(visit: Visit, direction: Direction) -> set[str]:
    """The words of crashes that no two rows of one table were needed for, nor any hazard."""
    return {
        without_values(leg.outcome.error or "")
        for passage, _, leg in visit.legs()
        if leg.crashed and leg.step.direction is direction
        if not (passage.load and (passage.load.hazards or passage.load.implausible))
        if len({row.table for row in passage.rows}) == len(passage.rows)
    }


def _finding(visit: Visit, rule: Rule, passage: Passage, leg: Leg, hazard: str | None) -> Finding:
    outcome = leg.outcome
    circumstance = _circumstance(passage, hazard)
    return found(
        rule,
        visit,
        leg.step.direction,
        f"the {leg.step.direction} crashes {circumstance}: {outcome.error}",
        location=place_in(visit, leg),
        evidence=Evidence(
            hazard=hazard,
            statement=outcome.failed_statement,
            error=outcome.error,
            rows=passage.rows,
            left_behind=left_behind(leg),
        ),
        cause=hazard or "/".join(signature_of(leg)),
        steps=steps_to(passage, leg),
    )


def _circumstance(passage: Passage, hazard: str | None) -> str:
    if passage.load is None:
        return "on an empty database"
    return f"with {hazard}" if hazard else "with rows in its way"
