"""From a visit to findings: every rule asked, each finding's rows reduced to the fewest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from types import ModuleType

from handrail.catalogue import rule_modules
from handrail.databases import Database
from handrail.model import Finding, Load, Row
from handrail.rows import Rejected, reduce
from handrail.walk import rules
from handrail.walk.passage import Passage, Visit
from handrail.walk.visiting import Stand, Visitor


@cache
def walked_rules() -> tuple[ModuleType, ...]:
    """The modules of all rules of the walk."""
    return rule_modules(rules)


class Judge:
    """Judges one visit, and goes back to the databases to reduce what it found."""

    def __init__(self, visitor: Visitor, below: Database, above: Database) -> None:
        self._visitor = visitor
        self._below = below
        self._above = above

    def findings(self, visit: Visit) -> list[Finding]:
        """What every rule has to say, rule by rule in the order of their names."""
        return [
            self._reduced(module, visit, finding)
            for module in walked_rules()
            for finding in module.judge(visit)
        ]

    def _reduced(self, module: ModuleType, visit: Visit, finding: Finding) -> Finding:
        """The same finding with the fewest rows that still show it."""
        passage = next((p for p in visit.passages if p.rows == finding.evidence.rows), None)
        if passage is None or passage.load is None or not passage.rows:
            return finding
        first = passage.legs[0].step.direction
        stand = self._visitor.stand(self._below, self._above, first)
        seen: dict[tuple[int, ...], Finding] = {}
        trial = self._trial(module, visit, finding, stand, passage.load, seen)
        fewest = reduce(passage.rows, trial)
        return seen.get(_key(fewest), finding)

    def _trial(
        self,
        module: ModuleType,
        visit: Visit,
        finding: Finding,
        stand: Stand,
        load: Load,
        seen: dict[tuple[int, ...], Finding],
    ) -> Callable[[tuple[Row, ...]], bool]:
        """Whether fewer rows still show the finding, asked of a real database."""

        def still_shows(rows: tuple[Row, ...]) -> bool:
            passage = self._visitor.again(stand, replace(load, rows=rows))
            if isinstance(passage, Rejected):
                return False
            found = _same(module, visit, passage, finding)
            if found:
                seen[_key(rows)] = found
            return found is not None

        return still_shows


def _key(rows: tuple[Row, ...]) -> tuple[int, ...]:
    return tuple(id(row) for row in rows)


def _same(module: ModuleType, visit: Visit, passage: Passage, finding: Finding) -> Finding | None:
    """The finding with the same fingerprint that the smaller passage gives, if it does."""
    smaller = replace(visit, passages=(visit.control, passage))
    found: list[Finding] = list(module.judge(smaller))
    return next((each for each in found if each.fingerprint == finding.fingerprint), None)
