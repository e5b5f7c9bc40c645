"""Virtual environments of the targets, one for a package; made once and used again."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from targets import Environment


class CannotBeInstalledError(Exception):
    """A package that cannot be had here, with the words of what was tried."""


def python_of(environment: Environment, folder: Path) -> Path:
    """The Python in which Handrail, the package and what it needs can be imported.

    Of the package's own requirements only those are installed that its migrations import: whole,
    they do not go together with Handrail's, or weigh gigabytes.
    """
    place = folder / environment.name
    python, done = place / "bin" / "python", place / "installed.txt"
    pinned = [environment.package, *environment.needs]
    if done.is_file() and done.read_text(encoding="utf-8") == "\n".join(pinned):
        return python
    shutil.rmtree(place, ignore_errors=True)
    _run("uv", "venv", "--quiet", "--python", environment.python or sys.executable, str(place))
    install = ("uv", "pip", "install", "--quiet", "--compile-bytecode", "--python", str(python))
    _run(*install, "--editable", ".")
    _run(*install, "--no-deps", *pinned)
    done.write_text("\n".join(pinned), encoding="utf-8")
    return python


def _run(*command: str) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, text=True)
    except FileNotFoundError as error:
        raise CannotBeInstalledError(f"{command[0]} is not there") from error
    except subprocess.CalledProcessError as error:
        said = [line for line in error.stderr.splitlines() if line.strip()]
        raise CannotBeInstalledError(said[0] if said else "it gave no reason") from error
