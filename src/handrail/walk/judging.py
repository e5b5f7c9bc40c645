"""From a visit to findings: every rule asked, each finding's rows reduced to the fewest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from types import ModuleType

from handrail.model import Direction, Finding, Load, Row
from handrail.rows import Rejected, reduce
from handrail.walk.passage import Passage, Visit
from handrail.walk.rulebook import broken
from handrail.walk.visiting import Visitor


@dataclass(frozen=True, slots=True)
class _Sought:
    """A finding that smaller passages are searched for."""

    module: ModuleType
    visit: Visit
    passage: Passage
    finding: Finding

    @property
    def direction(self) -> Direction:
        """Where the passage begins."""
        return self.passage.legs[0].step.direction

    @property
    def load(self) -> Load:
        """What the passage was made with."""
        assert self.passage.load is not None
        return self.passage.load

    def among(self, passage: Passage) -> Finding | None:
        """The same finding, shown by a smaller passage alone, if it shows it."""
        smaller = replace(self.visit, passages=(self.visit.control, passage), drives=())
        found: list[Finding] = list(self.module.judge(smaller))
        return next((f for f in found if f.fingerprint == self.finding.fingerprint), None)


class Judge:
    """Judges one visit, and goes back to the databases to reduce what it found."""

    def __init__(self, visitor: Visitor) -> None:
        self._visitor = visitor

    def findings(self, visit: Visit) -> list[Finding]:
        """What every rule has to say, rule by rule in the order of their names."""
        return [self._reduced(module, visit, finding) for module, finding in broken(visit)]

    def _reduced(self, module: ModuleType, visit: Visit, finding: Finding) -> Finding:
        """The same finding with the fewest rows that still show it."""
        passage = next((p for p in visit.passages if p.rows == finding.evidence.rows), None)
        if passage is None or passage.load is None or not passage.rows:
            return finding
        seen: dict[tuple[int, ...], Finding] = {}
        trial = self._trial(_Sought(module, visit, passage, finding), seen)
        fewest = seen.get(_key(reduce(passage.rows, trial)), finding)
        return _with_all_hazards(fewest, finding)

    def _trial(
        self, sought: _Sought, seen: dict[tuple[int, ...], Finding]
    ) -> Callable[[tuple[Row, ...]], bool]:
        """Whether fewer rows still show the finding, asked of a real database."""

        def still_shows(rows: tuple[Row, ...]) -> bool:
            passage = self._visitor.again(sought.direction, replace(sought.load, rows=rows))
            found = None if isinstance(passage, Rejected) else sought.among(passage)
            if found:
                seen[_key(rows)] = found
            return found is not None

        return still_shows


def _with_all_hazards(fewest: Finding, whole: Finding) -> Finding:
    """The reduced finding; that other loads showed it too is not forgotten."""
    return replace(fewest, evidence=replace(fewest.evidence, hazard=whole.evidence.hazard))


def _key(rows: tuple[Row, ...]) -> tuple[int, ...]:
    return tuple(id(row) for row in rows)
