"""From a visit to findings: every rule asked, what it found reduced, and errors seen again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from handrail.model import Direction, Finding, HazardKind, Phase, Row, Severity
from handrail.rows import Rejected, is_implausible, reworded
from handrail.stopwatch import timed
from handrail.walk.driving import Driver
from handrail.walk.enforcing import enforced, within, without
from handrail.walk.finding import strange, stumbling
from handrail.walk.passage import Drive, Passage, Visit
from handrail.walk.reasons import misreads
from handrail.walk.reducing import fewest, fewest_and_plainest
from handrail.walk.rulebook import broken
from handrail.walk.sighting import Sighting, sighting
from handrail.walk.trails import Trails
from handrail.walk.visiting import Visitor

REPLAYS = 2
"""How often an error must be seen again before it is reported as one."""


class Judge:
    """Judges one visit, and goes back to the databases with what it found.

    What rows show is told with the fewest of them, an error with the plainest values too. An error
    is reported as one when two more runs over the reduced rows, on databases made anew, show it
    again; else it is a warning that says how often it was seen.
    """

    def __init__(
        self, visitor: Visitor, driver: Driver | None = None, trails: Trails | None = None
    ) -> None:
        self._visitor = visitor
        self._driver = driver
        self._trails = trails

    @timed(Phase.JUDGE)
    def findings(self, visit: Visit) -> list[Finding]:
        """What every rule has to say, rule by rule in the order of their names.

        With the trails that scenarios can go, where those are asked for.
        """
        found = self._judged(visit)
        if self._trails is None:
            told = [replace(finding, trail=None) for finding, _ in found]
        else:
            told = [self._trails.finished(finding, sight, self._again) for finding, sight in found]
        return [*told, *self._enforced(visit)]

    def _enforced(self, visit: Visit) -> Iterator[Finding]:
        """What is seen with foreign keys enforced alone, told once."""
        known = {finding.fingerprint for _, finding in broken(visit)} if visit.enforced else set()
        for pair in visit.enforced:
            known |= {finding.fingerprint for _, finding in broken(without(visit, pair))}
            for finding, _ in self._judged(within(visit, pair), frozenset(known)):
                known.add(finding.fingerprint)
                if finding.severity is not Severity.NOTE:
                    yield enforced(finding)

    def _judged(
        self, visit: Visit, known: frozenset[str] = frozenset()
    ) -> Iterator[tuple[Finding, Sighting | None]]:
        """What the rules have to say, but for what is ``known`` by its fingerprint."""
        for module, finding in broken(visit):
            if finding.fingerprint in known:
                continue
            error = finding.severity is Severity.ERROR
            sight = sighting(module, visit, finding) if error or finding.evidence.rows else None
            if sight is None:
                yield finding, None
            elif error and not self._is_strange(sight):
                reduced = self._reduced_error(sight)
                yield self._weighed(reduced), reduced
            elif error or not self._is_strange(sight):
                # What an UPDATE of its own does to strange values is nobody's concern.
                reduced = fewest(sight, self._again)
                yield strange(reduced.finding) if error else reduced.finding, reduced

    def _is_strange(self, sight: Sighting) -> bool:
        """Whether a value is among its rows that no declared type would allow."""
        load, direction = sight.passage.load, sight.passage.legs[0].step.direction
        near = self._visitor.stands[direction].near
        tried = load is not None and load.implausible
        return tried and is_implausible(near, sight.passage.rows, self._visitor.dialect)

    def _reduced_error(self, sight: Sighting) -> Sighting:
        direction = sight.passage.legs[0].step.direction
        return fewest_and_plainest(sight, self._again, self._visitor.stands[direction].near)

    def _weighed(self, sight: Sighting) -> Finding:
        """An error that comes again; a warning where it hangs on what a made-up text says.

        That is where the text was misread, or taken for a label that nobody has named, or where the
        code has failed, and not the database, and not with all other words. What an empty text
        alone does is an error.
        """
        finding = self._confirmed(sight)
        crash = next((leg.outcome for leg in sight.passage.legs if leg.crashed), None)
        hazard = sight.passage.load.hazard if sight.passage.load else None
        labelled = hazard is not None and hazard.kind is HazardKind.ENUM
        other = sight.drive or (finding.evidence.hazard and not labelled)
        if finding.severity is not Severity.ERROR or crash is None or other:
            return finding
        misread = labelled or misreads(crash)
        words = self._reworded(sight) if misread or crash.failed_statement is None else ()
        others = [self._visitor.repeated(sight.passage, rows) for rows in words[:-1]]
        if all(_comes_through(passage) for passage in others):
            return finding
        if not misread and all(self._again(sight, rows) for rows in words):
            return finding
        return stumbling(finding)

    def _reworded(self, sight: Sighting) -> tuple[tuple[Row, ...], ...]:
        """The rows with other words in place of the texts that were made up; last with none."""
        near = self._visitor.stands[sight.passage.legs[0].step.direction].near
        rows, source = sight.finding.evidence.rows, self._visitor.source
        return tuple(reworded(rows, near, self._visitor.dialect, source))

    def _confirmed(self, sight: Sighting) -> Finding:
        """The finding as it is where it comes again each time."""
        replays = [self._again(sight, None) for _ in range(REPLAYS)]
        times = 1 + sum(seen is not None for seen in replays)
        if times > REPLAYS:
            return sight.finding
        words = f"seen in {times} of {1 + REPLAYS} runs: {sight.finding.message}"
        return replace(sight.finding, severity=Severity.WARNING, message=words)

    def _again(self, sight: Sighting, rows: tuple[Row, ...] | None) -> Sighting | None:
        """The finding as the passage shows it once more, with other rows where they are given."""
        passage = self._visitor.repeated(sight.passage, rows)
        if isinstance(passage, Rejected):
            return None
        return sight.again(passage, self._driven(sight, passage))

    def _driven(self, sight: Sighting, passage: Passage) -> Drive | None:
        """What the user's runner does over the same rows, where the finding is about that."""
        if sight.drive is None or self._driver is None:
            return None
        near = self._visitor.stands[Direction.UPGRADE].near
        return self._driver.drive(sight.visit, passage, near)


def _comes_through(passage: Passage | Rejected) -> bool:
    """Whether the rows go in, and every step over them to its end."""
    return isinstance(passage, Passage) and passage.ended
