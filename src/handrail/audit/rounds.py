"""What the ways out of a loop in PL/pgSQL rest on: as :mod:`handrail.audit.exits` for Python."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from handrail.audit.plpgsql import Block, Branch, Node, Repeat, Simple

_EXIT = re.compile(
    r"(?P<word>exit|return|raise)\b(?!\s+(debug|log|info|notice|warning|query|next)\b)",
    re.IGNORECASE,
)
_WHEN = re.compile(r"\bwhen\b(?P<test>.*)", re.IGNORECASE | re.DOTALL)
_GIVEN = re.compile(
    r"^(?P<name>\w+)\s*:?=|(?<!insert )\binto\s+(strict\s+)?(?P<into>\w+)"
    r"|^get\s+diagnostics\s+(?P<count>\w+)",
    re.IGNORECASE,
)
_QUERY = re.compile(r"\bselect\b", re.IGNORECASE)


def rests_on_queries_alone(loop: Repeat) -> bool:
    """Whether nothing that moves from round to round takes part in any way out of the loop.

    ``FOUND`` and row counts move, for a round that changes nothing ends the loop; so do values that
    are given in the loop by anything but a query, and by a query in which such a value stands.
    """
    if loop.head.lower().startswith("for"):
        return False
    given = {name: text for text in simple(loop.body) for name in _names_given(text)}
    ways = list(_ways_out(loop))
    return all(way and all(_asks(test, given) for test in way) for way in ways)


def simple(nodes: Sequence[Node]) -> Iterator[str]:
    """Every statement in them that holds no others."""
    for node in nodes:
        match node:
            case Simple():
                yield node.text
            case Branch():
                for _, arm in node.arms:
                    yield from simple(arm)
            case Block():
                yield from simple(node.body)
                for handler in node.handlers:
                    yield from simple(handler.body)
            case Repeat():
                yield from simple(node.body)


def _ways_out(loop: Repeat) -> Iterator[list[str]]:
    """For each way out the tests that guard it."""
    if loop.head:
        yield [loop.head]
    yield from _leaving(loop.body, [], own=True)


def _leaving(nodes: Sequence[Node], tests: list[str], *, own: bool) -> Iterator[list[str]]:
    for node in nodes:
        match node:
            case Simple():
                yield from _left(node.text, tests, own=own)
            case Branch():
                for test, arm in node.arms:
                    yield from _leaving(arm, [*tests, test] if test else tests, own=own)
            case Block():
                yield from _leaving(node.body, tests, own=own)
                for handler in node.handlers:
                    yield from ([] for _ in _leaving(handler.body, tests, own=own))
            case Repeat():
                yield from _leaving(node.body, tests, own=False)


def _left(text: str, tests: list[str], *, own: bool) -> Iterator[list[str]]:
    found = _EXIT.match(text)
    if found and (own or found["word"].lower() != "exit"):
        when = _WHEN.search(text) if found["word"].lower() == "exit" else None
        yield [*tests, when["test"]] if when else tests


def _names_given(text: str) -> list[str]:
    found = _GIVEN.finditer(text.lower())
    return [next(filter(None, match.group("name", "into", "count"))) for match in found]


def _asks(test: str, given: Mapping[str, str]) -> bool:
    """Whether the test rests on queries that ask the same in each round, and on nothing else."""
    names = [word for word in _words(test) if word in given]
    queries = [given[name] for name in names] or [test]
    return all(_QUERY.search(query) and not _moves(query, given) for query in queries)


def _moves(query: str, given: Mapping[str, str]) -> bool:
    """Whether a value of this round goes into the query; where its answer is put does not count."""
    return any(word in given for word in _words(_GIVEN.sub(" ", query)))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())
