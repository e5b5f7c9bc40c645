"""Losses as findings: one for each table and grade (pure)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from handrail.model import Change, Evidence, Finding, Severity
from handrail.model.rule import Rule
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
    """A finding for each grade, direction and table of the losses that belong to the rule."""
    told: set[str] = set()
    for passage in visit.passages:
        for loss in losses(visit, passage):
            if belongs(loss) and _cause(loss) not in told:
                told.add(_cause(loss))
                yield _finding(visit, rule, passage, loss)


def _cause(loss: Loss) -> str:
    return f"{loss.grade} {loss.direction} {loss.table} {' '.join(loss.columns)}".strip()


def _finding(visit: Visit, rule: Rule, passage: Passage, loss: Loss) -> Finding:
    return found(
        rule,
        visit,
        loss.direction,
        _message(loss),
        severity=WEIGHT[loss.grade],
        evidence=Evidence(rows=passage.rows, changed=_shown(loss)),
        cause=_cause(loss),
    )


def _shown(loss: Loss) -> tuple[Change, ...]:
    """Three changes at most; the rest looks alike."""
    return loss.changes[:3]


def _message(loss: Loss) -> str:
    what = f"{loss.table}.{', '.join(loss.columns)}" if loss.columns else f"rows of {loss.table}"
    step = f"the {loss.direction}"
    if loss.grade is Grade.INHERENT:
        return f"{step} drops what the revision brought, with its values: {what}"
    if loss.grade is Grade.RESTORED:
        return f"{step} rewrites {what} in so many words"
    if loss.parent:
        return f"{step} loses {what} by cascade when {loss.parent} is dropped"
    verb = "loses" if loss.gone else "changes"
    if loss.grade is Grade.DECLARED:
        return f"{step} {verb} {what} in so many words, and the way back does not restore it"
    return f"{step} {verb} {what} without saying so"
