"""Losses as findings: one for each table and grade (pure)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from handrail.model import Change, Direction, Evidence, Finding, Row, Severity
from handrail.model.rule import Rule
from handrail.walk.culprits import Culprit, dropper_of, taker_of_rows
from handrail.walk.finding import found
from handrail.walk.loss import Grade, Loss, losses
from handrail.walk.passage import Passage, Visit

WEIGHT = {
    Grade.INHERENT: Severity.NOTE,
    Grade.RESTORED: Severity.NOTE,
    Grade.DECLARED: Severity.WARNING,
    Grade.SILENT: Severity.ERROR,
}


def loss_findings(visit: Visit, rule: Rule, belongs: Callable[[Loss], bool]) -> Iterator[Finding]:
    """A finding for each grade, direction and column of the losses that belong to the rule.

    What is inherent is told once for the revision, however much it is.
    """
    inherent: dict[str, None] = {}
    told: set[str] = set()
    for passage in visit.passages:
        for loss in losses(visit, passage):
            if not belongs(loss) or _cause(loss) in told:
                continue
            told.add(_cause(loss))
            if loss.grade is Grade.INHERENT:
                inherent[_what(loss)] = None
            else:
                yield _finding(visit, rule, passage, loss)
    if inherent:
        yield _inherent(visit, rule, tuple(inherent))


def _cause(loss: Loss) -> str:
    """What it comes from: all that cascades from one parent has one cause."""
    if loss.parent:
        return f"{loss.grade} {loss.direction} by cascade from {loss.parent}"
    return f"{loss.grade} {loss.direction} {loss.table} {' '.join(loss.columns)}".strip()


def _inherent(visit: Visit, rule: Rule, things: tuple[str, ...]) -> Finding:
    return found(
        rule,
        visit,
        Direction.DOWNGRADE,
        f"the downgrade drops what the revision brought, with its values: {', '.join(things)}",
        severity=WEIGHT[Grade.INHERENT],
        evidence=Evidence(),
        cause=Grade.INHERENT,
    )


def _finding(visit: Visit, rule: Rule, passage: Passage, loss: Loss) -> Finding:
    statement, place = _culprit(visit, passage, loss) or (None, None)
    return found(
        rule,
        visit,
        loss.direction,
        _message(loss),
        severity=WEIGHT[loss.grade],
        location=place,
        evidence=Evidence(statement=statement, rows=_rows(passage, loss), changed=_shown(loss)),
        cause=_cause(loss),
        steps=tuple(leg.step for leg in passage.round_trip or passage.legs[:1]),
    )


def _culprit(visit: Visit, passage: Passage, loss: Loss) -> Culprit | None:
    leg = next(leg for leg in passage.legs if leg.step.direction is loss.direction)
    if loss.parent:
        return dropper_of(leg, loss.parent, visit.database)
    return taker_of_rows(leg, loss.table, visit.database)


def _rows(passage: Passage, loss: Loss) -> tuple[Row, ...]:
    """What was put in; a note makes do with before and after, and needs no reducing."""
    return () if WEIGHT[loss.grade] is Severity.NOTE else passage.rows


def _shown(loss: Loss) -> tuple[Change, ...]:
    """Three changes at most, in the columns that are lost; the rest looks alike."""
    return tuple(
        replace(
            change,
            before=_narrowed(change.before, loss.columns),
            after=_narrowed(change.after, loss.columns),
        )
        for change in loss.changes[:3]
    )


def _narrowed(values: Mapping[str, Any] | None, columns: tuple[str, ...]) -> dict[str, Any] | None:
    if values is None:
        return None
    return {name: value for name, value in values.items() if not columns or name in columns}


def _what(loss: Loss) -> str:
    return f"{loss.table}.{', '.join(loss.columns)}" if loss.columns else f"rows of {loss.table}"


def _message(loss: Loss) -> str:
    step, what = f"the {loss.direction}", _what(loss)
    if loss.grade is Grade.RESTORED:
        return f"{step} rewrites {what} in so many words"
    if loss.parent:
        kin = f", and so it is with {', '.join(loss.kin)}" if loss.kin else ""
        return f"{step} loses {what} by cascade when {loss.parent} is dropped{kin}"
    verb = "loses" if loss.gone else "changes"
    if loss.grade is Grade.DECLARED:
        return f"{step} {verb} {what} in so many words, and the way back does not restore it"
    return f"{step} {verb} {what} without saying so"
