"""The source files of a chain, found as its own command finds them and not run."""

from __future__ import annotations

from pathlib import Path

from handrail.chains.target import Target
from handrail.errors import TargetError


def source_files(target: Target) -> tuple[Path, ...]:
    """The files of all revisions; TargetError where there is none or one cannot be read.

    Of Alembic's those in the folders of revisions, by name; of a folder of SQL files each
    migration's in the order in which they run, its way up before its way down.
    """
    return _alembic_files(target) if target.sql is None else _sql_files(target.sql, target.given)


def _sql_files(folder: Path, given: str) -> tuple[Path, ...]:
    from handrail.chains.sql_files.layouts import read_folder

    scripts = [
        script
        for migration in read_folder(folder, given).migrations
        for script in (migration.up, migration.down)
        if script
    ]
    return tuple(dict.fromkeys(script.file for script in scripts))


def _alembic_files(target: Target) -> tuple[Path, ...]:
    from alembic.util import CommandError

    from handrail.chains.loading import scripts_of

    _, scripts = scripts_of(target)
    try:
        folders = [Path(folder) for folder in scripts._version_locations]
    except CommandError as error:
        raise TargetError(str(error), where=target.given) from error
    pattern = "**/*.py" if scripts.recursive_version_locations else "*.py"
    files = sorted(file for folder in folders for file in folder.glob(pattern))
    if not files:
        raise TargetError("the chain has no revision files", where=target.given)
    return tuple(files)


def environment_file(target: Target) -> Path:
    """The ``env.py`` of an Alembic chain whose sources were found."""
    from handrail.chains.loading import scripts_of

    _, scripts = scripts_of(target)
    return Path(scripts.env_py_location)
