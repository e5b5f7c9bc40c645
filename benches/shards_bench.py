"""Walks that are divided, and their reports joined."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import chdir
from pathlib import Path

from benches.processes_bench import ProcessesBench
from benches.walk_bench import WalkBench
from handrail import __version__
from handrail.config import Shard
from handrail.errors import TargetError
from handrail.model import Direction, Finding, Part, Report, Severity, Walked
from handrail.reports.html import as_html
from handrail.reports.json_format import as_json
from handrail.reports.junit import as_junit
from handrail.reports.merging import merged
from handrail.reports.rules import stale_acceptance
from handrail.reports.shard_files import read_shards
from handrail.reports.shards import unpacked
from handrail.reports.text import as_text
from handrail.walk.sharing import Price, parted

_TIMES = re.compile(r'time="[^"]*"|"seconds":[0-9.e-]+|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d')
"""What is another in every run."""
_PROFILE = re.compile(r',\n  "timings": \{.*?\n  \}', re.DOTALL)
"""What the JSON holds where times are asked for."""


class ShardsBench:
    """Divides walks of this process, and reads and writes reports in the scratch folder."""

    def __init__(self, walk: WalkBench, processes: ProcessesBench) -> None:
        self._walk = walk
        self._processes = processes
        self._whole: Report | None = None
        self._divided: dict[int, list[Report]] = {}
        self._refusal = ""
        self._shares: list[tuple[str, ...]] = []
        self._joined = Report("", Walked())

    def walk_in(self, counts: str, *, everywhere: bool = False) -> None:
        """The chain was walked whole, and divided into so many shards, for each of the numbers."""
        walk = self._walk.walk_everywhere if everywhere else self._walk.walk
        walk(timings=True)
        self._whole = self._walk.report
        for count in map(int, re.findall(r"\d+", counts)):
            self._divided[count] = []
            for number in range(1, count + 1):
                walk(timings=True, shard=Shard(number, count))
                self._divided[count].append(unpacked(as_json(self._walk.report)))

    def should_join_to_the_whole(self) -> None:
        """Joined in whatever order, the shards give the same report in every form."""
        assert self._whole and self._divided, "nothing was divided"
        assert self._whole.findings, "there is nothing in the report"
        for count, reports in self._divided.items():
            whole, joined = _forms(self._whole), _forms(merged(reports[::-1]))
            other = [form for form, text in whole.items() if joined[form] != text]
            visited = [_visited(each) for each in (self._whole, merged(reports))]
            assert visited[0] == visited[1], f"{count} shards tell of the times of {visited[1]}"
            assert not other, f"{count} shards tell something else as {other}"
            busy = [report for report in reports if report.walked.revisions]
            alone = len(busy) == 1 < self._whole.walked.revisions
            assert not alone, f"one of {count} shards did all of it"

    def share(self, costs: str, count: int) -> None:
        """Revisions that cost so much to visit, and 1 each to climb past, were divided."""
        visits = list(map(int, costs.split()))
        prices = [Price(f"r{n}", n, visit) for n, visit in enumerate(visits, 1)]
        self._shares = parted(prices, count)

    def shares_should_be(self, expected: str) -> None:
        """Each shard has these revisions."""
        there = " | ".join(" ".join(share) or "nothing" for share in self._shares)
        assert there == expected, f"the shares are {there}"

    def leave(self, shards: Sequence[Mapping[str, str]]) -> None:
        """Each shard left a report without findings, which says this of the whole walk.

        ``unmatched`` are the acceptances that match nothing in it, by a name each.
        """
        for said in shards:
            self._processes.write(said["file"], _written(said))

    def let_write(self, command: str) -> None:
        """A command wrote its reports, whatever it found."""
        self._processes.run(command)
        assert self._processes.exit_code in (0, 1), self._processes.stderr
        self._processes.should_exit_with(self._processes.exit_code)

    def join(self, files: str) -> None:
        """These files of the scratch folder were joined; a refusal is kept."""
        with chdir(self._processes.folder):
            try:
                self._joined = merged(read_shards([Path(file) for file in files.split()]))
            except TargetError as error:
                self._refusal = str(error)

    def should_be_refused_with(self, line: str) -> None:
        """That was said, a star standing for any words."""
        pattern = ".*".join(map(re.escape, line.split("*")))
        assert re.fullmatch(pattern, self._refusal), f"it was refused with {self._refusal!r}"

    def should_be_stale(self, expected: str) -> None:
        """Of what is accepted this alone is named as stale."""
        there = " ".join(finding.cause for finding in self._joined.findings)
        assert there == expected, f"stale are {there}"

    def files_should_agree(self, one: str, other: str) -> None:
        """Two files of the scratch folder are the same but for times."""
        texts = [self._processes.path(file).read_text(encoding="utf-8") for file in (one, other)]
        assert texts[0], f"{one} is empty"
        near, far = (_TIMES.sub("", text) for text in texts)
        far = _PROFILE.sub("", far)
        assert near == far, f"{one} and {other} differ"

    def close(self) -> None:
        """Nothing is held."""


def _forms(report: Report) -> dict[str, str]:
    """In every form that shows something of its own, without times.

    Of the page its texts, sorted: Alembic makes indexes anew in whatever order.
    """
    forms = {
        "JSON": _PROFILE.sub("", as_json(report)),
        "text": as_text(report),
        "JUnit": as_junit(report, Severity.NOTE),
        "HTML": "\n".join(sorted(_TIMES.sub("", as_html(report)).split('"'))),
    }
    return {form: _TIMES.sub("", text) for form, text in forms.items()}


def _visited(report: Report) -> list[tuple[str, str]]:
    """Where and on which database a visit took time."""
    stays = report.timings.stays if report.timings else ()
    return sorted((each.revision, each.database) for each in stays if each.visit > 0)


def _stale(cause: str) -> Finding:
    rule = stale_acceptance.RULE
    return rule.finding(revision="", direction=Direction.UPGRADE, message=cause, cause=cause)


def _written(said: Mapping[str, str]) -> str:
    part = Part(
        call=said.get("call", "walk it"),
        number=int(said["number"]),
        shares=tuple(tuple(share.split()) for share in said["shares"].split(",")),
        visited=dict.fromkeys(said.get("databases", "sqlite").split(), 1),
        unmatched=tuple(map(_stale, said.get("unmatched", "").split())),
    )
    text = as_json(Report("alembic.ini", Walked(), part=part))
    version = said.get("version", __version__)
    return text.replace(f'"handrail": "{__version__}"', f'"handrail": "{version}"')
