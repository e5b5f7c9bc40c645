"""The chains of a repository, found by the files that stand there; nothing is loaded."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from handrail.chains import Target, resolve
from handrail.chains.sql_files.layouts import read_folder
from handrail.errors import TargetError

_PASSED_OVER = {"node_modules", "site-packages", "__pycache__", "build", "dist", "venv"}


def targets_below(folder: Path) -> tuple[str, ...]:
    """What ``handrail walk`` takes, relative to the folder: those of Alembic, else SQL folders.

    What is higher comes first. Folders of environments, and hidden ones, are passed over.
    """
    folders = list(_folders(folder))
    for find in (_configured, _scripts, _sql):
        found = [target for each in folders for target in find(each)]
        if found:
            higher_first = sorted(found, key=lambda target: (len(target.parts), target))
            return tuple(_relative(each, folder) for each in higher_first)
    return ()


def names_of(targets: Sequence[str]) -> tuple[str, ...]:
    """A name for each: "app" for one alone and for what is at the top, else that of its folder.

    Where folders are called the same, the whole way to them is the name.
    """
    folders = [PurePosixPath(target).parent for target in targets]
    if len(folders) == 1:
        return ("app",)
    called = Counter(folder.name for folder in folders)
    return tuple(
        (folder.name if called[folder.name] == 1 else "_".join(folder.parts)) or "app"
        for folder in folders
    )


def _folders(top: Path) -> Iterator[Path]:
    for folder, below, _ in os.walk(top):
        here = Path(folder)
        below[:] = sorted(each for each in below if _is_looked_into(here / each))
        yield here


def _is_looked_into(folder: Path) -> bool:
    hidden = folder.name.startswith(".") or folder.name in _PASSED_OVER
    return not hidden and not (folder / "pyvenv.cfg").is_file()


def _configured(folder: Path) -> Iterator[Path]:
    """By its alembic.ini, its pyproject.toml, or as the folder that Flask-Migrate makes."""
    for file in (folder / "alembic.ini", folder / "pyproject.toml"):
        found = _resolved(file)
        if found:
            yield folder if found.scripts else file
            return


def _scripts(folder: Path) -> Iterator[Path]:
    if (folder / "env.py").is_file() and (folder / "versions").is_dir():
        yield folder


def _sql(folder: Path) -> Iterator[Path]:
    try:
        read_folder(folder, str(folder))
    except TargetError:
        return
    yield folder


def _resolved(file: Path) -> Target | None:
    try:
        return resolve(str(file))
    except TargetError:
        return None


def _relative(target: Path, folder: Path) -> str:
    return target.relative_to(folder).as_posix()
