"""What databases have ended in, and what is different between them; pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from handrail.model import Location, Outcome, Revision, Schema
from handrail.snapshots.drifting import Drift, drifts, first_with, narrower
from handrail.snapshots.things import Side


@dataclass(frozen=True, slots=True)
class End:
    """What one database has ended in, and where it was born; a new one nowhere."""

    birth: str
    schema: Schema
    dialect: str

    @property
    def side(self) -> Side:
        """The schema to be compared."""
        return Side(self.schema, self.dialect)


@dataclass(frozen=True, slots=True)
class Broken:
    """A track that does not come to its end in databases of some births."""

    track: str
    database: str
    births: tuple[str, ...]
    outcome: Outcome
    revision: str
    location: Location | None


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that databases of some births have differently than those of the standard.

    ``where`` and ``standard`` say which databases are compared. ``revision`` is whose doing it is;
    ``blame`` says it, in words that begin with a mark.
    """

    track: str
    database: str
    where: str
    standard: str
    births: tuple[str, ...]
    drift: Drift
    revision: str = ""
    location: Location | None = None
    blame: str = ""


@dataclass(frozen=True, slots=True)
class History:
    """The schemas that a track went through on one database, by the name of the step.

    ``base`` is what the database was born with.
    """

    dialect: str
    schemas: Mapping[str, Schema] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tale:
    """A track, its revisions, and what its steps have done to databases of several births."""

    track: str
    noun: str
    revisions: tuple[Revision, ...]
    histories: tuple[History, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Ends of a track beside the one that sets the standard, and how both are called."""

    track: str
    standard: End
    standard_words: str
    ends: Sequence[End]
    words: str

    def differences(self) -> tuple[Difference, ...]:
        """What the ends have differently; what several have differently alike is told once."""
        found: dict[Drift, Difference] = {}
        for end in self.ends:
            for drift in self._drifts(end):
                new = Difference(
                    self.track, end.dialect, self.words, self.standard_words, (), drift
                )
                known = found.get(drift, new)
                births = (*known.births, end.birth) if end.birth else ()
                found[drift] = replace(known, births=births)
        return tuple(found.values())

    def _drifts(self, end: End) -> Sequence[Drift]:
        found = drifts(self.standard.side, end.side)
        if (self.standard.dialect, end.dialect) != ("sqlite", "postgresql"):
            return found
        return (*found, *narrower(self.standard.side, end.side))


def blamed(difference: Difference, own: Tale, far: Tale) -> Difference:
    """The same with whose doing it is: who made what is there, or who brought what is missing.

    Of what is missing the other track's step is named first: it is the one that lacks company.
    """
    missing = difference.drift.other is None
    for tale in (far, own) if missing else (own, far):
        revision = _bringer(difference.drift, tale)
        if revision:
            words = f"; {tale.noun} {revision.identifier} brings it"
            lacking = f", no later {own.noun} does" if missing and tale is far else ""
            return _placed(difference, revision, words + lacking)
    return _placed(difference, own.revisions[-1], "")


def _bringer(drift: Drift, tale: Tale) -> Revision | None:
    """The first step after which the thing is there as it is in the end."""
    named = {revision.identifier: revision for revision in tale.revisions}
    for history in tale.histories:
        step = first_with(drift, history.schemas, history.dialect)
        if step in named:
            return named[step]
    return None


def _placed(difference: Difference, revision: Revision, words: str) -> Difference:
    return replace(
        difference,
        revision=revision.identifier,
        location=Location(revision.file, revision.line),
        blame=words,
    )
