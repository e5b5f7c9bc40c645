"""A PL/pgSQL block taken apart by its keywords: statements, branches, loops and handlers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass, field

_WORDS = re.compile(
    r"--[^\n]*|/\*.*?\*/"
    r"|(?P<word>'(?:[^']|'')*'|(?P<tag>\$\w*\$).*?(?P=tag)|\"[^\"]*\"|\w+|<<|>>|:=|\.\.|\S)",
    re.DOTALL,
)


@dataclass(frozen=True, eq=False, slots=True)
class Simple:
    """One statement without its semicolon; ``start`` is where it begins in the body."""

    text: str
    start: int


@dataclass(frozen=True, eq=False, slots=True)
class Handler:
    """What is done on an error that one of the conditions speaks of."""

    conditions: str
    start: int
    body: tuple[Node, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Block:
    """BEGIN ... EXCEPTION ... END."""

    body: tuple[Node, ...]
    handlers: tuple[Handler, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Branch:
    """IF or CASE: the arms with their tests; an ELSE has an empty one."""

    arms: tuple[tuple[str, tuple[Node, ...]], ...]


@dataclass(frozen=True, eq=False, slots=True)
class Repeat:
    """LOOP, WHILE, FOR or FOREACH; ``head`` is what stands before LOOP."""

    head: str
    start: int
    body: tuple[Node, ...]


Node = Simple | Block | Branch | Repeat


class UnreadableError(Exception):
    """It ends in the middle of something: this is no PL/pgSQL."""


@dataclass(slots=True)
class _Source:
    """The words of a body, and how far they were read."""

    text: str
    words: list[tuple[str, int]] = field(default_factory=list)
    at: int = 0

    @property
    def next(self) -> str:
        """The next word in lower case. Raises UnreadableError at the end."""
        if self.at >= len(self.words):
            raise UnreadableError
        return self.words[self.at][0].lower()

    @property
    def start(self) -> int:
        """Where the next word begins."""
        return self.words[self.at][1]

    def skip(self) -> None:
        """Go on by one word."""
        self.at += 1

    def until_before(self, end: str) -> None:
        """Go on to the word ``end``."""
        while self.next != end:
            self.skip()

    def until(self, *ends: str) -> str:
        """What stands before the first of the words ``ends``, which is skipped."""
        start = end = self.start if self.at < len(self.words) else len(self.text)
        while self.next not in ends:
            end = self.start + len(self.next)
            self.skip()
        self.skip()
        return self.text[start:end]


def parse(body: str) -> tuple[Node, ...]:
    """The statements of a body. Raises UnreadableError where its keywords do not pair off."""
    found = _WORDS.finditer(body)
    words = [(match["word"], match.start()) for match in found if match["word"]]
    source = _Source(body, words)
    nodes: list[Node] = []
    while source.at < len(source.words):
        nodes.extend(_statement(source))
    return tuple(nodes)


def _statements(source: _Source, ends: Set[str]) -> tuple[Node, ...]:
    nodes: list[Node] = []
    while source.next not in ends:
        nodes.extend(_statement(source))
    return tuple(nodes)


def _statement(source: _Source) -> Iterator[Node]:
    match source.next:
        case "<<":
            source.until(">>")
        case "declare":
            source.until_before("begin")
        case "begin":
            yield _block(source)
        case "if":
            yield _branch(source, "if")
        case "case":
            yield _branch(source, "when")
        case "loop" | "while" | "for" | "foreach":
            yield _repeat(source)
        case _:
            start = source.start
            yield Simple(source.until(";"), start)


def _block(source: _Source) -> Block:
    source.skip()
    body = _statements(source, {"exception", "end"})
    handlers: list[Handler] = []
    if source.next == "exception":
        source.skip()
        while source.next == "when":
            start = source.start
            source.skip()
            conditions = source.until("then")
            handlers.append(Handler(conditions, start, _statements(source, {"when", "end"})))
    _end(source)
    return Block(body, tuple(handlers))


def _branch(source: _Source, test: str) -> Branch:
    source.until(test)
    arms: list[tuple[str, tuple[Node, ...]]] = []
    ends = {"when", "elsif", "elseif", "else", "end"} if test == "when" else _ARMS
    condition = source.until("then")
    while True:
        arms.append((condition, _statements(source, ends)))
        if source.next == "end":
            break
        condition = _condition(source)
    _end(source)
    return Branch(tuple(arms))


_ARMS = {"elsif", "elseif", "else", "end"}


def _condition(source: _Source) -> str:
    """The test of a further arm; none for an ELSE."""
    is_else = source.next == "else"
    source.skip()
    return "" if is_else else source.until("then")


def _repeat(source: _Source) -> Repeat:
    start = source.start
    head = source.until("loop")
    body = _statements(source, {"end"})
    _end(source)
    return Repeat(head, start, body)


def _end(source: _Source) -> None:
    """Past END, the word behind it and the semicolon, which the last END may lack."""
    while source.at < len(source.words) and source.next != ";":
        source.skip()
    source.skip()
