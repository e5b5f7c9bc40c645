"""Walks of small chains and bundled ones, and what they found."""

from __future__ import annotations

import json
import os
import re
import shlex
import signal
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from handrail.acceptance.providers import SHARED
from handrail.acceptance.tables import Record, assert_same
from handrail.chains import Chain, Settings, resolve
from handrail.chains.fork_server import FORK_SERVER
from handrail.config import Data, Shard, WalkOptions
from handrail.databases import USUAL, Provider
from handrail.errors import TargetError
from handrail.model import Change, Finding, Location, NotExercised, Refusal, Report, Row
from handrail.reports.json_format import as_json, schema
from handrail.reports.merging import merged
from handrail.reports.shards import unpacked
from handrail.walk import walk

_MARK = "HANDRAIL_FEATURES"
"""A variable that everything has in its environment that a walk of this process starts."""


class WalkBench:
    """Walks one chain as the command line would, on databases of this run's own provider."""

    def __init__(self, provider: Provider) -> None:
        os.environ[_MARK] = str(os.getpid())
        self._provider = provider
        self._target = ""
        self._settings = Settings()
        self._options = WalkOptions(seconds=60.0)
        self._report: Report | None = None
        self._earlier: Report | None = None
        self._refusal = ""

    def aim_at(self, target: str, since: str | None = None) -> None:
        """What will be walked: a path below the folder in which the suite was started.

        ``since`` is the revision that merely sets the stage and is not visited.
        """
        self._target = target
        self._options = replace(self._options, since=since)

    def use_runner(self, runner: str) -> None:
        """The files will be given to this runner too: ``module:callable``, or a command."""
        self._options = replace(self._options, runner=runner)

    def set_variables(self, variables: Sequence[tuple[str, str]]) -> None:
        """The target is given these variables of the environment."""
        self._settings = replace(self._settings, variables=tuple(variables))

    def leave_out_env(self) -> None:
        """The target's own env.py is not run."""
        self._settings = replace(self._settings, own_env=False)

    def stand_on(self, baseline: str) -> None:
        """That is laid before the first revision."""
        self._options = replace(self._options, baseline=baseline)

    def use_command(self, module: str, argument: str) -> None:
        """The same for a module that is started as a command of its own."""
        words = (sys.executable, "-m", module, argument, "{url}", "{folder}")
        self.use_runner(shlex.join(words))

    def walk_everywhere(self, data: str = Data.ADVERSARIAL, **options: object) -> None:
        """Walk it on every kind of database that it was written for."""
        providers = [SHARED.get(name) for name in USUAL]
        asked = replace(self._options, data=Data(data), leave_out=True, **options)  # type: ignore[arg-type]
        self._report = walk(resolve(self._target), providers, asked)

    def try_to_walk(self, **options: object) -> None:
        """Walk it; that it cannot be walked is kept."""
        try:
            self.walk(**options)  # type: ignore[arg-type]
        except TargetError as error:
            self._refusal = str(error).replace(f"{Path.cwd()}/", "")

    def should_be_refused_with(self, expected: str) -> None:
        """It could not be walked, and that was said."""
        said = self._refusal.replace(f"{Path.cwd()}/", "")
        assert said == expected, f"it said {said!r}"

    def walk(self, data: str = Data.ADVERSARIAL, **options: object) -> None:
        """Walk it and keep the report; ``options`` are those of the walk that differ."""
        asked = replace(self._options, data=Data(data), **options)  # type: ignore[arg-type]
        self._report = walk(resolve(self._target, self._settings), [self._provider], asked)

    @property
    def report(self) -> Report:
        """What the walk has to say."""
        assert self._report is not None, "nothing was walked yet"
        return self._report

    @property
    def both(self) -> tuple[Report, Report]:
        """What the walk before had to say, and what this one has."""
        assert self._earlier is not None, "nothing was walked twice"
        return self._earlier, self.report

    def findings(self, severities: Sequence[str] = ("error", "warning", "note")) -> list[Finding]:
        """The findings of those weights."""
        return [finding for finding in self.report.findings if finding.severity in severities]

    def should_take(self, steps: int) -> None:
        """The walk ran that many steps, controls and repetitions included."""
        there = self.report.walked.steps
        assert there == steps, f"the walk took {there} steps instead of {steps}"

    def should_find(
        self, expected: Sequence[Record], severities: Sequence[str], but: str = ""
    ) -> None:
        """The findings of those weights are these and no others, in the columns that are named.

        Those of the rule ``but`` are left out: PostgreSQL alone has locks that others wait for.
        """
        columns = list(expected[0]) if expected else ["rule", "revision", "direction"]
        found = [each for each in self.findings(severities) if each.rule != but]
        there = [_record(finding, columns) for finding in found]
        assert_same(expected, there, "the walk found other things")

    def should_find_among(self, expected: Sequence[Record], severities: Sequence[str]) -> None:
        """These are among the findings of those weights, in the columns that are named."""
        there = [_record(finding, list(expected[0])) for finding in self.findings(severities)]
        missing = [record for record in expected if dict(record) not in there]
        assert not missing, f"the walk did not find {missing}, but {there}"

    def should_leave_behind(self, rule: str, expected: Sequence[str]) -> None:
        """The first finding of a rule tells that exactly this was left behind."""
        found = [finding for finding in self.report.findings if finding.rule == rule]
        assert found, f"the walk found no {rule}"
        there = found[0].evidence.left_behind
        assert list(there) == list(expected), f"left behind was {there}"

    def should_refuse_in_words(self) -> None:
        """There are refusals, and none leaves out the table or the number of rows."""
        assert self.report.refusals, "nothing was refused"
        unclear = [refusal for refusal in self.report.refusals if refusal.unsaid]
        assert not unclear, f"these refusals leave something out: {unclear}"

    def should_be_shown_again_with(self, words: str) -> None:
        """There are findings, and the call that shows each again holds those words."""
        calls = {finding.reproduce for finding in self.report.findings}
        assert calls and all(words in call for call in calls), f"the calls are {calls}"

    def should_list_refusals(self, expected: Sequence[Record]) -> None:
        """The refusals are these and no others, in the columns that are named."""
        columns = list(expected[0]) if expected else ["revision", "message"]
        there = [_listed(refusal, columns) for refusal in self.report.refusals]
        assert_same(expected, there, "the walk lists other refusals")

    def should_list_not_exercised(self, expected: Sequence[Record]) -> None:
        """What could not be tried is this and nothing else, in the columns that are named."""
        columns = list(expected[0]) if expected else ["revision", "direction", "reason"]
        there = [_listed(each, columns) for each in self.report.not_exercised]
        assert_same(expected, there, "the walk lists other things as not exercised")

    def should_begin_not_exercised(self, expected: Sequence[Record]) -> None:
        """What could not be tried is this and nothing else; of each reason the beginning."""
        listed = [_listed(each, list(expected[0])) for each in self.report.not_exercised]
        there = [
            {**each, "reason": each["reason"][: len(wanted["reason"])]}
            for each, wanted in zip(listed, expected, strict=False)
        ] + listed[len(expected) :]
        assert_same(expected, there, "the walk lists other things as not exercised")

    def nobody_should_run(self, command: str) -> None:
        """No process that came from this one was started with exactly these words."""
        there = [each for each in Path("/proc").glob("[0-9]*") if _runs(each, command)]
        assert not there, f"{command} still runs: {there}"

    def walk_twice(self) -> None:
        """Walk the same chain in the same way once more, and keep both reports."""
        self.walk()
        self._earlier = self.report
        self.walk()

    def walk_after_a_kill(self) -> None:
        """Load the chain, kill what its child was forked from, and walk."""
        with Chain(resolve(self._target)):
            assert FORK_SERVER.process is not None
            os.kill(FORK_SERVER.process, signal.SIGKILL)
        self.walk()

    def should_be_the_same_twice(self) -> None:
        """The two reports are the same text, and they tell of something."""
        assert self.report.findings, "there is nothing in the reports"
        earlier, later = map(as_json, self.both)
        assert earlier == later, "the second walk reports something else"

    def walk_in_shards(self, count: int) -> None:
        """So many machines walk it, and their reports are joined."""
        shards = []
        for number in range(1, count + 1):
            self.walk(shard=Shard(number, count))
            shards.append(unpacked(as_json(self.report)))
        self._report = merged(shards)

    def should_obey_the_schema(self) -> None:
        """The JSON of the report is what the schema in the package says."""
        from jsonschema import Draft202012Validator  # this suite's need, not that of users

        found = Draft202012Validator(json.loads(schema())).iter_errors(
            json.loads(as_json(self.report))
        )
        wrong = [error.message for error in found]
        assert not wrong, f"the JSON breaks its schema: {wrong}"

    def should_tell(self, place: str, expected: str) -> None:
        """The JSON holds that value at a place such as ``findings.0.message``."""
        value = json.loads(as_json(self.report))
        for part in place.split("."):
            value = value[int(part) if part.isdigit() else part]
        told = json.dumps(value, sort_keys=True, ensure_ascii=False)
        assert told == expected.strip(), f"{place} is {told}"

    def close(self) -> None:
        """Nothing is held: a walk leaves nothing behind."""


def _record(finding: Finding, columns: Sequence[str]) -> dict[str, str]:
    evidence = finding.evidence
    words = {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "revision": finding.revision,
        "direction": finding.direction.value,
        "message": finding.message,
        "hazard": evidence.hazard or "",
        "rows": str(len(evidence.rows)),
        "values": "; ".join(map(_values, evidence.rows)),
        "again with": " ".join(re.findall("--(?:seed|data|rows) [^ ]+", finding.reproduce)),
        "statement": " ".join((evidence.statement or "").split()),
        "remedy": finding.remedy,
        "left behind": next(iter(evidence.left_behind), ""),
        "at": _place(finding.location),
        "database": finding.database or "",
        "changed": ", ".join(dict.fromkeys(map(_changed, evidence.changed))),
    }
    return {column: words[column] for column in columns}


def _runs(process: Path, command: str) -> bool:
    try:
        words, variables = ((process / name).read_bytes() for name in ("cmdline", "environ"))
    except OSError:  # it has just ended, or it is somebody else's
        return False
    ours = f"{_MARK}={os.getpid()}".encode() in variables.split(b"\0")
    return ours and words.rstrip(b"\0").replace(b"\0", b" ") == command.encode()


def _values(row: Row) -> str:
    """A row with its values, as a report as text has it."""
    held = (f"{n} = {'NULL' if v is None else repr(v)}" for n, v in row.values.items())
    return f"{row.table}: {', '.join(held)}"


def _changed(change: Change) -> str:
    """The table and the columns that a change is about."""
    return f"{change.table}: {', '.join(change.before or change.after or ())}"


def _place(location: Location | None) -> str:
    return f"{Path(location.file).name}:{location.line}" if location else ""


def _listed(each: Refusal | NotExercised, columns: Sequence[str]) -> dict[str, str]:
    return {column: str(getattr(each, column)) for column in columns}
