"""What was seen at one revision on one database: the material that every rule judges."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from handrail.model import (
    Direction,
    Load,
    Outcome,
    OutcomeKind,
    Revision,
    Row,
    Schema,
    Snapshot,
    Step,
)
from handrail.rows import Rejected


@dataclass(frozen=True, slots=True)
class Leg:
    """One step that was run, with the database before and after it.

    ``outcome`` is judged: a refusal is one. ``retry`` is what running it once more did, for a step
    that crashed.
    """

    step: Step
    outcome: Outcome
    before: Snapshot
    after: Snapshot
    retry: Outcome | None = None

    @property
    def done(self) -> bool:
        """Whether the step came to its end."""
        return self.outcome.kind is OutcomeKind.DONE

    @property
    def tables(self) -> set[str]:
        """The names of all tables on either side."""
        return {*self.before.schema.tables, *self.after.schema.tables}

    @property
    def crashed(self) -> bool:
        """Whether the database or the code raised in the middle."""
        return self.outcome.kind is OutcomeKind.CRASHED


@dataclass(frozen=True, slots=True)
class Passage:
    """One revision walked there, back and again with one load of rows.

    ``load`` is None for the control on an empty database. ``rows`` are those really in. The legs
    end with the first that did not come to its end.
    """

    load: Load | None
    rows: tuple[Row, ...]
    legs: tuple[Leg, ...]
    left_out: tuple[Rejected, ...] = ()
    """Rows of the load that the database would not have."""
    enforced: bool = False
    """Whether SQLite was told to enforce foreign keys, of which the chain says nothing."""

    @property
    def ended(self) -> bool:
        """Whether every step came to its end."""
        return all(leg.done for leg in self.legs)

    @property
    def round_trip(self) -> tuple[Leg, Leg] | None:
        """There and back, when both came to their end."""
        if len(self.legs) >= 2 and self.legs[0].done and self.legs[1].done:
            return self.legs[0], self.legs[1]
        return None


@dataclass(frozen=True, slots=True)
class Drive:
    """What a user's own runner did with the files up to the last of the revisions ``given``.

    ``honest`` is the step of that revision over the same rows, run honestly. ``before`` and
    ``after`` show all tables, the runner's own among them. ``text`` is the revision's file.
    """

    honest: Leg
    rows: tuple[Row, ...]
    given: tuple[Revision, ...]
    text: str
    outcome: Outcome
    before: Snapshot
    after: Snapshot

    @property
    def done(self) -> bool:
        """Whether the runner came to its end without a complaint."""
        return self.outcome.kind is OutcomeKind.DONE


@dataclass(frozen=True, slots=True)
class Growth:
    """How many statements one step sent with fewer and with more rows in one table."""

    direction: Direction
    table: str
    fewer_rows: int
    fewer_statements: int
    more_rows: int
    more_statements: int


@dataclass(frozen=True, slots=True)
class Fault:
    """One statement of a step that was made to fail, which left something in the database.

    ``again`` is the run after it, None where the ledger had the step already. Where the step then
    came to its end, ``elsewhere`` tells what is not as it is when nothing disturbs it. ``number``
    counts the statements of the step, ``place`` those that may write, from 1 to ``count``.
    """

    failed: Leg
    again: Leg | None
    rows: tuple[Row, ...]
    statement: str
    number: int
    place: int
    count: int
    elsewhere: tuple[str, ...] = ()

    @property
    def end(self) -> Snapshot:
        """What is in the database in the end."""
        return self.again.after if self.again else self.failed.after

    @property
    def finished(self) -> bool:
        """Whether the step came to an end after all, the usual one or another."""
        return self.again is None or self.again.done

    @property
    def resumed(self) -> bool:
        """Whether the step came to its usual end after all."""
        return self.finished and not self.elsewhere


@dataclass(frozen=True, slots=True)
class Enforced:
    """One passage without and with foreign keys enforced."""

    off: Passage
    on: Passage


@dataclass(frozen=True, slots=True)
class Visit:
    """Everything seen at one revision on one database.

    ``below`` is the schema before the revision, ``above`` the one it makes, both seen on an empty
    database. The first of the passages is the control.
    """

    revision: Revision
    database: str
    below: Schema
    above: Schema
    passages: tuple[Passage, ...]
    growths: tuple[Growth, ...] = ()
    drives: tuple[Drive, ...] = ()
    faults: tuple[Fault, ...] = ()
    enforced: tuple[Enforced, ...] = ()

    @property
    def controls(self) -> tuple[Passage, ...]:
        """The control, and a second one from above where the first could not get there."""
        return tuple(passage for passage in self.passages if passage.load is None)

    @property
    def control(self) -> Passage:
        """The passage without any rows."""
        return self.passages[0]

    def with_passages(self, passages: Iterable[Passage]) -> Visit:
        """The same visit with more passages."""
        return replace(self, passages=(*self.passages, *passages))

    def legs(self) -> Iterator[tuple[Passage, int, Leg]]:
        """Every leg with its passage and its place in it, the control's first."""
        for passage in self.passages:
            for place, leg in enumerate(passage.legs):
                yield passage, place, leg

    def controlled(self, direction: Direction) -> Leg | None:
        """The first leg without any rows in that direction."""
        for control in self.controls:
            for leg in control.legs:
                if leg.step.direction is direction:
                    return leg
        return None


@dataclass(frozen=True, slots=True)
class Span:
    """What a revision that came to its end has made of the schema on one kind of database."""

    revision: Revision
    database: str
    below: Schema
    above: Schema


def only_tables(schema: Schema, names: Collection[str]) -> Schema:
    """The schema without other tables than these."""
    return replace(schema, tables={n: table for n, table in schema.tables.items() if n in names})
