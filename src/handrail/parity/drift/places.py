"""The project as it is and as it was: where its two tracks are."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from handrail.chains import Target, resolve
from handrail.chains.python_functions import module_of
from handrail.chains.target import Functions
from handrail.errors import TargetError
from handrail.parity.settings import Settings
from handrail.repository import Repository

_WHERE = "[tool.handrail.parity]"


@dataclass(frozen=True, slots=True)
class Place:
    """A folder that holds the project in one state; ``name`` is what the user calls it."""

    name: str
    folder: Path
    settings: Settings

    def code_first(self) -> Target:
        """The list of functions. Raises TargetError where its file is not there."""
        file = self.folder / self.settings.migrations
        if not file.is_file():
            then = f'name it as "migrations" in {_WHERE}'
            raise TargetError("the code-first track is not there", where=str(file), then=then)
        folder, module = module_of(file)
        said = self.settings
        functions = Functions(f"{module}:{said.list}", said.runner, said.ledger)
        return Target(self.settings.migrations, folder, functions=functions)

    def alembic(self) -> Target:
        """The Alembic chain. Raises TargetError where it is not there."""
        return resolve(str(self.folder / self.settings.alembic))


@contextmanager
def older(born: str, today: Place) -> Iterator[Place]:
    """The project as it once was: a folder from today's, or a commit of its repository.

    A commit is laid out in a temporary folder, and nothing is checked out. Raises TargetError
    where ``born`` is neither.
    """
    folder = today.folder / born
    if folder.is_dir():
        yield Place(born, folder, today.settings)
        return
    repository = Repository(today.folder)
    commit = repository.resolve(born)
    with tempfile.TemporaryDirectory(prefix="handrail-born-") as scratch:
        repository.lay_out(commit, Path(scratch))
        yield Place(born, Path(scratch, repository.prefix), today.settings)
