"""What one passage shows of a finding (pure)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import ModuleType

from handrail.model import Finding
from handrail.walk.crashes import without_values
from handrail.walk.passage import Drive, Passage, Visit


@dataclass(frozen=True, slots=True)
class Sighting:
    """A finding with the one passage that shows it.

    ``drive`` is what the user's runner did over the same rows, where the finding is about that.
    """

    module: ModuleType
    visit: Visit
    finding: Finding
    passage: Passage
    drive: Drive | None = None

    def again(self, passage: Passage, drive: Drive | None) -> Sighting | None:
        """The same finding, if a passage in place of this one shows it.

        That other loads had shown it too is not forgotten.
        """
        sought = self.finding
        found = next((f for f in _shown(self, passage, drive) if _same(f, sought)), None)
        if found is None:
            return None
        evidence = replace(found.evidence, hazard=sought.evidence.hazard)
        finding = replace(found, evidence=evidence)
        return replace(self, finding=finding, passage=passage, drive=drive)


def sighting(module: ModuleType, visit: Visit, finding: Finding) -> Sighting | None:
    """A passage that shows a finding by itself, with its very rows if there is one.

    None for what no passage shows alone.
    """
    passages = sorted(visit.passages, key=lambda each: each.rows != finding.evidence.rows)
    for passage in passages:
        drives = [each for each in visit.drives if each.honest is passage.legs[0]]
        for drive in (None, *drives):
            seen = Sighting(module, visit, finding, passage, drive).again(passage, drive)
            if seen:
                return seen
    return None


def _shown(sight: Sighting, passage: Passage, drive: Drive | None) -> list[Finding]:
    """What the rule finds where ``passage`` stands for the other, beside the controls alone."""
    controls = [passage if each is sight.passage else each for each in sight.visit.controls]
    others = [] if passage.load is None else [passage]
    drives = (drive,) if drive else ()
    seen = (*controls, *others)
    alone = replace(sight.visit, passages=seen, drives=drives, growths=(), faults=())
    return list(sight.module.judge(alone))


def _same(found: Finding, sought: Finding) -> bool:
    """Whether two findings tell of one thing.

    What names the hazard alone as its cause must crash in the same statement, with the same words.
    """
    if found.fingerprint != sought.fingerprint:
        return False
    aimed = sought.cause == sought.evidence.hazard
    return not aimed or _words(found) == _words(sought)


def _words(finding: Finding) -> tuple[str, str | None]:
    return without_values(finding.evidence.error or ""), finding.evidence.statement
