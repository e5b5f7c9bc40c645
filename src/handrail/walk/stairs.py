"""What was seen at a revision, summed up for a reader; pure.

Snapshots are let go: what is kept of them is a few rows and words, however much was walked.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from textwrap import shorten
from typing import Any

from handrail.model import (
    Aim,
    Alteration,
    Change,
    Direction,
    Example,
    Location,
    OutcomeKind,
    Phase,
    Revision,
    Schema,
    Some,
    Stair,
    Tread,
    Trial,
    Way,
)
from handrail.snapshots import SchemaDifference, in_words, row_pairs, schema_differences
from handrail.stopwatch import timed
from handrail.walk.passage import Leg, Passage, Visit

STATEMENTS = 30
ALTERATIONS = 40
AIMS = 40
TRIALS = 30
ROWS = 12
"""How many of each a step keeps; of all others their number."""
_LONGEST = 400
_LONGEST_VALUE = 120
_BY_HARM = (OutcomeKind.DONE, OutcomeKind.REFUSED, OutcomeKind.CRASHED, OutcomeKind.STOPPED)


@dataclass(frozen=True, slots=True)
class _Run:
    """One run of a step, and the passage that it belongs to."""

    passage: Passage
    leg: Leg


@timed(Phase.JUDGE)
def stair(
    visit: Visit, harmless: Sequence[Passage], aims: Mapping[Direction, Sequence[Aim]]
) -> Stair:
    """The steps of one visit; ``harmless`` are passages that showed nothing to judge."""
    revision = visit.revision
    ways: dict[Way, list[_Run]] = {way: [] for way in Way}
    for passage in (*visit.passages, *harmless):
        for way, leg in _ways(passage):
            ways[way].append(_Run(passage, leg))
    first = {Way.UPGRADE: Direction.UPGRADE, Way.DOWNGRADE: Direction.DOWNGRADE}
    return Stair(
        revision=revision.identifier,
        parents=revision.parents,
        message=revision.message,
        location=Location(revision.file, revision.line),
        treads=tuple(
            _tread(visit.database, way, runs, aims.get(first[way], ()) if way in first else ())
            for way, runs in ways.items()
            if runs
        ),
    )


def staircase(
    chain: Sequence[Revision], found: Sequence[Sequence[Stair]], missing: Collection[str]
) -> tuple[Stair, ...]:
    """One stair for each revision that was visited, or was to be, in the order of the chain."""
    seen: dict[str, Stair] = {}
    for each in (each for stairs in found for each in stairs):
        known = seen.get(each.revision)
        seen[each.revision] = replace(known, treads=known.treads + each.treads) if known else each
    return tuple(
        seen.get(revision.identifier) or _unvisited(revision)
        for revision in chain
        if revision.identifier in seen or revision.identifier in missing
    )


def _unvisited(revision: Revision) -> Stair:
    place = Location(revision.file, revision.line)
    return Stair(revision.identifier, revision.parents, revision.message, place)


def _ways(passage: Passage) -> Iterator[tuple[Way, Leg]]:
    """An upgrade that follows a downgrade is the one again."""
    fallen = False
    for leg in passage.legs:
        if leg.step.direction is Direction.DOWNGRADE:
            fallen = True
            yield Way.DOWNGRADE, leg
        else:
            yield Way.AGAIN if fallen else Way.UPGRADE, leg


def _tread(database: str, way: Way, runs: Sequence[_Run], aims: Sequence[Aim]) -> Tread:
    first = runs[0].leg
    sent = first.outcome.statements[first.outcome.statements_before :]
    number = first.outcome.statement_count - first.outcome.statements_before
    return Tread(
        database=database,
        way=way,
        kind=max((run.leg.outcome.kind for run in runs), key=_BY_HARM.index),
        seconds=max(run.leg.outcome.seconds for run in runs),
        statements=Some(
            tuple(_short(text, _LONGEST) for text in sent[:STATEMENTS]),
            max(0, number - min(len(sent), STATEMENTS)),
        ),
        alterations=Some.of(_alterations(first), ALTERATIONS),
        aims=Some.of(aims, AIMS),
        trials=Some.of((_trial(run) for run in runs), TRIALS),
        example=_example(runs),
    )


def _trial(run: _Run) -> Trial:
    title = run.passage.load.title if run.passage.load else ""
    return Trial(title, len(run.passage.rows), run.leg.outcome.kind)


def _example(runs: Sequence[_Run]) -> Example | None:
    """The first run that came to its end and moved rows; else any that did."""
    for run in sorted(runs, key=lambda run: not run.leg.done):
        moved = row_pairs(run.leg.before, run.leg.after)
        if moved:
            rows = Some.of(moved, ROWS)
            shown = replace(rows, shown=tuple(map(_short_change, rows.shown)))
            return Example(_trial(run), shown)
    return None


def _short_change(change: Change) -> Change:
    return Change(change.table, _short_values(change.before), _short_values(change.after))


def _short_values(values: Mapping[str, Any] | None) -> dict[str, Any] | None:
    return None if values is None else {name: _short_value(value) for name, value in values.items()}


def _short_value(value: Any) -> Any:
    if isinstance(value, str | bytes) and len(value) > _LONGEST_VALUE:
        kept = value[:_LONGEST_VALUE]
        return f"{kept.hex() if isinstance(kept, bytes) else kept}…"
    return value


def _short(text: str, limit: int) -> str:
    return text if len(text) <= limit else f"{text[:limit]}…"


def _alterations(leg: Leg) -> Iterator[Alteration]:
    before, after = leg.before.schema, leg.after.schema
    for each in schema_differences(before, after):
        place = f"{each.table}: " if each.table else ""
        yield Alteration(
            f"{place}{each.kind} {each.name}".strip(),
            _printed(each, each.before, before),
            _printed(each, each.after, after),
        )


def _printed(each: SchemaDifference, text: str | None, schema: Schema) -> str | None:
    """What is there, a table by its columns."""
    if text is None:
        return None
    if each.kind == "table":
        columns = schema.tables[each.name].columns
        text = ", ".join(f"{column.name} {in_words(column)}" for column in columns)
    return shorten(text, _LONGEST, placeholder=" …")
