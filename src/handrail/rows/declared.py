"""What a declared type admits, read from the words of the catalog, for every database."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from functools import lru_cache
from numbers import Real

from handrail.model import Value


class Family(StrEnum):
    """Types that take the same kind of value."""

    ARRAY = "array"
    BOOLEAN = "boolean"
    JSON = "json"
    UUID = "uuid"
    TIMESTAMP = "timestamp"
    DATE = "date"
    TIME = "time"
    PICKLE = "pickle"
    BINARY = "binary"
    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Declared:
    """A type as declared: its family, and its size where it has one.

    ``size`` is the most characters of a text, the bits of an integer, or the digits of a number;
    ``scale`` the digits behind the point.
    """

    family: Family
    size: int | None = None
    scale: int = 0
    unsigned: bool = False
    """Of a number: nothing below zero."""

    @property
    def room(self) -> int | None:
        """Characters, bits, or digits before the point; None where there is no limit."""
        return None if self.size is None else self.size - self.scale

    @property
    def greatest(self) -> int:
        """The greatest whole number of an integer's bits."""
        return int(2 ** ((self.size or 64) - (not self.unsigned))) - 1


_PATTERNS = (
    (Family.ARRAY, r"\[\]$"),
    (Family.OTHER, r"interval|range$|^point|geometry|polygon|linestring|multipoint|^jsonpath"),
    (Family.BOOLEAN, r"bool|^tinyint\(1\)"),
    (Family.JSON, r"json"),
    (Family.UUID, r"^uuid|^char\(32\)$"),
    (Family.TIMESTAMP, r"timestamp|datetime"),
    (Family.DATE, r"^date"),
    (Family.TIME, r"^time"),
    (Family.PICKLE, r"^pickle$"),
    (Family.BINARY, r"bytea|blob|binary"),
    (Family.TEXT, r"char|clob|text|string|enum|^set\("),
    (Family.INTEGER, r"int|serial"),
    (Family.NUMBER, r"real|floa|doub|num|dec"),
)
"""The first that is found in the type's text decides; integers as in SQLite's rule of affinity."""

_SIZES = re.compile(r"\((\d+)(?:,\s*(\d+))?\)")
_BITS = {"big": 64, "small": 16, "tiny": 8, "medium": 24}
_TINY = 255
"""Bytes of MariaDB's TINYTEXT and TINYBLOB."""
_WHOLE_SECONDS = re.compile(r"(datetime|timestamp|time)( on update .*)?")
"""As MariaDB prints them; PostgreSQL's have a few words more, and microseconds."""
_LABELS = re.compile(r"'(?:[^']|'')*'")


@lru_cache(maxsize=4096)
def declared(type_text: str, column: str = "") -> Declared:
    """The declared type behind a catalog's text; a text column named for JSON counts as JSON."""
    text = _LABELS.sub("", type_text.lower())
    family = next((family for family, words in _PATTERNS if re.search(words, text)), Family.OTHER)
    if family is Family.TEXT and "json" in column.lower():
        return Declared(Family.JSON)
    sizes = _SIZES.search(text)
    size = int(sizes[1]) if sizes else None
    if family is Family.INTEGER:
        size = next((bits for word, bits in _BITS.items() if word in text), 32)
    elif _WHOLE_SECONDS.fullmatch(text):
        size = 0
    elif text.startswith("tiny") and family in (Family.TEXT, Family.BINARY):
        size = _TINY
    return Declared(family, size, int(sizes[2] or 0) if sizes else 0, "unsigned" in text)


def admits(kind: Declared, value: Value) -> bool:
    """Whether a value is one of the declared type, whatever the database would let through."""
    if kind.family is Family.INTEGER:
        least = 0 if kind.unsigned else -kind.greatest
        return isinstance(value, int) and least <= value <= kind.greatest
    if kind.family is Family.BOOLEAN:
        return value in (0, 1)
    if kind.family is Family.TEXT:
        return isinstance(value, str) and (kind.size is None or len(value) <= kind.size)
    if kind.family in _PARSERS:
        return isinstance(value, str) and _parses(kind.family, value)
    if isinstance(value, int | float) and kind.unsigned and value < 0:
        return False
    return isinstance(value, _NATIVE.get(kind.family, object))


def _parses(family: Family, value: str) -> bool:
    try:
        _PARSERS[family](value)
    except ValueError:
        return False
    return True


_PARSERS: Mapping[Family, Callable[[str], object]] = {
    Family.JSON: json.loads,
    Family.UUID: uuid.UUID,
    Family.TIMESTAMP: datetime.fromisoformat,
    Family.DATE: date.fromisoformat,
    Family.TIME: time.fromisoformat,
}

_NATIVE: Mapping[Family, type] = {
    Family.PICKLE: bytes,
    Family.BINARY: bytes,
    Family.NUMBER: Real,
}
