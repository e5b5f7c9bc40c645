"""The reports of all shards of a walk as the one that the walk itself would have given (pure)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

from handrail.model import Finding, Part, Report, Spent, Stay, Timings, Walked
from handrail.reports.rules import stale_acceptance


class OfDatabase(Protocol):
    """What was seen on one of the databases, or on none."""

    @property
    def database(self) -> str | None:
        """Its kind."""


Seen = TypeVar("Seen", bound=OfDatabase)


def merged(reports: Sequence[Report]) -> Report:
    """All of them joined, in the order in which one walk tells; each is of another shard."""
    ordered = sorted(reports, key=lambda report: part_of(report).number)
    parts = [part_of(report) for report in ordered]
    last = ordered[max(1, sum(map(bool, parts[0].shares))) - 1]
    names = list(parts[0].visited)
    return Report(
        target=last.target,
        walked=Walked(
            revisions=max((sum(part.visited[name] for part in parts) for name in names), default=0),
            databases=last.walked.databases,
            steps=sum(each.walked.steps for each in ordered),
            hazards_found=sum(each.walked.hazards_found for each in ordered),
            hazards_exercised=sum(each.walked.hazards_exercised for each in ordered),
        ),
        findings=(*_findings(ordered, names), *_stale(parts)),
        refusals=_by_database([each.refusals for each in ordered], names),
        not_exercised=_by_database([each.not_exercised for each in ordered], names),
        stairs=tuple(stair for each in ordered for stair in each.stairs),
        timings=_timings([each.timings for each in ordered if each.timings]),
    )


def _findings(reports: Sequence[Report], names: Sequence[str]) -> Iterator[Finding]:
    """Those of each database, then those of the whole chain."""
    found = [_without_stale(report) for report in reports]
    ends = [
        len(each) - part_of(report).of_chain for each, report in zip(found, reports, strict=True)
    ]
    yield from _by_database([each[:end] for each, end in zip(found, ends, strict=True)], names)
    for each, end in zip(found, ends, strict=True):
        yield from each[end:]


def _timings(told: Sequence[Timings]) -> Timings | None:
    """What all machines together spent; of each revision what its own visit and a climb took."""
    if not told:
        return None
    spent: dict[str, Spent] = {}
    for each in (each for timings in told for each in timings.spent):
        known = spent.get(each.of, Spent(each.of, 0.0, {}))
        phases = {**known.phases}
        for phase, seconds in each.phases.items():
            phases[phase] = phases.get(phase, 0.0) + seconds
        spent[each.of] = Spent(each.of, known.seconds + each.seconds, phases)
    longest: dict[tuple[str, str], Stay] = {}
    for stay in sorted((stay for each in told for stay in each.stays), key=lambda each: each.visit):
        longest[stay.database, stay.revision] = stay
    return Timings(tuple(spent.values()), tuple(longest.values()))


def _by_database(told: Sequence[Sequence[Seen]], names: Sequence[str]) -> tuple[Seen, ...]:
    places = {name: place for place, name in enumerate(names)}
    everything = (thing for things in told for thing in things)
    return tuple(sorted(everything, key=lambda each: places.get(each.database or "", len(places))))


def _without_stale(report: Report) -> tuple[Finding, ...]:
    name = stale_acceptance.RULE.name
    return tuple(finding for finding in report.findings if finding.rule != name)


def _stale(parts: Sequence[Part]) -> Iterator[Finding]:
    """An acceptance that matches something in one shard is not stale."""
    others = [{finding.fingerprint for finding in part.unmatched} for part in parts[1:]]
    for finding in parts[0].unmatched:
        if all(finding.fingerprint in each for each in others):
            yield finding


def part_of(report: Report) -> Part:
    """What the report of a shard says of the whole walk."""
    assert report.part
    return report.part
