"""A statement in the few words that the rules need, and names as all of them are spelt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from handrail.audit.moves import HOLE, Move


class Verb(StrEnum):
    """What a statement does, in the few words that the rules need."""

    CREATE = "CREATE TABLE"
    DROP = "DROP TABLE"
    RENAME = "RENAME TABLE"
    REBUILD = "batch_alter_table"
    ALTER = "ALTER"
    COPY = "INSERT ... SELECT"
    INSERT = "INSERT"
    UPDATE = "UPDATE"
    DELETE = "DELETE"
    SELECT = "SELECT"
    ASSIGN = "a value given to an object"
    BEGIN = "BEGIN"
    COMMIT = "COMMIT"
    OTHER = "other"


WRITES = frozenset({Verb.INSERT, Verb.UPDATE, Verb.DELETE})


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing done to one table.

    ``other`` is the new name of a rename, the table read by a copy. ``conditional`` tells of a drop
    that it says IF EXISTS, and of a rebuild by batch mode that it happens on SQLite alone.
    ``moves`` are the things that come and go with it, and ``outside`` tells that PostgreSQL runs it
    outside of transactions alone. Names are in lower case, without quotes.
    """

    verb: Verb
    table: str = ""
    other: str = ""
    text: str = ""
    conditional: bool = False
    moves: tuple[Move, ...] = ()
    outside: bool = False


_CLOSE = "\ue001"
_HOLE = re.compile(f"{HOLE}([^{_CLOSE}]*){_CLOSE}")


def hole(text: str) -> str:
    """A place in a text where the value of the expression ``text`` would stand."""
    return f"{HOLE}{text}{_CLOSE}"


def shown(text: str, width: int = 160) -> str:
    """The text on one line for a person: holes in braces, cut at ``width`` characters."""
    line = " ".join(_HOLE.sub(r"{\1}", text).split())
    return line if len(line) <= width else f"{line[: width - 3]}..."


def without_holes(text: str, holes: list[str]) -> str:
    """The text with a word in the place of each hole; what was there is put into ``holes``."""

    def word(match: re.Match[str]) -> str:
        if match[0] not in holes:
            holes.append(match[0])
        return f"hole{holes.index(match[0])}elo"

    return _HOLE.sub(word, text)


def with_holes(text: str, holes: list[str]) -> str:
    """The text with its holes again."""
    return re.sub(r"hole(\d+)elo", lambda match: holes[int(match[1])], text)


def table_name(text: str) -> str:
    """A table's name as all statements spell it here: lower case, no quotes, no default schema."""
    parts = _HOLE.split(text)
    parts[::2] = [re.sub(r"[\"`\[\]]", "", part).lower() for part in parts[::2]]
    parts[1::2] = [hole(part) for part in parts[1::2]]
    return re.sub(r"^(main|public)\.", "", "".join(parts))
