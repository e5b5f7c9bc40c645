"""Audits of revision files, and what they name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import chdir
from pathlib import Path

from handrail import catalogue
from handrail.acceptance.tables import Record, assert_same
from handrail.audit import ask, audit, audit_runner, judged, read_target, rules
from handrail.chains import Target, resolve
from handrail.errors import TargetError
from handrail.model import Finding

_FIXTURES = Path("fixtures")
_MARKS = ("# named", "-- named")


class AuditBench:
    """Reads the sources below ``fixtures/`` and checks the findings.

    In ``fixtures/audit`` a folder holds the revisions of one rule, and folders of SQL files; each
    line that the rule has to name ends in a comment that says so.
    """

    def __init__(self) -> None:
        self._findings: tuple[Finding, ...] = ()
        self._refusal = ""
        self._silence = ""
        self._files: list[Path] = []

    def audit_revision(self, rule: str, revision: str) -> None:
        """One revision was judged among all those that are kept beside it for a rule."""
        place = _kept_for(rule) / revision
        file = place.with_suffix(".py")
        if file.is_file():
            self._files = [file]
            found = audit(sorted(file.parent.glob("*.py")), file.parent / "env.py")
        else:
            self._files = sorted(place.parent.glob(f"{place.name}.*sql"))
            found = judged(read_target(Target(str(place.parent), Path(), sql=place.parent)))
        name = place.name if file.is_file() else place.name.partition("_")[0].removeprefix("V")
        self._findings = tuple(one for one in found if one.revision == name)

    def audit_folder(self, rule: str, folder: str) -> None:
        """All SQL files of a folder that is kept for a rule were judged."""
        place = _kept_for(rule) / folder
        self._files = sorted(place.glob("*.sql"))
        self._findings = judged(read_target(Target(str(place), Path(), sql=place)))

    def audit_runner(self, rule: str, name: str) -> None:
        """A runner that is kept for a rule was read."""
        folder = _kept_for(rule) / "runners"
        self._files = [folder / f"{name}.py"]
        self.read_runner(f"{'.'.join(folder.parts)}.{name}:migrate")

    def audit_chain(self, name: str, variant: str) -> None:
        """Every revision of a bundled chain was judged, and its runner where it has one."""
        root = _FIXTURES / name / variant.removeprefix("as ")
        if (root / "migrations").is_dir():
            self._findings = judged(read_target(resolve(str(root / "migrations"))))
            self.read_runner(f"{'.'.join(root.parts)}.runner:migrate")
            return
        folders = [folder / "versions" for folder in (root, _FIXTURES / name / "common")]
        self._files = [file for folder in folders for file in sorted(folder.glob("*.py"))]
        self._findings = audit(self._files)

    def audit_file(self, name: str) -> None:
        """One file below ``fixtures/audit`` was given by itself; a refusal is kept."""
        try:
            self._findings = audit([_FIXTURES / "audit" / name])
        except TargetError as error:
            self._refusal = str(error)

    def ask_squawk(self, folder: str, command: str | None = None) -> None:
        """Squawk was asked about the migrations of a folder that is kept for it, from there."""
        with chdir(_kept_for("squawk") / folder):
            answer = ask(read_target(resolve("migrations")), command)
        self._findings, self._silence = answer.findings, answer.silence

    def should_be_silent(self, reason: str) -> None:
        """Squawk was not asked, for this reason, and there is no finding."""
        assert self._silence == reason, f"{self._silence!r}, expected {reason!r}"
        self.should_name_nothing()

    def should_name_marked_lines(self, rule: str) -> None:
        """The rule names the marked lines of the revision and of its helpers, and no other."""
        found = [one for one in self._findings if one.rule == rule]
        places = {(str(one.location.file), one.location.line) for one in found if one.location}
        files = {*(str(file) for file in self._files), *(file for file, _ in places)}
        marked = {(file, line) for file in files for line in _marked(Path(file))}
        assert places, f"{rule} names nothing in {self._files[0]}, expected {sorted(marked)}"
        assert places == marked, f"{rule} names {sorted(places)}, expected {sorted(marked)}"

    def should_name_nothing(self) -> None:
        """There is no finding."""
        lines = "\n".join(map(_line, self._findings))
        assert not self._findings, f"{len(self._findings)} findings, expected none\n{lines}"

    def should_not_name(self, rule: str) -> None:
        """No finding is of that rule."""
        lines = [_line(one) for one in self._findings if one.rule == rule]
        assert not lines, f"{rule} names what it should not\n" + "\n".join(lines)

    def should_name(self, expected: Sequence[Record]) -> None:
        """The findings are these, in the columns given: rule, revision, message and the like."""
        columns = tuple(expected[0])
        actual = [{name: _word(one, name) for name in columns} for one in self._findings]
        assert_same(expected, actual, "the audit names something else")

    def should_be_refused_with(self, message: str) -> None:
        """The file was refused in these words."""
        refusal = self._refusal
        assert refusal == message, f"refused with {refusal!r}, expected {message!r}"

    def should_explain(self, expected: Iterable[str]) -> None:
        """The catalogue of audited rules holds these, each explained under its own name."""
        explained = {rule.name: rule.summary for rule in catalogue.rules_of(rules)}
        assert list(explained) == list(expected), f"the catalogue holds {explained}"
        assert all(explained.values()), f"a rule is not explained: {explained}"

    def read_runner(self, runner: str) -> None:
        """A runner was read as the user names it; a refusal is kept."""
        try:
            self._findings += audit_runner(runner, Path())
        except TargetError as error:
            self._refusal = str(error)

    def close(self) -> None:
        """Nothing is held."""


def _kept_for(rule: str) -> Path:
    return _FIXTURES / "audit" / rule.replace("-", "_")


def _marked(file: Path) -> list[int]:
    lines = file.read_text(encoding="utf-8").splitlines()
    return [number for number, line in enumerate(lines, 1) if line.endswith(_MARKS)]


def _line(finding: Finding) -> str:
    return f"{finding.rule}: {finding.direction} of {finding.revision}: {finding.message}"


def _word(finding: Finding, name: str) -> str:
    if name == "line":
        return str(finding.location.line) if finding.location else ""
    if name == "statement":
        return finding.evidence.statement or ""
    return str(getattr(finding, name))
