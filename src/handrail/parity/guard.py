"""Whether what two commits change on the code-first track is brought by a revision too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from handrail.errors import TargetError
from handrail.parity.chain_changes import ChainChanges, track
from handrail.parity.differences import Difference, code_first, differences, new_entries
from handrail.parity.schema_changes import Kind, Place
from handrail.parity.settings import Settings
from handrail.parity.sources import Sources
from handrail.parity.tracks import Entry, Tracks
from handrail.repository import Repository


class Outcome(StrEnum):
    """How the comparison ended."""

    PASSED = "passed"
    SKIPPED = "skipped"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the guard saw between two commits.

    ``entries`` are the new ones of the list; ``accepted`` are the files of the revisions that bring
    something of ``differences``; ``missing`` is what none brings, ``unjudged`` what one may bring
    that runs what cannot be read, at the places ``unread``.
    """

    base: str = ""
    head: str = ""
    entries: tuple[Entry, ...] = ()
    differences: tuple[Difference, ...] = ()
    missing: tuple[Difference, ...] = ()
    unjudged: tuple[Difference, ...] = ()
    accepted: tuple[str, ...] = ()
    unread: tuple[Place, ...] = ()

    @property
    def outcome(self) -> Outcome:
        """In a word; nothing was compared where there is no base."""
        if not self.base:
            return Outcome.SKIPPED
        return Outcome.MISSING if self.missing else Outcome.PASSED


def guard(
    folder: Path, base: str, head: str, settings: Settings, *, lenient: bool = False
) -> Verdict:
    """Compare where ``head`` stands with where it parted from ``base``, in the repository there.

    With ``lenient`` any new revision file brings everything. Raises TargetError where git, the
    settings, or a file at one of the two commits is at fault. Nothing is written.
    """
    with Repository(folder) as repository:
        asked, until = repository.resolve_all(base, head)
        parted = repository.merge_base(asked, until)
        return _compare(repository, parted, until, settings, lenient=lenient)


def _compare(
    repository: Repository, parted: str, until: str, settings: Settings, *, lenient: bool
) -> Verdict:
    before = Sources(repository, repository.commit(parted), f"the base ({parted[:12]})")
    after = Sources(repository, repository.commit(until), f"the head ({until[:12]})")
    _must_hold_a_track((before, after), settings)
    tracks = Tracks(before, settings), Tracks(after, settings)
    earlier = code_first(tracks[0])
    later = code_first(tracks[1], earlier.entries)
    chain = ChainChanges(
        track(before, tracks[0], settings.versions), track(after, tracks[1], settings.versions)
    )
    entries, found = new_entries(earlier, later), differences(earlier, later)
    judged = _Judging(chain, found)
    missing, unjudged = ((), ()) if lenient and chain.files else judged.lacking
    accepted = chain.files if lenient else judged.accepted
    unread = [place for entry in entries for place in entry.script.unread]
    unread += [place for file in judged.unread for place in chain.unread[file]]
    return Verdict(parted, until, entries, found, missing, unjudged, accepted, tuple(unread))


def _must_hold_a_track(sides: Iterable[Sources], settings: Settings) -> None:
    files = settings.code_first
    if not any(side.holds(file) for side in sides for file in files):
        what = f"neither commit has it, nor {' nor '.join(files[1:])}"
        then = "run it in the folder of pyproject.toml, and name them in [tool.handrail.parity]"
        raise TargetError(what, where=files[0], then=then)


class _Judging:
    """Which differences the revisions bring, and which they may bring."""

    def __init__(self, chain: ChainChanges, found: tuple[Difference, ...]) -> None:
        bringing = {each: chain.bringing(each) for each in found}
        missing = tuple(_causes(each for each, files in bringing.items() if not files))
        self.unread = tuple(chain.unread) if missing else ()
        """The files of revisions that may bring what the others do not."""
        self.lacking = ((), missing) if self.unread else (missing, ())
        """What is missing, and what is not judged."""
        files = [file for files in bringing.values() for file in files]
        self.accepted = tuple(dict.fromkeys([*files, *self.unread]))


def _causes(missing: Iterable[Difference]) -> Iterator[Difference]:
    """All but what follows from it that a whole table is missing."""
    listed = list(missing)
    tables = {each.thing.table for each in listed if each.thing.kind is Kind.TABLE}
    for each in listed:
        if each.thing.kind is Kind.TABLE or each.thing.table not in tables:
            yield each
