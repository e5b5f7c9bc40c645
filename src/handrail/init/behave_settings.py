"""What a repository's files of settings say to behave, and where it looks for steps.

Behave reads all of its files and goes by the one that says a thing most strongly; see
``behave.configuration.config_filenames``.
"""

from __future__ import annotations

import configparser
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from handrail.init.found import Behave, table_of

_INI_FILES = ("behave.ini", ".behaverc", "setup.cfg", "tox.ini")
"""In the order in which they overrule each other, and pyproject.toml."""
_STEPS = "steps"
_HOOKS = "environment.py"


def read_settings(folder: Path, pyproject: Mapping[str, Any]) -> Behave:
    """What is said of the runner and of the features, and the folder of steps that follows."""
    said = {name: _section(folder / name) for name in _INI_FILES}
    said["pyproject.toml"] = table_of(pyproject, "tool", "behave")
    runner = next(((each["runner"], name) for name, each in said.items() if "runner" in each), None)
    paths = next((_first(each["paths"]) for each in said.values() if "paths" in each), None)
    features = paths or "features"
    return Behave(
        runner=runner[0] if runner else None,
        runner_in=runner[1] if runner else "",
        has_paths=paths is not None,
        features=features,
        steps=str(_steps_folder(folder, PurePosixPath(features))),
    )


def _section(file: Path) -> Mapping[str, Any]:
    """What the section [behave] of the file says; nothing where it cannot be read."""
    parser = configparser.ConfigParser(interpolation=None)
    try:
        parser.read(file, encoding="utf-8")
    except (configparser.Error, UnicodeDecodeError):
        return {}
    return dict(parser["behave"]) if parser.has_section("behave") else {}


def _first(paths: Any) -> str:
    words = paths if isinstance(paths, list) else str(paths).split("\n")
    return next((word.strip() for word in words if word.strip()), "features")


def _steps_folder(folder: Path, features: PurePosixPath) -> PurePosixPath:
    """Where behave will look: beside the features, or in the first folder above that has steps.

    Where none has any, at the top, unless that has a folder of that name for other things.
    """
    is_there = (folder / features).is_dir()
    for place in (features, *features.parents):
        hooked = (folder / place / _HOOKS).is_file()
        if is_there and (hooked or (folder / place / _STEPS).is_dir()):
            return place / _STEPS
    return features / _STEPS if (folder / _STEPS).exists() else PurePosixPath(_STEPS)
