"""Two tracks of a project migrated for real, and what the comparison found."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from benches.parity.edits import apply
from handrail.acceptance.providers import SHARED
from handrail.acceptance.tables import Record, assert_same
from handrail.chains import Limits
from handrail.databases import USUAL
from handrail.errors import TargetError
from handrail.model import Finding, Report
from handrail.parity import read_settings
from handrail.parity.drift.drifting import drift
from handrail.parity.drift.places import Place

_FIXTURES = Path("fixtures")
_CHANGES = _FIXTURES / "dual_track" / "changes"


class DriftBench:
    """One project, as it lies below ``fixtures/`` or as a changed copy of it.

    What was found and never looked at is told by ``unlooked``.
    """

    def __init__(self) -> None:
        self._folder = Path()
        self._scratch: tempfile.TemporaryDirectory[str] | None = None
        self._report: Report | None = None
        self._refusal = ""
        self._looked = False

    def aim_at(self, name: str, variant: str) -> None:
        """The project is ``fixtures/NAME/VARIANT``."""
        self._folder = _FIXTURES / name / variant.removeprefix("as ")

    def change(self, change: str) -> None:
        """A copy of the project has that change, see ``edits``; kept for the dual track."""
        if self._scratch is None:
            self._scratch = tempfile.TemporaryDirectory(prefix="handrail-drift-")
            ignored = shutil.ignore_patterns("__pycache__", "changes", "long_id", "two_heads")
            copy = Path(self._scratch.name, "dual_track")
            shutil.copytree(_FIXTURES / "dual_track", copy, ignore=ignored)
            self._folder = Path(self._scratch.name) / self._folder.relative_to(_FIXTURES)
        apply(change, self._folder, _CHANGES)

    def compare(self) -> None:
        """Both tracks were migrated and compared, with databases born where the settings say.

        Of a project without a change it is done once a process.
        """
        if self._scratch is None:
            self._keep(_once, self._folder)
        else:
            self._keep(_compared, self._folder)

    def compare_at(self, folder: Path, *born: str) -> None:
        """The same of a project in some folder, with databases that were born there too."""
        self._keep(_compared, folder, *born)

    def should_be_alike(self, thing: str) -> None:
        """All databases have it alike, as far as the comparison saw."""
        said = [each.message for each in self._found if each.message.startswith(f"{thing} ")]
        assert not said, f"the databases end differently: {said[0]}"

    def should_find(self, expected: Sequence[Record]) -> None:
        """The findings are these and no others, in the columns that are named."""
        columns = list(expected[0]) if expected else ["rule", "message"]
        there = [{name: _word(each, name) for name in columns} for each in self._found]
        assert_same(expected, there, "the comparison found other things")

    def should_not_exercise(self, expected: Sequence[Record]) -> None:
        """What could not be tried is this and nothing else, in the columns that are named."""
        assert self._report, f"nothing was compared: {self._refusal}"
        listed = self._report.not_exercised
        there = [{name: str(getattr(each, name)) for name in expected[0]} for each in listed]
        assert_same(expected, there, "the comparison lists other things as not exercised")

    def should_be_refused_with(self, expected: str) -> None:
        """Nothing was compared, and that line says why; ``{folder}`` is the project's."""
        self._looked = True
        line = expected.replace("{folder}", str(self._folder))
        assert self._refusal == line, f"it said {self._refusal!r}"

    def should_have_left_alone(self, name: str) -> None:
        """No such file is in the project."""
        assert self._found is not None
        assert not list(self._folder.rglob(name)), f"{name} was made"

    def unlooked(self) -> str | None:
        """What was found, or was wrong, where nobody has looked at it."""
        found = [each.message for each in self._report.findings] if self._report else []
        told = [self._refusal] if self._refusal else found
        return f"nobody looked: {told[0]}" if told and not self._looked else None

    def close(self) -> None:
        """The copy is gone."""
        if self._scratch:
            self._scratch.cleanup()

    def _keep(self, compared: Callable[..., Report], folder: Path, *born: str) -> None:
        self._report, self._refusal, self._looked = None, "", False
        try:
            self._report = compared(folder, *born)
        except TargetError as error:
            self._refusal = str(error)

    @property
    def _found(self) -> Sequence[Finding]:
        """What was found; asking is looking."""
        self._looked = True
        assert self._report, f"nothing was compared: {self._refusal}"
        return self._report.findings


def _compared(folder: Path, *born: str) -> Report:
    settings = read_settings(folder / "pyproject.toml")
    today = Place(str(folder), folder.absolute(), settings)
    providers = {name: SHARED.get(name) for name in USUAL}
    return drift(today, (*settings.born, *born), providers, Limits(seconds=60.0))


_once = cache(_compared)


def _word(finding: Finding, name: str) -> str:
    """A field of a finding; ``at`` is the name of its file."""
    if name == "at":
        return Path(finding.location.file).name if finding.location else ""
    return str(getattr(finding, name))
