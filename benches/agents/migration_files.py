"""Copies of the agents' migrations, with files added, taken away or made to fail."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from handrail.acceptance.tables import Record
from handrail.chains.sql_files.statements import split

_AGENTS = Path("fixtures/agents")


def migrations_of(variant: str) -> Path:
    """The folder of the migrations as reported or as repaired."""
    return _AGENTS / variant.removeprefix("as ") / "migrations"


def piece_file(words: str) -> Path:
    """A piece of SQL by what it makes, for instance "a table"."""
    return _AGENTS / "common" / "pieces" / f"{words.replace(' ', '_')}.sql"


def piece(words: str) -> str:
    """The text of such a piece."""
    return piece_file(words).read_text(encoding="utf-8")


class MigrationFiles:
    """The ``.up.sql`` and ``.down.sql`` files of one folder, which may be changed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def take(self, variant: str) -> None:
        """The migrations of that variant are in the folder, beside what was there."""
        shutil.copytree(migrations_of(variant), self.folder, dirs_exist_ok=True)

    def add(self, files: Sequence[Record]) -> None:
        """Each ``file`` holds the piece that its ``holds`` names."""
        for row in files:
            shutil.copy(piece_file(row["holds"]), self.folder / row["file"])

    def remove(self, name: str) -> None:
        """The file is gone."""
        (self.folder / name).unlink()

    def file(self, number: str, way: str = "up") -> Path:
        """The file of the migration of that number."""
        (found,) = self.folder.glob(f"{number}_*.{way}.sql")
        return found

    def statements(self, number: str, way: str = "up") -> list[str]:
        """The statements of one file, in order."""
        text = self.file(number, way).read_text(encoding="utf-8")
        return [statement.text for statement in split(text, "postgresql")]

    def spoil(self, number: str, words: str, place: int | None = None, way: str = "up") -> None:
        """The piece stands in the file after as many statements, or at its end."""
        statements = self.statements(number, way)
        statements.insert(len(statements) if place is None else place, piece(words).rstrip(";\n"))
        self.file(number, way).write_text(";\n".join(statements) + ";\n", encoding="utf-8")
