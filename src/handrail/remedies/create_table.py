"""Edits of a CREATE TABLE text of SQLite that change one constraint and not a byte more.

The text is read by SQLite's own lexical rules (src/tokenize.c there), so that names in any quotes,
comments, and words within strings are taken for what they are. SQLite has accepted the text, so
its grammar (https://www.sqlite.org/lang_createtable.html) is relied upon. Names are compared as
SQLite does, without regard to the case of ASCII letters.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

# Only ASCII counts as blank or digit: to SQLite every other character is part of a name.
_TOKEN = re.compile(
    r"""(?P<nothing>\s+|--[^\n]*|/\*.*?(?:\*/|\Z))
      | (?P<value>x'[^']*'|(?:\d[\w.]*|\.\d\w*)(?:(?<=e)[+-]\d+)?)
      | (?P<quoted>'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\])
      | (?P<word>[a-z_\x80-\U0010ffff][\w$\x80-\U0010ffff]*)
      | (?P<mark>.)""",
    re.VERBOSE | re.DOTALL | re.ASCII | re.IGNORECASE,
)
_CONSTRAINTS = ("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN")


@dataclass(frozen=True, slots=True)
class _Token:
    """One token, or all from an opening bracket to the one that closes it (kind ``brackets``)."""

    kind: str
    text: str
    start: int
    end: int

    @property
    def keyword(self) -> str:
        """The word in capitals, or the mark; empty for names in quotes, values and brackets."""
        return self.text.upper() if self.kind in ("word", "mark") else ""

    def names(self, name: str) -> bool:
        """Whether this token is that name, in quotes or not."""
        plain = self.text
        if self.kind == "quoted":
            plain = plain[1:-1].replace(plain[-1] * 2, plain[-1])
        return _lowered(plain) == _lowered(name)


def count_checks(text: str, name: str) -> int:
    """How many CHECK constraints of the table and of its columns bear this name."""
    return len(_conditions(text, name))


def has_column(text: str, name: str) -> bool:
    """Whether the table has a column of that name."""
    return any(item[0].names(name) for item in _columns(text))


def with_condition(text: str, name: str, condition: str) -> str:
    """The text in which the one CHECK of that name has this condition."""
    (old,) = _conditions(text, name)
    return f"{text[: old.start]}({condition}){text[old.end :]}"


def with_nullable(text: str, column: str, nullable: bool) -> str:
    """The text in which the column may, or may not, be NULL."""
    item = _column(text, column)
    present = [i for i in range(len(item)) if _keywords(item, i, 2) == ["NOT", "NULL"]]
    if not nullable:
        return text if present else _inserted(text, item, "NOT NULL")
    for first in reversed(present):
        conflict = _keywords(item, first + 2, 2) == ["ON", "CONFLICT"]
        text = _removed(text, item, first, first + (4 if conflict else 1))
    return text


def with_default(text: str, column: str, default: str | None) -> str:
    """The text in which the column has this default, an SQL expression, or none at all."""
    item = _column(text, column)
    places = [i for i, token in enumerate(item) if _is_default(item, i, token)]
    if not places:
        return text if default is None else _inserted(text, item, f"DEFAULT ({default})")
    first = places[-1]
    last = first + (2 if item[first + 1].keyword in ("+", "-") else 1)
    if default is None:
        return _removed(text, item, first, last)
    return f"{text[: item[first].start]}DEFAULT ({default}){text[item[last].end :]}"


def pieces(text: str, column: str, words: Collection[str]) -> dict[str, str]:
    """What the text says of a column, by the word that each piece of it begins with.

    Name and type come first, and begin with none of the ``words``. A NULL that follows upon another
    of them is a part of that.
    """
    item = _column(text, column)
    begins = {"": 0}
    for place, token in enumerate(item[2:], start=2):
        if token.keyword in words and item[place - 1].keyword not in ("NOT", "DEFAULT"):
            begins[token.keyword] = place
    ends = [*list(begins.values())[1:], len(item)]
    return {
        word: text[item[first].start : item[end - 1].end]
        for (word, first), end in zip(begins.items(), ends, strict=True)
    }


def _is_default(item: Sequence[_Token], place: int, token: _Token) -> bool:
    """A DEFAULT of the column itself, and not that of ON DELETE SET DEFAULT."""
    return token.keyword == "DEFAULT" and item[place - 1].keyword != "SET"


def _inserted(text: str, item: Sequence[_Token], words: str) -> str:
    end = item[-1].end
    return f"{text[:end]} {words}{text[end:]}"


def _removed(text: str, item: Sequence[_Token], first: int, last: int) -> str:
    """The text without those tokens, the name that the constraint has, and one blank before it."""
    if item[first - 2].keyword == "CONSTRAINT":
        first -= 2
    return text[: item[first].start].removesuffix(" ") + text[item[last].end :]


def _conditions(text: str, name: str) -> list[_Token]:
    """The brackets of each CHECK that bears the name."""
    body = _body(text)
    return [
        body[i + 3]
        for i in range(len(body) - 3)
        if _keywords(body, i, 3)[::2] == ["CONSTRAINT", "CHECK"] and body[i + 1].names(name)
    ]


def _column(text: str, name: str) -> list[_Token]:
    return next(item for item in _columns(text) if item[0].names(name))


def _columns(text: str) -> list[list[_Token]]:
    """The tokens of the definition of each column, its name first."""
    items: list[list[_Token]] = [[]]
    for token in _body(text):
        if token.keyword == ",":
            items.append([])
        else:
            items[-1].append(token)
    return [item for item in items if item[0].keyword not in _CONSTRAINTS]


def _body(text: str) -> list[_Token]:
    """What stands in the first brackets: columns, then constraints of the table."""
    brackets = next(token for token in _outline(text, 0) if token.kind == "brackets")
    return list(_outline(text, brackets.start + 1))


def _outline(text: str, start: int) -> Iterator[_Token]:
    """The tokens from there on up to the bracket that closes, inner brackets as one token each."""
    depth, opened = 0, start
    for match in _TOKEN.finditer(text, start):
        token = _Token(str(match.lastgroup), match.group(), match.start(), match.end())
        if token.keyword == "(":
            opened = opened if depth else token.start
            depth += 1
        elif token.keyword == ")":
            depth -= 1
            if depth < 0:
                return
            if depth == 0:
                yield _Token("brackets", text[opened : token.end], opened, token.end)
        elif depth == 0 and token.kind != "nothing":
            yield token


def _keywords(item: Sequence[_Token], first: int, count: int) -> list[str]:
    return [token.keyword for token in item[first : first + count]]


def _lowered(name: str) -> str:
    return re.sub("[A-Z]", lambda letter: letter.group().lower(), name)
