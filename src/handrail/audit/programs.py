"""What SQL does that holds a program: ``DO`` blocks, and functions where they are called."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from handrail.audit.moves import ANYTHING
from handrail.audit.plpgsql import (
    Block,
    Branch,
    Handler,
    Node,
    Repeat,
    Simple,
    UnreadableError,
    parse,
)
from handrail.audit.reading import Act, Around, Guard, Loop, Raising
from handrail.audit.recognising import statements
from handrail.audit.rounds import rests_on_queries_alone, simple
from handrail.audit.sql import Statement, Verb, hole
from handrail.model import Location

_DO = re.compile(r"do\b", re.IGNORECASE)
_MADE = re.compile(
    r"create\s+(or\s+replace\s+)?(function|procedure)\s+(?P<name>[\w.\"]+)", re.IGNORECASE
)
_TEXT = re.compile(r"(?P<tag>\$\w*\$)(?P<body>.*?)(?P=tag)", re.DOTALL)
_CALLED = re.compile(r"([\w.]+)\s*\(")
_SAYING = re.compile(r"raise\s+(debug|log|info|notice|warning)\b", re.IGNORECASE)
_RAISING = re.compile(r"raise\b", re.IGNORECASE)
_IDLE = re.compile(
    r"(null|return|exit|continue|raise|get|assert|open|close|fetch|move)\b|[\w.]+\s*:?=",
    re.IGNORECASE,
)
_GIVEN = re.compile(r"return\s+\S|(?P<name>\w+)\s*:?=", re.IGNORECASE)
_PERFORM = re.compile(r"^perform\b", re.IGNORECASE)
_EXECUTED = re.compile(
    r"execute\s+(format\s*\(\s*)?('(?P<plain>(?:[^']|'')*)'|(?P<tag>\$\w*\$)(?P<body>.*?)(?P=tag))"
    r"\s*(?P<more>\|\|)?",
    re.IGNORECASE | re.DOTALL,
)
_FIELD = re.compile(r"%(\d+\$)?-?\d*[ILs]")
_QUERIED = re.compile(r"for\s+\S+\s+in\s+(?P<query>(select|with|values)\b.*)", re.I | re.DOTALL)
Place = Callable[[int], Location]
"""Where an offset in a text stands."""


@dataclass(frozen=True, slots=True)
class _Program:
    """The body of a function, and where its letters stand."""

    body: str
    place: Place


@dataclass(slots=True)
class Programs:
    """Reads statements of SQL, and remembers the functions that they make."""

    made: dict[str, _Program] = field(default_factory=dict)
    running: list[str] = field(default_factory=list)
    forks: Iterator[int] = field(default_factory=count)

    def acts(self, text: str, place: Place, around: Around) -> Iterator[Act]:
        """What a text does that holds one statement."""
        for statement in statements(text):
            yield from self.expanded(statement, place, around)

    def expanded(self, statement: Statement, place: Place, around: Around) -> Iterator[Act]:
        """What a statement does, with what the blocks and functions do that it runs."""
        text = statement.text
        program = _program(text, place)
        if program and _DO.match(text):
            yield from self._body(program, around)
            return
        yield Act(statement, place(0), around)
        if made := _MADE.match(text):
            self.made |= {_plain(made["name"]): program} if program else {}
        else:
            yield from self._called(text, around)

    def _called(self, text: str, around: Around) -> Iterator[Act]:
        """What the functions do that a statement calls, at the place where they are written."""
        for name in map(_plain, _CALLED.findall(text)):
            if name in self.made and name not in self.running:
                self.running.append(name)
                yield from self._body(self.made[name], around)
                self.running.pop()

    def _body(self, program: _Program, around: Around) -> Iterator[Act]:
        try:
            nodes = parse(program.body)
        except UnreadableError:
            unknown = Statement(Verb.OTHER, text=program.body, moves=(ANYTHING,))
            yield Act(unknown, program.place(0), around)
            return
        yield from self._nodes(nodes, program, around)

    def _nodes(self, nodes: Sequence[Node], program: _Program, around: Around) -> Iterator[Act]:
        for node in nodes:
            match node:
                case Simple():
                    yield from self._simple(node, program, around)
                case Block():
                    yield from self._block(node, program, around)
                case Branch():
                    fork = next(self.forks)
                    for at, (_, arm) in enumerate(node.arms):
                        branches = (*around.branches, (fork, at))
                        yield from self._nodes(arm, program, replace(around, branches=branches))
                case Repeat():
                    loops = (*around.loops, _loop(node, program))
                    yield from self._nodes(node.body, program, replace(around, loops=loops))

    def _simple(self, node: Simple, program: _Program, around: Around) -> Iterator[Act]:
        place = _moved(program.place, node.start)
        if executed := _EXECUTED.match(node.text):
            yield from self.acts(_executed(executed), place, around)
        elif node.text.lower().startswith("execute"):
            unknown = Statement(Verb.OTHER, text=node.text, moves=(ANYTHING,))
            yield Act(unknown, place(0), around)
        elif not _IDLE.match(node.text):
            yield from self.acts(_PERFORM.sub("SELECT", node.text), place, around)

    def _block(self, block: Block, program: _Program, around: Around) -> Iterator[Act]:
        met = [_guard(handler, program) for handler in block.handlers]
        guards = (*around.guards, *met)
        yield from self._nodes(block.body, program, replace(around, guards=guards))
        for handler, guard in zip(block.handlers, met, strict=True):
            inside = replace(around, handling=(*around.handling, guard))
            yield from self._nodes(handler.body, program, inside)


def _program(text: str, place: Place) -> _Program | None:
    found = _TEXT.search(text)
    return _Program(found["body"], _moved(place, found.start("body"))) if found else None


def _moved(place: Place, by: int) -> Place:
    return lambda offset: place(by + offset)


def _plain(name: str) -> str:
    return name.replace('"', "").lower().rpartition(".")[2]


def _executed(match: re.Match[str]) -> str:
    """The text that EXECUTE is given, with holes where it cannot be known."""
    text = match["body"] or (match["plain"] or "").replace("''", "'")
    return _FIELD.sub(hole("..."), text) + (hole("...") if match["more"] else "")


def _loop(node: Repeat, program: _Program) -> Loop:
    queried = _QUERIED.match(node.head)
    asked = statements(queried["query"]) if queried else ()
    rows = next((each.text for each in asked if each.verb is Verb.SELECT), None)
    return Loop(node, program.place(node.start), rows, endless=rests_on_queries_alone(node))


def _guard(handler: Handler, program: _Program) -> Guard:
    said = list(simple(handler.body))
    raises = any(_RAISING.match(text) and not _SAYING.match(text) for text in said)
    return Guard(
        program.place(handler.start),
        f"EXCEPTION WHEN {handler.conditions}",
        Raising.PARTLY if raises else Raising.NEVER,
        narrow="others" not in handler.conditions.lower(),
        kept=any(_keeps(text, program.body) for text in said),
    )


def _keeps(text: str, body: str) -> bool:
    """Whether it hands back a value, or gives one to a variable that is asked for elsewhere."""
    found = _GIVEN.match(text)
    if not found or not found["name"]:
        return bool(found)
    declared_and_given = 2
    return len(re.findall(rf"\b{found['name']}\b", body)) > declared_and_given
