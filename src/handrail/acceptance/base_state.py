"""The files of a repository as they were at the base of a change, in a folder of their own."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from handrail.errors import TargetError
from handrail.expected_failures import Tagged
from handrail.repository import Repository

_LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.pyc")


@dataclass(frozen=True, slots=True)
class Base:
    """A commit laid out below ``scratch``; ``top`` is the top of the repository itself."""

    commit: str
    scratch: Path
    top: Path

    @property
    def name(self) -> str:
        """What git calls the commit, shortened."""
        return self.commit[:8]

    @property
    def folder(self) -> Path:
        """What the current folder was."""
        return self.place_of(Path.cwd())

    def place_of(self, path: Path) -> Path:
        """Where that path of the repository was. Raises TargetError for one outside of it."""
        there = path.resolve()
        if not there.is_relative_to(self.top):
            raise TargetError("this is outside of the repository", where=str(path))
        return self.scratch / there.relative_to(self.top)

    def as_named_here(self, tagged: Iterable[Tagged]) -> Iterator[Tagged]:
        """What was read below ``scratch``, with the paths that it has in the repository."""
        for place in tagged:
            file = os.path.relpath(Path(place.file).resolve(), self.folder)
            yield replace(place, file=file)

    def lay_over(self, paths: Iterable[Path]) -> None:
        """Files and folders are as they are today; the rest stays as it was.

        Raises TargetError for what is not there, and for the top of the repository, which would
        leave nothing of the base.
        """
        for path in paths:
            place = self.place_of(path)
            if not path.exists():
                raise TargetError("no such file or folder", where=str(path))
            if place == self.scratch:
                then = "name the folders that hold the features and suites"
                raise TargetError("nothing of the base would be left", where=str(path), then=then)
            if path.is_dir():
                shutil.rmtree(place, ignore_errors=True)
                shutil.copytree(path, place, symlinks=True, ignore=_LEFT_OUT)
            else:
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(path, place)


@contextmanager
def base_state(revision: str) -> Iterator[Base]:
    """The commit at which ``revision`` and HEAD parted, laid out until the block is left.

    The working tree and the index are left alone. Raises TargetError where there is no repository,
    or this clone does not hold the commit.
    """
    with Repository(Path.cwd()) as repository:
        commit = repository.merge_base(*repository.resolve_all(revision, "HEAD"))
        with tempfile.TemporaryDirectory(prefix="handrail-base-") as scratch:
            repository.lay_out(commit, Path(scratch))
            top = Path(*(".." for _ in Path(repository.prefix).parts)).resolve()
            yield Base(commit, Path(scratch).resolve(), top)
