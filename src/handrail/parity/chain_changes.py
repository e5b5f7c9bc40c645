"""What the Alembic track brings between two commits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from handrail.parity.differences import Difference, Fate
from handrail.parity.satisfying import brings, flat, makes, undoes
from handrail.parity.schema_changes import Change, Place, Verb
from handrail.parity.sources import Sources
from handrail.parity.tracks import Revision, Tracks

_REVERSED = {Verb.CREATE: Verb.DROP, Verb.DROP: Verb.CREATE}


@dataclass(frozen=True, slots=True)
class Track:
    """The revision files of one commit, each with the identifier of its contents."""

    files: Mapping[str, str]
    tracks: Tracks

    def revisions(self, files: Iterable[str]) -> Iterator[Revision]:
        """Those of the files that are revisions."""
        found = (self.tracks.revision(file) for file in files)
        return (revision for revision in found if revision)


def track(sources: Sources, tracks: Tracks, folder: str) -> Track:
    """The revisions that lie in the folder, or below it."""
    blobs = sources.commit.blobs.items()
    inside = {file: blob for file, blob in blobs if file.startswith(f"{folder}/")}
    return Track({file: blob for file, blob in inside.items() if file.endswith(".py")}, tracks)


class ChainChanges:
    """Revisions that are the same at both commits cancel out, whatever they are called there.

    Raises TargetError where one of the others is no Python.
    """

    def __init__(self, before: Track, after: Track) -> None:
        self._before, self._after = before, after
        self._gone = tuple(before.revisions(_lacking(before, after)))
        self._changed = tuple(after.revisions(_lacking(after, before)))

    @cached_property
    def files(self) -> tuple[str, ...]:
        """The revisions whose path the base does not have."""
        new = [file for file in self._after.files if file not in self._before.files]
        return tuple(revision.file for revision in self._after.revisions(new))

    @cached_property
    def unread(self) -> Mapping[str, tuple[Place, ...]]:
        """Revisions that are new or changed and run what cannot be known, and where they do."""
        return {each.file: each.script.unread for each in self._changed if each.script.unread}

    def bringing(self, wanted: Difference) -> tuple[str, ...]:
        """The files that bring it: new and changed ones, removed ones too where they undo it by
        being gone, else older ones that nothing later undoes."""
        found = [file for file, change in self._brought if brings(change, wanted)]
        if not found and wanted.fate is Fate.ADDED and wanted.thing.known:
            found = self._brought_before(wanted)
        return tuple(dict.fromkeys(found))

    def _brought_before(self, wanted: Difference) -> list[str]:
        """The older files that have brought it, where none of them may have taken it away."""
        if any(undoes(change, wanted.thing) for _, change in self._older):
            return []
        return [f for f, change in self._older if change.thing.known and makes(change, wanted)]

    @cached_property
    def _brought(self) -> tuple[tuple[str, Change], ...]:
        there, was = _done(self._changed), _done(self._gone)
        undone = ((file, _reversed(change)) for file, change in _rest(was, there))
        return (*_rest(there, was), *undone)

    @cached_property
    def _older(self) -> tuple[tuple[str, Change], ...]:
        new = set(_lacking(self._after, self._before))
        older = (file for file in self._after.files if file not in new)
        return tuple(_done(self._after.revisions(older)))


def _lacking(one: Track, other: Track) -> list[str]:
    """The files of one whose contents the other has nowhere."""
    known = set(other.files.values())
    return [file for file, blob in one.files.items() if blob not in known]


def _done(revisions: Iterable[Revision]) -> list[tuple[str, Change]]:
    return [(each.file, change) for each in revisions for change in flat(each.script.changes)]


def _rest(
    changes: Iterable[tuple[str, Change]], taken: Iterable[tuple[str, Change]]
) -> Iterator[tuple[str, Change]]:
    """The changes without as many of each as were taken."""
    left = Counter(change for _, change in taken)
    for file, change in changes:
        if left[change]:
            left[change] -= 1
        else:
            yield file, change


def _reversed(change: Change) -> Change:
    if change.new:
        return replace(change, thing=change.new, new=change.thing)
    return replace(change, verb=_REVERSED.get(change.verb, change.verb))
