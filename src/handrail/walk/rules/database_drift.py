"""Two databases end in different schemas.

Example: a revision adds an index inside ``if dialect == "postgresql"``, and nothing in its place on
SQLite; or it adds a column by SQL that only one of them understands, in a ``try``.

Why it hurts: tests run on the one and users on the other. What the tests prove of keys, defaults
and NOT NULL does not hold where it matters.

Remedy: bring to each what the other has, or say in the chain why it goes without.

Seen where one chain is walked on several kinds of database. What each has its own way of is no
drift: types of one family, names of constraints, functions in defaults, a UNIQUE that is an index,
an enumeration that is a type. A difference that a later revision levels is none either. Several
tracks of one application are held against each other by ``handrail parity drift``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from handrail.model import Direction, Evidence, Finding, Location, Schema, Severity
from handrail.model.rule import Rule
from handrail.snapshots import dialect_named
from handrail.snapshots.drifting import Drift, drifts
from handrail.snapshots.things import Key, Side
from handrail.walk.passage import Span

RULE = Rule(
    name="database-drift",
    severity=Severity.WARNING,
    remedy="bring to each database what the other has",
    explanation=__doc__,
)


def compare(walked: Sequence[Sequence[Span]]) -> Iterator[Finding]:
    """A finding for each revision that parted the first database and another for good.

    ``walked`` holds what each database has shown, revision by revision.
    """
    seen = [spans for spans in walked if spans]
    for others in seen[1:]:
        far = {span.revision.identifier: span for span in others}
        pairs = [(span, far.get(span.revision.identifier)) for span in seen[0]]
        yield from _parted([(one, other) for one, other in pairs if other])


def _parted(pairs: Sequence[tuple[Span, Span]]) -> Iterator[Finding]:
    """From the last revision that both have seen, back to the one that brought each difference."""
    last = [_drifts(one.above, one, other.above, other) for one, other in pairs[-1:]]
    left = dict(chain.from_iterable(each.items() for each in last))
    for one, other in pairs if left else ():
        before = _drifts(one.below, one, other.below, other)
        after = _drifts(one.above, one, other.above, other)
        new = [left.pop(key) for key in after if key in left and key not in before]
        if new:
            yield _finding(one, other, new)


def _drifts(near: Schema, one: Span, far: Schema, other: Span) -> dict[Key, Drift]:
    sides = [
        Side(schema, dialect_named(span.database)) for schema, span in ((near, one), (far, other))
    ]
    found = drifts(*sides)
    return {drift.thing.key: drift for drift in found}


def _finding(one: Span, other: Span, parted: Sequence[Drift]) -> Finding:
    words = "; ".join(_words(drift, one.database, other.database) for drift in parted)
    return RULE.finding(
        revision=one.revision.identifier,
        direction=Direction.UPGRADE,
        message=f"the databases part: {words}",
        database=other.database,
        location=Location(one.revision.file, one.revision.line),
        evidence=Evidence(changed=tuple(drift.change for drift in parted)),
    )


def _words(drift: Drift, one: str, other: str) -> str:
    if drift.one and drift.other:
        what = f" ({drift.what})" if drift.what else ""
        both = f"{drift.one.printed} on {one}, {drift.other.printed} on {other}"
        return f"{drift.thing} is {both}{what}"
    return f"{drift.thing} is on {one if drift.one else other} alone"
