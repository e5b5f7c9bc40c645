"""The source files of a chain, found as Alembic finds them and not run."""

from __future__ import annotations

from pathlib import Path

from alembic.script import ScriptDirectory
from alembic.util import CommandError

from handrail.chains.loading import config_of
from handrail.chains.target import Target
from handrail.errors import TargetError


def source_files(target: Target) -> tuple[Path, ...]:
    """Every Python file in the folders of revisions, by name; TargetError where there is none."""
    try:
        scripts = ScriptDirectory.from_config(config_of(target))
        folders = [Path(folder) for folder in scripts._version_locations]
    except CommandError as error:
        raise TargetError(str(error), where=target.given) from error
    pattern = "**/*.py" if scripts.recursive_version_locations else "*.py"
    files = sorted(file for folder in folders for file in folder.glob(pattern))
    if not files:
        raise TargetError("the chain has no revision files", where=target.given)
    return tuple(files)
