"""Databases of the agents as the migrations as repaired make them, one for each migration."""

from __future__ import annotations

import shutil
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any

from sqlalchemy import URL

from benches.agents.migration_files import migrations_of
from handrail.databases import Database, Provider
from handrail.model import Schema, Snapshot
from handrail.snapshots import take

NOTHING = "nothing"
"""The stage before the first migration."""


def numbers() -> list[str]:
    """The numbers of the migrations, in order."""
    return [name_of_file.split("_")[0] for name_of_file in _names()]


def runner_of(variant: str) -> Any:
    """The module ``fixtures.agents.reported.runner`` below the current folder, or the other one."""
    return import_module(f"fixtures.agents.{variant.removeprefix('as ')}.runner")


def look_at(database: Database) -> Snapshot:
    """Schema, rows and ledger of a database of the agents."""
    with database.connect() as connection:
        return take(connection, ledger_table="schema_migrations", ledger_column="version")


def text_of(url: URL) -> str:
    """A URL as a user would type it."""
    return url.render_as_string(hide_password=False)


class Stages:
    """A template for each number, made once a process and kept as long as its provider."""

    def __init__(self) -> None:
        self._templates: dict[tuple[Provider, str], Database] = {}
        self._schemas: dict[tuple[Provider, str], Schema] = {}

    def at(self, number: str, provider: Provider) -> Database:
        """A database of one's own in which all up to that number were run, without rows."""
        return self._template(number, provider).clone()

    def schema_of(self, number: str, provider: Provider) -> Schema:
        """The schema of such a database, without the ledger."""
        key = (provider, number)
        if key not in self._schemas:
            self._schemas[key] = look_at(self._template(number, provider)).schema
        return self._schemas[key]

    def _template(self, number: str, provider: Provider) -> Database:
        key = (provider, number)
        if key not in self._templates:
            self._templates[key] = provider.make()
            if number != NOTHING:
                _bring_to(self._templates[key], number)
        return self._templates[key]


def _names() -> list[str]:
    return sorted(file.name for file in migrations_of("as repaired").glob("*.up.sql"))


def _bring_to(database: Database, number: str) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        for file in migrations_of("as repaired").glob("*.sql"):
            if file.name.split("_")[0] <= number:
                shutil.copy(file, scratch)
        runner_of("as repaired").migrate(text_of(database.url), Path(scratch))


STAGES = Stages()
