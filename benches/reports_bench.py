"""Reports that a command has written: to its standard output, and to files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import chdir, contextmanager
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator, Draft202012Validator

from benches.calls_bench import CallsBench
from benches.processes_bench import ProcessesBench
from handrail.acceptance.tables import Record, assert_same
from handrail.cli.output import FORMS
from handrail.cli.rules import is_known
from handrail.errors import TargetError
from handrail.model import Direction, NotExercised, Report, Walked
from handrail.reports.acceptances import Opinions, read_opinions
from handrail.reports.accepting import Scope, judged
from handrail.reports.destinations import destinations
from handrail.reports.json_format import schema

_SARIF = Path("fixtures/reports/sarif-schema-2.1.0.json")


class ReportsBench:
    """Looks at what the last command has left in the scratch folder, and at what it printed."""

    def __init__(self, processes: ProcessesBench, calls: CallsBench) -> None:
        self._processes = processes
        self._calls = calls
        self._refusal = ""
        self._opinions = Opinions({}, ())
        self._judged = Report("", Walked())

    def ask_for(self, forms: str) -> None:
        """A command was called with these, each behind ``--format``; a refusal is kept."""
        with chdir(self._processes.folder), self._kept():
            destinations(forms.split(), tuple(FORMS))

    def read_opinions(self) -> None:
        """The scratch folder's pyproject.toml was read for what it says; a refusal is kept."""
        with chdir(self._processes.folder), self._kept():
            self._opinions = read_opinions(Path("pyproject.toml"), is_known)

    def find_nothing(
        self, command: str, target: str, database: str, revisions: str, how: str
    ) -> None:
        """A run of the command had nothing to say, and the project's opinion of that was asked.

        ``revisions`` are those that it was narrowed to, or all; ``how`` is as usual, with faults,
        or but not a revision, which could not be tried there or on the database behind it.
        """
        self.read_opinions()
        missing, _, other = how.removeprefix("but not ").partition(" on ")
        tried = NotExercised(missing, Direction.UPGRADE, other or database, "it is broken")
        databases = (database, other) if other else (database,)
        report = Report(
            target,
            Walked(databases=databases if command == "walk" else ()),
            not_exercised=(tried,) if missing != how else (),
        )
        visited = None if revisions == "all" else frozenset(revisions.split())
        self._judged = judged(
            report, self._opinions, Scope(command, "again", visited, how == "with faults")
        )

    def should_be_stale(self, number: int) -> None:
        """So many entries are named as stale, and nothing else is found."""
        found = [each.rule for each in self._judged.findings]
        assert found == ["stale-acceptance"] * number, f"found were {found}"

    def should_be_refused_with(self, line: str) -> None:
        """What was asked last was refused in that line; a star stands for any words."""
        expected = line.replace("{folder}", str(self._processes.folder))
        pattern = ".*".join(map(re.escape, expected.split("*")))
        assert re.fullmatch(pattern, self._refusal), f"it was refused with {self._refusal!r}"

    def accept(self, arguments: str) -> None:
        """What ``handrail ARGUMENTS`` found is accepted in the scratch folder's pyproject.toml."""
        self._processes.run(f"handrail {arguments} --write-accept")
        self._processes.should_exit_with(0)

    def files_should_be(self, folder: str, names: Sequence[str]) -> None:
        """The folder holds these files and nothing else."""
        there = sorted(path.name for path in self._processes.path(folder).iterdir())
        assert there == list(names), f"{folder!r} holds {there}"

    def file_should_obey(self, name: str) -> None:
        """The file holds a report as JSON that obeys the schema in the package."""
        text = self._processes.path(name).read_text(encoding="utf-8")
        _should_obey(json.loads(text))

    def sarif_should_tell(self, name: str, expected: Sequence[Record]) -> None:
        """The file is SARIF by its own schema, and its results are these, in the columns given."""
        document = json.loads(self._processes.path(name).read_text(encoding="utf-8"))
        known = json.loads(_SARIF.read_text(encoding="utf-8"))
        wrong = [error.message for error in Draft7Validator(known).iter_errors(document)]
        assert not wrong, f"{name!r} is no SARIF: {wrong}"
        (run,) = document["runs"]
        there = [_result(result, run["tool"]["driver"]["rules"]) for result in run["results"]]
        told = [{column: result[column] for column in expected[0]} for result in there]
        assert_same(expected, told, f"{name!r} tells something else")

    def output_should_obey(self) -> None:
        """The same of standard output, which holds nothing else."""
        _should_obey(self._calls.report())

    @contextmanager
    def _kept(self) -> Iterator[None]:
        try:
            yield
        except TargetError as error:
            self._refusal = str(error)

    def close(self) -> None:
        """Nothing is held."""


def _result(result: Mapping[str, Any], rules: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """A result as a feature has it, with what code scanning on GitHub asks of each."""
    (location,) = result["locations"]
    place = location["physicalLocation"]
    rule = rules[result["ruleIndex"]]
    lacking = [
        key for key in ("shortDescription", "fullDescription", "help") if not rule[key]["text"]
    ]
    assert not lacking, f"the rule {rule['id']} lacks {lacking}"
    assert result["partialFingerprints"]["primaryLocationLineHash"], f"no fingerprint: {result}"
    return {
        "rule": rule["id"],
        "level": result["level"],
        "message": _escaped(result["message"]["text"].partition(";")[0]),
        "file": place["artifactLocation"]["uri"],
        "base": place["artifactLocation"].get("uriBaseId", ""),
        "line": str(place["region"]["startLine"]),
        "suppressed for": "; ".join(
            each["justification"] for each in result.get("suppressions", [])
        ),
    }


def _should_obey(report: Any) -> None:
    wrong = [
        error.message for error in Draft202012Validator(json.loads(schema())).iter_errors(report)
    ]
    assert not wrong, f"the JSON breaks its schema: {wrong}"


def _escaped(text: str) -> str:
    """With escapes for what a feature cannot hold."""
    return text.encode("unicode_escape").decode()
