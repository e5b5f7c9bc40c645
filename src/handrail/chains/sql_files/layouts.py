"""A folder of SQL files, read as its own runner would read it; nothing is run.

Three layouts are known: pairs (``001_x.up.sql`` beside ``001_x.down.sql``), dbmate
(``-- migrate:up`` and ``-- migrate:down`` in one file) and Flyway (``V1__x.sql``, ``U1__x.sql``,
``R__x.sql``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from pathlib import Path

from handrail.chains.sql_files.statements import split
from handrail.errors import TargetError

_PAIRS = re.compile(r"(?P<version>\d[^_]*?)(_(?P<name>.*))?\.(?P<way>up|down)\.sql")
_FLYWAY = re.compile(r"((?P<kind>[VU])(?P<version>\d+([._]\d+)*)|(?P<again>R))__(?P<name>.+)\.sql")
_DBMATE = re.compile(r"(?P<version>\d+)[_-]?(?P<name>.*)\.sql")
_MARK = re.compile(r"^--[ \t]*migrate:(?P<way>up|down)\b(?P<options>.*)$", re.MULTILINE)
_NUMBERED = re.compile(r"[VU]?\d.*\.sql")
KNOWN = "001_x.up.sql beside 001_x.down.sql, dbmate's -- migrate:up, or Flyway's V1__x.sql"


class Layout(StrEnum):
    """Whose habits the folder follows."""

    PAIRS = "pairs"
    DBMATE = "dbmate"
    FLYWAY = "flyway"


LEDGERS = {
    Layout.PAIRS: "schema_migrations",
    Layout.DBMATE: "schema_migrations",
    Layout.FLYWAY: "flyway_schema_history",
}


@dataclass(frozen=True, slots=True)
class SqlScript:
    """One way of one migration: its text, and the line of the file on which that begins.

    ``transactional`` is False where the file says that it must not run in a transaction.
    """

    file: Path
    line: int
    text: str
    transactional: bool = True


@dataclass(frozen=True, slots=True)
class SqlMigration:
    """One migration; ``down`` is None where there is no way back.

    ``version`` is as the file spells it (Flyway's with dots, ``R__x`` for a repeatable one);
    ``recorded`` is what the ledger calls it.
    """

    version: str
    name: str
    up: SqlScript
    down: SqlScript | None
    recorded: str
    repeatable: bool = False

    @property
    def transactional(self) -> bool:
        """Whether the way up may run in a transaction, as far as the file says."""
        return self.up.transactional


@dataclass(frozen=True, slots=True)
class SqlFolder:
    """The migrations of a folder in the order in which they run, and their ledger's table."""

    layout: Layout
    ledger: str
    migrations: tuple[SqlMigration, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """One way of a migration, found in one file."""

    version: str
    name: str
    way: str
    script: SqlScript
    repeatable: bool = False


def read_folder(folder: Path, given: str) -> SqlFolder:
    """The migrations of a folder, ordered by version as numbers are.

    ``given`` is what the user typed. Raises TargetError for a folder that mixes layouts or holds
    none, two migrations of one version, an empty one, a way down without a way up, and a file
    that is not UTF-8.
    """
    texts = {file: _text(file) for file in sorted(folder.glob("*.sql"))}
    layout = _layout(texts, given)
    kept = {file: text for file, text in texts.items() if _layout_of(file, text)}
    parts = [part for file, text in kept.items() for part in _READERS[layout](file, text)]
    ups = sorted((part for part in parts if part.way == "up"), key=_order)
    for part, following in pairwise(ups):
        if _order(part) == _order(following):
            raise TargetError(
                f"version {part.version} is there twice: {_called(part)} and {_called(following)}",
                where=given,
                then="give one of them another version",
            )
    downs = _downs(parts, ups)
    migrations = tuple(_migration(layout, part, downs.get(part.version)) for part in ups)
    return SqlFolder(layout, LEDGERS[layout], migrations)


def natural(version: str) -> tuple[tuple[int, str], ...]:
    """A key that orders versions as a person would: 9 before 10, 9b between them."""
    pieces = re.findall(r"(\d+)|([^\d._]+)", version)
    return tuple((int(number or -1), word) for number, word in pieces)


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        what = f"the file is not UTF-8: byte {error.start} is 0x{error.object[error.start]:02x}"
        raise TargetError(what, where=str(file), then="save it as UTF-8") from error


def _layout(texts: Mapping[Path, str], given: str) -> Layout:
    """The one layout that the files of a folder follow; files of no kind and no number are none."""
    found = {file: _layout_of(file, text) for file, text in texts.items()}
    layouts = {layout: file for file, layout in found.items() if layout}
    strays = [file.name for file, layout in found.items() if not layout and _is_numbered(file)]
    if len(layouts) > 1:
        each = ", ".join(f"{file.name} ({layout})" for layout, file in sorted(layouts.items()))
        raise TargetError(f"the folder mixes layouts: {each}", where=given, then=f"keep to {KNOWN}")
    if strays or not layouts:
        what = f"{strays[0]} fits no layout" if strays else "no file of the folder is a migration"
        raise TargetError(what, where=given, then=f"known: {KNOWN}")
    return next(iter(layouts))


def _layout_of(file: Path, text: str) -> Layout | None:
    if _PAIRS.fullmatch(file.name):
        return Layout.PAIRS
    if _FLYWAY.fullmatch(file.name):
        return Layout.FLYWAY
    return Layout.DBMATE if _DBMATE.fullmatch(file.name) and _MARK.search(text) else None


def _is_numbered(file: Path) -> bool:
    return file.name.endswith((".up.sql", ".down.sql")) or bool(_NUMBERED.fullmatch(file.name))


def _pair(file: Path, text: str) -> list[_Part]:
    found = _PAIRS.fullmatch(file.name)
    assert found
    script = SqlScript(file, 1, text)
    return [_Part(found["version"], found["name"] or "", found["way"], script)]


def _flyway(file: Path, text: str) -> list[_Part]:
    found = _FLYWAY.fullmatch(file.name)
    assert found
    script = SqlScript(file, 1, text)
    if found["again"]:
        return [_Part(file.stem, found["name"], "up", script, repeatable=True)]
    version = found["version"].replace("_", ".")
    way = "up" if found["kind"] == "V" else "down"
    return [_Part(version, found["name"], way, script)]


def _dbmate(file: Path, text: str) -> list[_Part]:
    """The blocks of one file; each goes on to the next mark.

    Source: dbmate, pkg/dbmate/migration.go.
    """
    found = _DBMATE.fullmatch(file.name)
    marks = list(_MARK.finditer(text))
    assert found
    if [mark["way"] for mark in marks] not in (["up"], ["up", "down"]):
        what = "the file holds not one -- migrate:up, with at most one -- migrate:down behind it"
        raise TargetError(what, where=str(file))
    if split(text[: marks[0].start()], "postgresql"):
        raise TargetError("a statement stands before -- migrate:up", where=str(file))
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    return [
        _Part(found["version"], found["name"], mark["way"], _block(file, text, mark, end))
        for mark, end in zip(marks, ends, strict=True)
    ]


def _block(file: Path, text: str, mark: re.Match[str], end: int) -> SqlScript:
    return SqlScript(
        file,
        text.count("\n", 0, mark.end()) + 1,
        text[mark.end() : end],
        transactional="transaction:false" not in mark["options"].split(),
    )


_READERS: Mapping[Layout, Callable[[Path, str], list[_Part]]] = {
    Layout.PAIRS: _pair,
    Layout.DBMATE: _dbmate,
    Layout.FLYWAY: _flyway,
}


def _order(part: _Part) -> tuple[bool, object]:
    """Repeatable migrations come last, by name."""
    return part.repeatable, part.name if part.repeatable else natural(part.version)


def _called(part: _Part) -> str:
    return part.script.file.name


def _downs(parts: Iterable[_Part], ups: Sequence[_Part]) -> dict[str, SqlScript]:
    """The ways back by the version that they undo."""
    versions = {natural(part.version): part.version for part in ups if not part.repeatable}
    downs: dict[str, SqlScript] = {}
    for part in parts:
        if part.way == "up":
            continue
        undone = versions.get(natural(part.version))
        if undone is None or undone in downs:
            what = "it undoes what another file undoes" if undone else "it has no way up beside it"
            raise TargetError(what, where=str(part.script.file))
        downs[undone] = part.script
    return downs


def _migration(layout: Layout, part: _Part, down: SqlScript | None) -> SqlMigration:
    file = part.script.file
    if not split(part.script.text, "postgresql"):
        raise TargetError("the migration holds no statement", where=str(file))
    recorded = part.version if layout is Layout.DBMATE else file.name
    return SqlMigration(part.version, part.name, part.script, down, recorded, part.repeatable)
