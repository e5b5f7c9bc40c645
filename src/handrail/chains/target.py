"""What the user pointed at, found on disk; nothing of it is loaded here."""

from __future__ import annotations

import configparser
import tomllib
from dataclasses import dataclass, replace
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
class Settings:
    """What a user says about a target that it does not bring itself.

    ``variables`` are put into the environment of the process that loads it. Without ``own_env`` its
    steps are run by Alembic's plain defaults. ``section`` is that of its ini file, as
    ``alembic -n`` takes it.
    """

    variables: tuple[tuple[str, str], ...] = ()
    own_env: bool = True
    section: str = "alembic"


@dataclass(frozen=True, slots=True)
class Target:
    """A chain on disk: Alembic's, a folder of SQL files, or a list of Python functions.

    ``given`` is what the user typed. One of ``ini``, ``toml``, ``scripts``, ``sql`` and
    ``functions`` is set; ``scripts`` also beside an ini file that does not say where they are, as
    Flask-Migrate's. ``directory`` is where the chain's own command would be started: it runs from
    there, and functions are imported from there.
    """

    given: str
    directory: Path
    ini: Path | None = None
    toml: Path | None = None
    scripts: Path | None = None
    sql: Path | None = None
    """The folder that holds the SQL files."""
    functions: Functions | None = None
    settings: Settings = Settings()

    @property
    def is_alembic(self) -> bool:
        """Whether its revisions are Alembic's, with an env.py."""
        return self.sql is None and self.functions is None


def resolve(given: str, settings: Settings | None = None) -> Target:
    """The chain that ``given`` names, to be loaded with those settings.

    Raises TargetError saying what is missing where.
    """
    wanted = settings or Settings()
    return replace(_found(given, wanted.section), settings=wanted)


def _found(given: str, section: str) -> Target:
    path = Path(given).absolute()
    if not path.exists():
        raise TargetError("there is no such file or folder", where=given, then=ADVICE)
    if path.is_dir():
        return _folder(given, path, section)
    if path.name == "pyproject.toml":
        return _pyproject(given, path)
    return _ini(given, path, section)


def _folder(given: str, path: Path, section: str) -> Target:
    if (path / "env.py").is_file():
        ini = _ini_of(path, section)
        if ini:
            return Target(given, ini.parent, ini=ini)
        return _scripts(given, path)
    if (path / "alembic.ini").is_file():
        return _ini(given, path / "alembic.ini", section)
    if any(path.glob("*.sql")):
        return Target(given, Path.cwd(), sql=path)
    raise TargetError("the folder holds neither env.py nor SQL files", where=given, then=ADVICE)


def _scripts(given: str, folder: Path) -> Target:
    """A folder of scripts that nobody names, with the ini file in it where there is one."""
    ini = folder / "alembic.ini"
    if not ini.is_file():
        return Target(given, Path.cwd(), scripts=folder)
    _read(ini, str(ini))
    return Target(given, Path.cwd(), ini=ini, scripts=folder)


def _ini_of(scripts: Path, section: str) -> Path | None:
    """The alembic.ini beside or above a script folder that names this very folder."""
    for candidate in (scripts / "alembic.ini", scripts.parent / "alembic.ini"):
        if candidate.is_file() and _script_location(candidate, section) == scripts.resolve():
            return candidate
    return None


def _script_location(ini: Path, section: str) -> Path | None:
    parser = configparser.ConfigParser({"here": str(ini.parent)})
    try:
        parser.read(ini, encoding="utf-8")
        location = parser.get(section, "script_location", fallback="")
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


def _ini(given: str, path: Path, section: str) -> Target:
    parser = _read(path, given)
    if not parser.has_option(section, "script_location"):
        if (path.parent / "env.py").is_file():
            return _scripts(given, path.parent)
        raise TargetError(f"the file names no script_location in [{section}]", where=given)
    return Target(given, path.parent, ini=path)


def _read(ini: Path, where: str) -> configparser.ConfigParser:
    parser = configparser.ConfigParser({"here": str(ini.parent)})
    try:
        parser.read(ini, encoding="utf-8")
    except (configparser.Error, UnicodeDecodeError) as error:
        raise TargetError("the file is no ini file", where=where, then=ADVICE) from error
    return parser
