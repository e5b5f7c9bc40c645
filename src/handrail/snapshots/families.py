"""Types of columns by family, so that two kinds of database can be compared; pure.

A type of SQLite is a word that decides an affinity and little else: what it stands for on the other
database can be several things. https://www.sqlite.org/datatype3.html,
https://www.postgresql.org/docs/current/datatype.html, https://mariadb.com/kb/en/data-types/
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from handrail.snapshots.spelling import same_text


class Family(StrEnum):
    """What a column holds, whatever its database calls that."""

    INTEGER = "integer"
    BOOLEAN = "boolean"
    TEXT = "text"
    REAL = "real"
    NUMERIC = "numeric"
    BYTES = "bytes"
    MOMENT = "moment"
    JSON = "json"
    UUID = "uuid"
    ENUM = "enum"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Type:
    """A family, its size as it is declared (letters, digits), and whether 64 bits are declared."""

    family: Family
    size: tuple[int, ...] = ()
    wide: bool | None = None
    """Of an integer: 64 bits or fewer; None where nothing is said, as with SQLite's INTEGER."""


_WORDS = {
    Family.BOOLEAN: "boolean bool",
    Family.TEXT: "text varchar char character bpchar clob nvarchar nchar string citext name"
    " tinytext mediumtext longtext set",
    Family.REAL: "real float float4 float8 double",
    Family.NUMERIC: "numeric decimal money number",
    Family.BYTES: "blob bytea binary varbinary tinyblob mediumblob longblob",
    Family.MOMENT: "timestamp timestamptz datetime date time timetz interval",
    Family.JSON: "json jsonb",
    Family.UUID: "uuid",
    Family.ENUM: "enum",
    Family.INTEGER: "integer int bigint int8 smallint int2 int4 mediumint tinyint serial bigserial",
}
_FAMILIES = {word: family for family, words in _WORDS.items() for word in words.split()}
_WIDE = {"bigint": True, "int8": True, "bigserial": True}
_NARROW = dict.fromkeys(("smallint", "int2", "int4", "mediumint", "tinyint", "serial"), False)
_NARROW_ON = {"postgresql": ("integer",), "mariadb": ("int",)}
"""What is told to have fewer than 64 bits where the catalog uses no other word for those."""
_BYTE = re.compile(r"(tinyint|bit)\(1\)")
"""What MariaDB keeps a truth in, which has no type of its own there."""
_AFFINITIES = (
    (("INT",), Family.INTEGER),
    (("CHAR", "CLOB", "TEXT"), Family.TEXT),
    (("BLOB",), Family.BYTES),
    (("REAL", "FLOA", "DOUB"), Family.REAL),
)
_WRITTEN = {Family.MOMENT, Family.JSON, Family.UUID, Family.ENUM, Family.NUMERIC, Family.OTHER}
_STANDS_FOR: dict[Family, set[Family]] = {
    Family.INTEGER: {Family.BOOLEAN},
    Family.BOOLEAN: {Family.INTEGER},
    Family.TEXT: _WRITTEN,
    Family.REAL: {Family.NUMERIC},
    Family.NUMERIC: {Family.REAL},
    Family.BYTES: {Family.UUID},
    Family.MOMENT: {Family.TEXT},
    Family.JSON: {Family.TEXT},
    Family.UUID: {Family.TEXT},
}
"""What a family on SQLite may be on a server beside itself."""
_ELSEWHERE: dict[Family, set[Family]] = {
    Family.TEXT: {Family.UUID, Family.JSON, Family.ENUM, Family.OTHER},
    Family.OTHER: {Family.BYTES, Family.OTHER, Family.TEXT},
}
"""What a family on MariaDB may be on PostgreSQL beside itself."""


@lru_cache(maxsize=4096)
def type_of(text: str, dialect: str) -> Type:
    """The type that a catalog prints as ``text``; enumerations by name are of the family OTHER."""
    if dialect == "mariadb" and _BYTE.match(text):
        return Type(Family.BOOLEAN)
    words = re.findall(r"[a-z_0-9]+|\[\]", re.sub(r"\(.*?\)", "", text.lower()))
    size = tuple(
        int(number) for number in re.findall(r"\d+", "".join(re.findall(r"\(.*?\)", text)))
    )
    first = words[0] if words else ""
    family = Family.OTHER if "[]" in words else _FAMILIES.get(first)
    if family is None:
        family = _affinity(text) if dialect == "sqlite" else Family.OTHER
    narrow = dict.fromkeys(_NARROW_ON.get(dialect, ()), False)
    wide = {**_WIDE, **_NARROW, **narrow}.get(first)
    return Type(family, size, wide)


def family_of(text: str, dialect: str, enums: Collection[str]) -> Family:
    """The family of a type; ``enums`` are the names of enumerations."""
    is_enum = text.replace('"', "") in enums
    return Family.ENUM if is_enum else type_of(text, dialect).family


def same_type(one: str, other: str, dialects: tuple[str, str], enums: Collection[str] = ()) -> bool:
    """Whether two types hold the same, as far as their texts tell.

    On databases of one kind they do where they are spelled alike. Otherwise their families have to
    go together, and what is declared on both sides: 64 bits or fewer, how many letters or digits.
    ``enums`` are the names of enumerations.
    """
    if dialects[0] == dialects[1]:
        return same_text(one, other)
    if dialects[1] == "sqlite" or (dialects[0] == "postgresql" and dialects[1] != "sqlite"):
        return same_type(other, one, dialects[::-1], enums)
    lite, full = type_of(one, dialects[0]), type_of(other, dialects[1])
    family = family_of(other, dialects[1], enums)
    stands_for = _STANDS_FOR if dialects[0] == "sqlite" else _ELSEWHERE
    if family not in {lite.family, *stands_for.get(lite.family, ())}:
        return False
    return _agree(lite.wide, full.wide) and _sizes_agree(lite, full)


def is_narrower(full: str, lite: str) -> bool:
    """Whether PostgreSQL gives an integer fewer bits than SQLite, which was told no number."""
    wide = type_of(full, "postgresql").wide
    return wide is False and type_of(lite, "sqlite") == Type(Family.INTEGER)


def _affinity(text: str) -> Family:
    """SQLite's own five rules; NUMERIC where none speaks."""
    for words, family in _AFFINITIES:
        if any(word in text.upper() for word in words):
            return family
    return Family.NUMERIC if text else Family.BYTES


def _agree(one: object, other: object) -> bool:
    return one is None or other is None or one == other


def _sizes_agree(lite: Type, full: Type) -> bool:
    sized = {Family.TEXT, Family.NUMERIC}
    if lite.family is not full.family or lite.family not in sized:
        return True
    return not lite.size or not full.size or lite.size == full.size
