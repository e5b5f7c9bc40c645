"""What only the text of a statement tells about a table or an index of SQLite.

The catalog of SQLite knows neither CHECK constraints nor the names of constraints nor the
expressions of generated columns and indexes: they are in the text that ``sqlite_schema`` keeps.
SQLite has accepted that text, so it is read by its tokens and not checked again.
https://www.sqlite.org/lang_createtable.html, https://www.sqlite.org/lang_createindex.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from handrail.model import Check

_TOKEN = re.compile(
    r"""(?P<nothing>\s+|--[^\n]*|/\*.*?(?:\*/|\Z))
      | (?P<string>'[^']*(?:''[^']*)*')
      | (?P<quoted>"[^"]*(?:""[^"]*)*"|`[^`]*(?:``[^`]*)*`|\[[^\]]*\])
      | (?P<word>[\w$]+)
      | (?P<mark>.)""",
    re.VERBOSE | re.DOTALL,
)
_TABLE_CONSTRAINTS = ("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, name, string or mark with its place in the text."""

    kind: str
    text: str
    start: int
    end: int

    @property
    def keyword(self) -> str:
        """The word in capitals; the mark itself; empty for names in quotes and for strings."""
        return self.text.upper() if self.kind in ("word", "mark") else ""

    @property
    def name(self) -> str:
        """The name without its quotes. SQLite takes a string for a name in places, too."""
        if self.kind == "word":
            return self.text
        closing = self.text[-1]
        return self.text[1:-1].replace(closing * 2, closing)


@dataclass(frozen=True, slots=True)
class KeyText:
    """What the text says of a foreign key beyond the catalog."""

    name: str | None
    deferred: bool


@dataclass(frozen=True, slots=True)
class TableText:
    """What the text of a table says beyond the catalog; columns in small letters."""

    checks: tuple[Check, ...]
    foreign_keys: tuple[KeyText, ...]
    """In the order of the text."""
    uniques: dict[tuple[str, ...], str | None]
    """Names of UNIQUE constraints by their columns."""
    generated: dict[str, str]
    collations: dict[str, str]
    options: str


@dataclass(frozen=True, slots=True)
class IndexText:
    """The parts of an index as they are written, its predicate, and all behind its table."""

    parts: tuple[str, ...]
    where: str | None
    definition: str


def tokens(text: str) -> list[Token]:
    """The tokens of a statement without blanks and comments."""
    return [
        Token(match.lastgroup or "", match.group(), match.start(), match.end())
        for match in _TOKEN.finditer(text)
        if match.lastgroup != "nothing"
    ]


@lru_cache(maxsize=2048)
def read_table(text: str) -> TableText:
    """What a CREATE TABLE statement says of its constraints."""
    everything = tokens(text)
    first, last = _brackets(everything, 0)
    reader = _TableReader(text)
    for item in _items(everything[first + 1 : last]):
        reader.read(item)
    behind = (token.text.upper() for token in everything[last + 1 :])
    options = " ".join((*reader.options, *behind))
    return TableText(
        checks=tuple(reader.checks),
        foreign_keys=tuple(reader.foreign_keys),
        uniques=reader.uniques,
        generated=reader.generated,
        collations=reader.collations,
        options=options.replace(" ,", ","),
    )


@lru_cache(maxsize=2048)
def read_index(text: str) -> IndexText:
    """What a CREATE INDEX statement says of its parts."""
    everything = tokens(text)
    first, last = _brackets(everything, 0)
    rest = everything[last + 1 :]
    return IndexText(
        parts=tuple(_slice(text, item) for item in _items(everything[first + 1 : last])),
        where=_slice(text, rest[1:]) if rest else None,
        definition=_slice(text, everything[first:]),
    )


def read_view(text: str) -> str:
    """The query of a CREATE VIEW statement, led by its list of columns where it has one."""
    everything = tokens(text)
    return _slice(text, everything[3 if everything[3].text == "(" else 4 :])


class _TableReader:
    """Collects what the columns and constraints of one table say."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.checks: list[Check] = []
        self.foreign_keys: list[KeyText] = []
        self.uniques: dict[tuple[str, ...], str | None] = {}
        self.generated: dict[str, str] = {}
        self.collations: dict[str, str] = {}
        self.options: list[str] = []

    def read(self, item: Sequence[Token]) -> None:
        """One column with its constraints, or one or more constraints of the table."""
        column = None if item[0].keyword in _TABLE_CONSTRAINTS else item[0].name.lower()
        for place in _outside_brackets(item):
            if place or column is None:
                self._read_keyword(item, place, column)

    def _read_keyword(self, item: Sequence[Token], place: int, column: str | None) -> None:
        match item[place].keyword:
            case "CHECK":
                condition = _slice(self._text, _inside(item, place))
                self.checks.append(Check(_name_before(item, place), condition))
            case "UNIQUE":
                columns = (column,) if column else _first_names(_inside(item, place))
                self.uniques[columns] = _name_before(item, place)
            case "FOREIGN":
                self.foreign_keys.append(KeyText(_name_before(item, place), deferred=False))
            case "REFERENCES" if column:
                self.foreign_keys.append(KeyText(_name_before(item, place), deferred=False))
            case "DEFERRED" if _waits_for_commit(item, place):
                self.foreign_keys[-1] = KeyText(self.foreign_keys[-1].name, deferred=True)
            case "AS" if column:
                self.generated[column] = _slice(self._text, _inside(item, place))
            case "COLLATE" if column:
                self.collations[column] = item[place + 1].name
            case "AUTOINCREMENT":
                self.options.append("AUTOINCREMENT")


def _brackets(everything: Sequence[Token], start: int) -> tuple[int, int]:
    """The places of the first opening bracket from ``start`` on and of the one that closes it."""
    first = place = next(i for i in range(start, len(everything)) if everything[i].text == "(")
    depth = 1
    while depth:
        place += 1
        depth += {"(": 1, ")": -1}.get(everything[place].text, 0)
    return first, place


def _outside_brackets(item: Sequence[Token]) -> Iterator[int]:
    depth = 0
    for place, token in enumerate(item):
        depth -= token.text == ")"
        if depth == 0:
            yield place
        depth += token.text == "("


def _items(inside: Sequence[Token]) -> list[list[Token]]:
    """What stands between the commas, brackets left whole."""
    commas = [i for i in _outside_brackets(inside) if inside[i].text == ","]
    starts = [0, *(comma + 1 for comma in commas)]
    ends = [*commas, len(inside)]
    return [list(inside[start:end]) for start, end in zip(starts, ends, strict=True)]


def _inside(item: Sequence[Token], start: int) -> Sequence[Token]:
    first, last = _brackets(item, start)
    return item[first + 1 : last]


def _name_before(item: Sequence[Token], place: int) -> str | None:
    if place >= 2 and item[place - 2].keyword == "CONSTRAINT":
        return item[place - 1].name
    return None


def _waits_for_commit(item: Sequence[Token], place: int) -> bool:
    before = [token.keyword for token in item[place - 3 : place]]
    return before[1:] == ["DEFERRABLE", "INITIALLY"] and before[0] != "NOT"


def _first_names(inside: Sequence[Token]) -> tuple[str, ...]:
    return tuple(part[0].name.lower() for part in _items(inside))


def _slice(text: str, part: Sequence[Token]) -> str:
    return text[part[0].start : part[-1].end]
