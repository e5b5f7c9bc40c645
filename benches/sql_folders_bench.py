"""Folders of SQL files with names to order, and what is read in them."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from handrail.acceptance.tables import Record, assert_same
from handrail.chains.sql_files.layouts import SqlMigration, read_folder
from handrail.errors import TargetError

_CONTENTS: Mapping[str, bytes] = {
    "a statement": b"SELECT 1;\n",
    "nothing": b"\n",
    "a comment": b"-- later\n",
    "a letter of Latin 1": b"SELECT '\xfc';\n",
    "up and down": b"-- migrate:up\nSELECT 1;\n\n-- migrate:down\nSELECT 2;\n",
    "up alone": b"-- migrate:up\nSELECT 1;\n",
    "up by itself, then down": b"-- 1\n-- migrate:up transaction:false\nSELECT;\n-- migrate:down\n",
    "down before up": b"-- migrate:down\nSELECT 1;\n-- migrate:up\nSELECT 2;\n",
    "a statement before up": b"SELECT 1;\n-- migrate:up\nSELECT 2;\n",
}


class SqlFoldersBench:
    """One folder of its own, gone with the scenario."""

    def __init__(self) -> None:
        self._scratch = tempfile.TemporaryDirectory(prefix="handrail-files-")
        self._folder = Path(self._scratch.name)
        self._migrations: tuple[SqlMigration, ...] = ()
        self._layout = ""
        self._refusal = ""

    def make(self, files: Sequence[Record]) -> None:
        """The files are in the folder; each holds what the words in ``content`` stand for."""
        for file in files:
            (self._folder / file["file"]).write_bytes(_CONTENTS[file.get("content", "a statement")])

    def read(self) -> None:
        """Read the folder; that it cannot be read is kept."""
        try:
            found = read_folder(self._folder, "migrations")
        except TargetError as error:
            self._refusal = str(error)
        else:
            self._layout, self._migrations = found.layout, found.migrations

    def should_hold(self, layout: str, expected: Sequence[Record]) -> None:
        """The migrations are these, at these places, in the columns that are named."""
        assert not self._refusal, self._refusal
        assert self._layout == layout, f"the layout is {self._layout}"
        there = [
            {
                "place": str(place),
                **_record(each, [name for name in expected[0] if name != "place"]),
            }
            for place, each in enumerate(self._migrations, start=1)
        ]
        assert_same(expected, there, "other migrations are read")

    def should_be_refused_with(self, expected: str) -> None:
        """The folder was refused in these words; ``{folder}`` stands for it."""
        words = expected.replace("{folder}", str(self._folder))
        assert self._refusal == words, f"it said {self._refusal!r}"

    def close(self) -> None:
        """The folder is gone."""
        self._scratch.cleanup()


def _record(migration: SqlMigration, columns: Sequence[str]) -> dict[str, str]:
    down = migration.down
    words = {
        "version": migration.version,
        "recorded as": migration.recorded,
        "up": f"{migration.up.file.name}:{migration.up.line}",
        "down": f"{down.file.name}:{down.line}" if down else "none",
        "in a transaction": "yes" if migration.transactional else "no",
    }
    return {column: words[column] for column in columns}
