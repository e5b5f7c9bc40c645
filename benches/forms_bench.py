"""Findings made up for one scenario, and how each form of a report writes them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from xmlschema import XMLSchema

from benches.processes_bench import ProcessesBench
from handrail.acceptance.tables import Record
from handrail.cli.output import written
from handrail.model import (
    Direction,
    Evidence,
    Finding,
    Location,
    NotExercised,
    Refusal,
    Report,
    Row,
    Severity,
    Walked,
)

_JUNIT = Path("fixtures/reports/junit-10.xsd")
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")


class FormsBench:
    """Writes one report in this process; files are put into the scratch folder."""

    def __init__(self, processes: ProcessesBench) -> None:
        self._processes = processes
        self._report = Report("alembic.ini", Walked(4, ("sqlite",), 12))
        self._written = ""

    def hold(self, findings: Sequence[Record]) -> None:
        """The report holds these; ``message`` may have escapes such as \\\\x1b."""
        self._report = replace(self._report, findings=tuple(map(_finding, findings)))

    def accept(self, revision: str, reason: str) -> None:
        """The finding at that revision is accepted."""
        self._report = replace(
            self._report,
            findings=tuple(
                replace(each, accepted=reason) if each.revision == revision else each
                for each in self._report.findings
            ),
        )

    def fill(self, revision: str, rows: int, columns: int, spoken_of: str) -> None:
        """The finding there has those rows of a table ``things``; its message names one column.

        The first column numbers the rows, each other holds a text of 70 letters.
        """
        others = {f"c{number}": "x" * 70 for number in range(1, columns)}
        evidence = Evidence(rows=tuple(Row("things", {"c0": at, **others}) for at in range(rows)))
        self._report = replace(
            self._report,
            findings=tuple(
                replace(each, evidence=evidence, message=f"{spoken_of} it is")
                if each.revision == revision
                else each
                for each in self._report.findings
            ),
        )

    def miss(self, revision: str, reason: str) -> None:
        """The upgrade to that revision could not be tried."""
        each = NotExercised(revision, Direction.UPGRADE, "sqlite", _unescaped(reason))
        self._report = replace(self._report, not_exercised=(each,))

    def refuse(self, revision: str, message: str) -> None:
        """The upgrade to that revision was refused on PostgreSQL."""
        each = Refusal(revision, Direction.UPGRADE, "postgresql", _unescaped(message))
        self._report = replace(self._report, refusals=(each,))

    def write(self, form: str, fail_on: str = "warning") -> None:
        """The report was written in that form, for a terminal where it is ``coloured text``."""
        more = {"coloured": True} if form == "coloured text" else {}
        form = form.removeprefix("coloured ")
        self._written = written(self._report, form, Severity(fail_on), "walk", **more)

    def write_to(self, form: str, name: str, fail_on: str = "warning") -> None:
        """The same, in a file."""
        self.write(form, fail_on)
        place = self._processes.path(name)
        place.write_text(self._written, encoding="utf-8", errors="backslashreplace")

    def should_read(self, expected: str) -> None:
        """It is this text; a revision in braces is the fingerprint of what is found there."""
        for each in self._report.findings:
            expected = expected.replace(f"{{{each.revision}}}", each.fingerprint)
        assert self._written == f"{expected}\n", f"it reads\n{self._written}"

    def should_end_with(self, expected: str) -> None:
        """Its last lines are these."""
        assert self._written.endswith(f"{expected}\n"), f"it reads\n{self._written}"

    def should_read_between(self, first: str, beyond: str, expected: str) -> None:
        """From the line that begins with ``first`` to that before ``beyond`` it is this."""
        there = self._written[self._written.index(f"\n{first}") + 1 :]
        there = there[: there.index(f"\n{beyond}")]
        assert there == expected, f"it reads\n{there}"

    def should_be_the_same_without_colours(self, form: str) -> None:
        """There are colours, and nothing else that a terminal would obey."""
        coloured = self._written
        self.write(form)
        bare = _COLOURS.sub("", coloured)
        assert bare != coloured, "there are no colours"
        assert bare == self._written, f"without its colours it reads\n{bare!r}"

    def should_obey_junit(self, name: str) -> None:
        """The file is what Jenkins reads as JUnit."""
        wrong = [str(each.reason) for each in _schema().iter_errors(self._processes.path(name))]
        assert not wrong, f"{name!r} is no JUnit: {wrong}"

    def close(self) -> None:
        """Nothing is held."""


def _schema() -> XMLSchema:
    return XMLSchema(_JUNIT)


def _finding(record: Record) -> Finding:
    place = Location(record["file"], int(record["line"])) if record["file"] else None
    return Finding(
        rule=record["rule"],
        severity=Severity(record["severity"]),
        revision=record["revision"],
        direction=Direction.UPGRADE,
        message=_unescaped(record["message"]),
        database="sqlite",
        location=place,
        remedy="alter it",
        reproduce="handrail walk alembic.ini",
    )


def _unescaped(text: str) -> str:
    return text.encode().decode("unicode_escape")
