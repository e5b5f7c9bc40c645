"""What runs by itself: a step on a database, and what is asked of a whole chain."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from handrail.errors import HandrailError, TargetError
from handrail.model import Direction, Finding, Revision, Severity
from handrail.pytest_plugin.marks import BY_ENTRY
from handrail.pytest_plugin.telling import in_full, in_words, remarks
from handrail.pytest_plugin.walks import Seen, Walks
from handrail.reports.words import cut

NEVER = "never"


class BrokenRulesError(AssertionError):
    """The findings that fail an item: each of them is a check that failed."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(in_full(findings))
        self.messages = [in_words(each) for each in findings]
        more = f" (and {len(findings) - 1} more)" if len(findings) > 1 else ""
        self.headline = f"{cut(self.messages[0])}{more}"


class WalkItem(pytest.Item):
    """An item that is answered by a walk."""

    def __init__(self, *, walks: Walks, name: str, parent: pytest.Collector, **rest: Any) -> None:
        # Told in words, the identifier is parted as pytest parts those that it kept for --lf.
        nodeid = f"{parent.nodeid}::{name}"
        super().__init__(name=name, parent=parent, nodeid=nodeid, **rest)
        self.walks = walks
        self.add_marker("handrail")

    def seen(self) -> Seen:
        """What the walk has to say of this item."""
        raise NotImplementedError

    def runtest(self) -> None:
        """Fail with the findings at the threshold; everything else is told beside."""
        seen = self.seen()
        weights = list(Severity)
        findings = sorted(seen.findings, key=lambda each: weights.index(each.severity))
        failing = [each for each in findings if each.fails(threshold(self.config))]
        beside = list(remarks(seen, failing))
        self.user_properties += beside
        if beside:
            text = "\n".join(f"{name}: {words}" for name, words in beside)
            self.add_report_section("call", "handrail", text)
        if failing:
            raise BrokenRulesError(failing)
        if seen.unseen:
            pytest.skip(seen.unseen)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """What Handrail says of it; no line of Handrail's own code."""
        error = excinfo.value
        if not isinstance(error, BrokenRulesError | HandrailError):
            return super().repr_failure(excinfo, style)
        shown = excinfo.getrepr(style="value")
        place = shown.reprcrash
        if place:
            place.message = error.headline if isinstance(error, BrokenRulesError) else str(error)
            place.path, place.lineno = self.location[0], (self.location[1] or 0) + 1
        return shown

    def reportinfo(self) -> tuple[os.PathLike[str] | str, int | None, str]:
        """The file of the chain."""
        return self.path, None, self.name


class StepItem(WalkItem):
    """One revision in one direction on one database.

    Climbing to the revision is the item's set-up. The first of both steps that runs has the time of
    the revision's one visit.
    """

    def __init__(
        self, *, revision: Revision, direction: Direction, database: str, **rest: Any
    ) -> None:
        super().__init__(**rest)
        self._revision = revision
        self._direction = direction
        self._database = database
        for number in self.walks.configured.issues_of(revision.identifier, direction, database):
            self.add_marker(pytest.mark.tdd_issue(number))
            self.add_marker(pytest.mark.tdd_expected_fail(remove=BY_ENTRY))
        if self.config.pluginmanager.hasplugin("xdist"):
            assert self.parent
            # Without brackets, or --dist loadgroup would not see it.
            self.add_marker(pytest.mark.xdist_group(f"{self.parent.nodeid}::{database}"))

    def setup(self) -> None:
        """Stand below the revision."""
        self.walks.approach(self._revision.identifier, self._database)

    def seen(self) -> Seen:
        """What the step has shown."""
        return self.walks.step(self._revision.identifier, self._direction, self._database)

    def reportinfo(self) -> tuple[os.PathLike[str] | str, int | None, str]:
        """Where the step's code begins."""
        revision = self._revision
        back = self._direction is Direction.DOWNGRADE
        file = (revision.downgrade_file or revision.file) if back else revision.file
        line = revision.downgrade_line if back else revision.line
        title = f"{self._direction} of {revision.identifier} on {self._database}"
        return Path(file), line - 1, title


class HeadsItem(WalkItem):
    """Whether the chain has one head."""

    def seen(self) -> Seen:
        """What its sources say; no database is touched."""
        return self.walks.heads()


class ModelsItem(WalkItem):
    """Whether the head has what the models have, on one database."""

    def __init__(self, *, database: str, **rest: Any) -> None:
        super().__init__(**rest)
        self._database = database

    def seen(self) -> Seen:
        """What the comparison of the head has shown."""
        return self.walks.models(self._database)


class DriftItem(WalkItem):
    """Whether the chain ends alike on all its databases."""

    def seen(self) -> Seen:
        """What the comparison of the ends has shown."""
        return self.walks.drift()


def threshold(config: pytest.Config) -> Severity | None:
    """The least weight that fails an item, or None; TargetError where it is none of them."""
    said, weights = config.getini("handrail_fail_on"), [each.value for each in Severity]
    if said not in (*weights, NEVER):
        known = ", ".join((*weights, NEVER))
        raise TargetError(f"{said!r} is no weight", where="handrail_fail_on", then=known)
    return None if said == NEVER else Severity(said)
