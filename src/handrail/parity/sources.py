"""The Python files of one commit, as syntax trees, and where an import leads among them."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from handrail.errors import TargetError
from handrail.repository import Commit, Repository


@dataclass(frozen=True, slots=True)
class Sources:
    """What one commit holds; ``told`` is what the user calls it."""

    repository: Repository
    commit: Commit
    told: str

    def holds(self, file: str) -> bool:
        """Whether the commit has a file of that path."""
        return file in self.commit.blobs

    def tree(self, file: str) -> ast.Module:
        """The file as a syntax tree. Raises TargetError, with the line, where it is no Python."""
        contents = self.repository.contents(self.commit.blobs[file])
        try:
            with warnings.catch_warnings(action="ignore"):
                return ast.parse(contents)
        except (SyntaxError, ValueError) as error:  # a zero byte is either, by version
            line, reason = getattr(error, "lineno", None) or 1, getattr(error, "msg", str(error))
        what = f"this is no Python at {self.told}: {reason}"
        then = "the guard reads both commits; mend it there"
        raise TargetError(what, where=f"{file}:{line}", then=then)

    def imported(self, importing: str, module: str, level: int) -> str | None:
        """The file that an import in ``importing`` means, or None where the commit has none.

        Relative imports count from its folder, others from any folder above it, the nearest first.
        """
        folders = list(PurePosixPath(importing).parents)
        for folder in folders[level - 1 : level] if level else folders:
            for file in _files_of(folder, module):
                if self.holds(file):
                    return file
        return None


def _files_of(folder: PurePosixPath, module: str) -> Iterator[str]:
    path = folder.joinpath(*module.split(".")) if module else folder
    if module:
        yield f"{path}.py"
    yield str(path / "__init__.py")
