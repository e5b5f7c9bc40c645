"""What the user pointed at, found on disk; nothing of it is loaded here."""

from __future__ import annotations

import configparser
import tomllib
from dataclasses import dataclass
from pathlib import Path

from handrail.errors import TargetError

ADVICE = (
    "give an alembic.ini, a pyproject.toml with [tool.alembic], a folder with env.py,"
    " or a folder of SQL files"
)


@dataclass(frozen=True, slots=True)
class Functions:
    """A list of Python functions: ``module:name`` of the list, and of the project's own runner.

    The runner is called with a connection and brings its database to the end of the list; the
    ``ledger`` is the table that it records in.
    """

    entries: str
    runner: str = ""
    ledger: str = "schema_migrations"


@dataclass(frozen=True, slots=True)
class Target:
    """A chain on disk: Alembic's, a folder of SQL files, or a list of Python functions.

    ``given`` is what the user typed. Exactly one of ``ini``, ``toml``, ``scripts``, ``sql`` and
    ``functions`` is set. ``directory`` is where the chain's own command would be started: it runs
    from there, and functions are imported from there.
    """

    given: str
    directory: Path
    ini: Path | None = None
    toml: Path | None = None
    scripts: Path | None = None
    sql: Path | None = None
    """The folder that holds the SQL files."""
    functions: Functions | None = None


def resolve(given: str) -> Target:
    """Find the chain that ``given`` names, or raise TargetError saying what is missing where."""
    path = Path(given).absolute()
    if not path.exists():
        raise TargetError("there is no such file or folder", where=given, then=ADVICE)
    if path.is_dir():
        return _folder(given, path)
    if path.name == "pyproject.toml":
        return _pyproject(given, path)
    return _ini(given, path)


def _folder(given: str, path: Path) -> Target:
    if (path / "env.py").is_file():
        ini = _ini_of(path)
        if ini:
            return Target(given, ini.parent, ini=ini)
        return Target(given, Path.cwd(), scripts=path)
    if any(path.glob("*.sql")):
        return Target(given, Path.cwd(), sql=path)
    raise TargetError("the folder holds neither env.py nor SQL files", where=given, then=ADVICE)


def _ini_of(scripts: Path) -> Path | None:
    """The alembic.ini beside or above a script folder that names this very folder."""
    for candidate in (scripts / "alembic.ini", scripts.parent / "alembic.ini"):
        if candidate.is_file() and _script_location(candidate) == scripts.resolve():
            return candidate
    return None


def _script_location(ini: Path) -> Path | None:
    parser = configparser.ConfigParser({"here": str(ini.parent)})
    try:
        parser.read(ini, encoding="utf-8")
        location = parser.get("alembic", "script_location", fallback="")
    except (configparser.Error, UnicodeDecodeError):
        return None
    return (ini.parent / location).resolve() if location else None


def _pyproject(given: str, path: Path) -> Target:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TargetError(f"the file is not TOML: {error}", where=given) from error
    if "alembic" not in content.get("tool", {}):
        raise TargetError("the file holds no [tool.alembic]", where=given, then=ADVICE)
    return Target(given, path.parent, toml=path)


def _ini(given: str, path: Path) -> Target:
    parser = configparser.ConfigParser({"here": str(path.parent)})
    try:
        parser.read(path, encoding="utf-8")
    except (configparser.Error, UnicodeDecodeError) as error:
        raise TargetError("the file is no ini file", where=given, then=ADVICE) from error
    if not parser.has_option("alembic", "script_location"):
        raise TargetError("the file names no script_location in [alembic]", where=given)
    return Target(given, path.parent, ini=path)
