"""An SQL statement as words, spelt alike whatever its layout, its quotes and its comments."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlglot import TokenType
from sqlglot.dialects.dialect import Dialect
from sqlglot.errors import TokenError

from handrail.parity.schema_changes import HOLE

_SPELLED = {"postgresql": "postgres", "sqlite": "sqlite"}


@dataclass(frozen=True, slots=True)
class Word:
    """One token: in lower case unless it is a quoted text; ``line`` counts from 1."""

    text: str
    line: int
    quoted: bool = False


def words_of(statement: str, dialect: str) -> tuple[Word, ...]:
    """The words of a statement, comments left out; none where a quotation does not end."""
    try:
        tokens = Dialect.get_or_raise(_SPELLED[dialect]).tokenize(statement)
    except TokenError:
        return ()
    found = []
    for token in tokens:
        line = statement.count("\n", 0, token.start) + 1
        if token.token_type in {TokenType.STRING, TokenType.HEREDOC_STRING}:
            found.append(Word(f"'{token.text}'", line, quoted=True))
        else:
            quoted = token.token_type is TokenType.IDENTIFIER
            text = token.text.lower()
            found += [Word(part, line, quoted) for part in ([text] if quoted else text.split())]
    return tuple(found)


class Cursor:
    """Goes through words; what is not there is not taken."""

    def __init__(self, words: Sequence[Word]) -> None:
        self._words = words
        self._at = 0

    @property
    def rest(self) -> Sequence[Word]:
        """The words that are left."""
        return self._words[self._at :]

    @property
    def line(self) -> int:
        """The line of the next word, or of the last."""
        return self._words[min(self._at, len(self._words) - 1)].line

    def take(self, *phrases: str) -> str:
        """Take the first of these phrases that comes next, and tell which; "" where none does."""
        for phrase in phrases:
            wanted = phrase.split()
            there = self.rest[: len(wanted)]
            if [word.text for word in there] == wanted and not any(w.quoted for w in there):
                self._at += len(wanted)
                return phrase
        return ""

    def skip(self, *phrases: str) -> None:
        """Take any of these phrases, in any order, as often as they come."""
        while self.take(*phrases):
            pass

    def name(self) -> str:
        """Take a name, with its schema where that is not the default one; "" where none is left."""
        if not self.rest:
            return ""
        parts = [self._next()]
        while self.take("."):
            parts.append(self._next() if self.rest else "")
        if len(parts) > 1 and parts[0] in {"main", "public"}:
            parts = parts[1:]
        return ".".join(parts)

    def group(self) -> list[Word] | None:
        """Take what stands in brackets, without them; None where no bracket comes next."""
        if not self.take("("):
            return None
        depth, taken = 1, []
        while self.rest:
            word = self.rest[0]
            self._at += 1
            depth += (word.text == "(") - (word.text == ")")
            if not depth:
                break
            taken.append(word)
        return taken

    def _next(self) -> str:
        self._at += 1
        return self._words[self._at - 1].text


def parts(words: Sequence[Word]) -> list[list[Word]]:
    """The words taken apart at the commas that stand in no brackets; empty parts left out."""
    found: list[list[Word]] = [[]]
    depth = 0
    for word in words:
        depth += (word.text == "(") - (word.text == ")")
        if word.text == "," and not depth:
            found.append([])
        else:
            found[-1].append(word)
    return [part for part in found if part]


def joined(words: Sequence[Word]) -> str:
    """The words in one line."""
    return " ".join(word.text for word in words)


def names(words: Sequence[Word]) -> tuple[str, ...]:
    """The first name of each part, as lists of columns hold them."""
    return tuple(part[0].text for part in parts(words))


def mentioned(
    words: Sequence[Word], is_name: Callable[[str], bool] = str.isidentifier
) -> tuple[str, ...]:
    """Every word that could be the name of a column, in order, each once."""
    found = (word.text for word in words if is_name(word.text) and word.text != HOLE)
    return tuple(dict.fromkeys(found))
