"""Where the two tracks stand: ``[tool.handrail.parity]`` of pyproject.toml."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from handrail.config import said_in
from handrail.errors import TargetError

_TABLE = "[tool.handrail.parity]"


@dataclass(frozen=True, slots=True)
class Settings:
    """Paths from the folder of pyproject.toml, with slashes; the defaults are report 1342's.

    ``migrations`` holds the ordered ``list`` of the code-first track, ``schema`` its tables as SQL
    texts, ``tables`` the same as SQLAlchemy objects; ``versions`` is the folder of revisions.

    What ``drift`` needs beside them: ``alembic``, the chain as ``handrail walk`` takes it;
    ``runner``, the project's own, as module:callable, which is given a connection; ``ledger``, the
    table that it records in; ``born``, earlier states of the project, folders or commits.
    """

    migrations: str = "src/backend/db/migrations.py"
    list: str = "MIGRATIONS"
    schema: tuple[str, ...] = ("src/backend/db/schema.py",)
    tables: tuple[str, ...] = ("src/backend/db/tables.py",)
    versions: str = "src/backend/migrations/versions"
    alembic: str = "alembic.ini"
    runner: str = ""
    ledger: str = "schema_migrations"
    born: tuple[str, ...] = ()

    @property
    def code_first(self) -> tuple[str, ...]:
        """Every file of the code-first track."""
        return (self.migrations, *self.schema, *self.tables)


_SEVERAL = {"schema", "tables", "born"}


def read_settings(file: Path) -> Settings:
    """What a pyproject.toml says of the tracks; the defaults where it, or its table, is not there.

    Raises TargetError where the file is no TOML, and for a key that is not known or no text.
    """
    said = said_in(file, "parity")
    known = [field.name for field in fields(Settings)]
    unknown = sorted(set(said) - set(known))
    if unknown:
        then = f"it may hold {', '.join(known)}"
        raise TargetError(f'"{unknown[0]}" is not known', where=f"{file} {_TABLE}", then=then)
    return Settings(**{key: _understood(key, value, file) for key, value in said.items()})


def _understood(key: str, value: Any, file: Path) -> Any:
    """A text, or several where the key allows it; folders without a slash at their end."""
    several = key in _SEVERAL and isinstance(value, list)
    texts = value if several else [value]
    if not all(isinstance(text, str) and text for text in texts):
        raise TargetError(f'"{key}" is no text', where=f"{file} {_TABLE}")
    cleaned = tuple(text.removeprefix("./").rstrip("/") for text in texts)
    return cleaned if key in _SEVERAL else cleaned[0]
