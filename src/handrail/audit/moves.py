"""What comes and goes with a statement: tables, columns and indexes, as far as its words tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain

HOLE = "\ue000"
"""Begins what stands in a name for an expression that cannot be known."""


class Kind(StrEnum):
    """What has a name of its own."""

    TABLE = "table"
    COLUMN = "column"
    INDEX = "index"


@dataclass(frozen=True, slots=True)
class Thing:
    """A table, or a column or an index of one; an empty ``table`` is one that is not told."""

    kind: Kind
    table: str
    name: str = ""

    @property
    def known(self) -> bool:
        """Whether its name stands in the source, and not an expression in its place."""
        return bool(self.name or self.table) and HOLE not in self.table + self.name

    @property
    def told(self) -> str:
        """In words."""
        if self.kind is Kind.TABLE:
            return f"table {self.table}"
        return f"{self.kind} {self.name} of {self.table}"


@dataclass(frozen=True, slots=True)
class Move:
    """``come`` is there afterwards, ``gone`` is not; with both, one became the other.

    ``unless_there`` tells that an IF NOT EXISTS stands before what comes. ``opened`` is a column
    that takes NULL from now on and may hold it; ``closed`` one that takes no NULL, and that nothing
    fills.
    """

    come: Thing | None = None
    gone: Thing | None = None
    unless_there: bool = False
    opened: Thing | None = None
    closed: Thing | None = None


ANYTHING = Move(gone=Thing(Kind.TABLE, ""))
"""What a statement may take of which nobody can tell what it does."""
_NOT_COLUMNS = {"constraint", "primary", "unique", "foreign", "check", "index", "key", "exclude"}
_NOT_COLUMNS |= {"fulltext", "spatial", "partition", "period", "like", "generated", "(", "not"}
_TABLE = re.compile(r"create (global |local |unlogged |foreign )*table (?P<maybe>if not exists )?")
_ALTER = re.compile(r"alter (foreign )?table (if exists )?(only )?")
_INDEX = re.compile(r"create (unique )?index (concurrently )?(?P<maybe>if not exists )?")
_DROP = re.compile(r"drop (foreign )?(?P<kind>table|index) (concurrently )?(if exists )?")
_RENAMED_INDEX = re.compile(r"alter index (if exists )?(?P<old>\S+) rename to (?P<new>\S+)")
_ADD = re.compile(r"add (column )?(?P<maybe>if not exists )?(?P<name>\S+)")
_NULL = re.compile(r"alter (column )?(?P<name>\S+) (?P<way>set|drop) not null")
_NOT_NULL = re.compile(r" not null\b")
_FILLED = re.compile(
    r" default\b| primary key\b| generated\b| as (identity|\(\))| identity\b| auto_?increment\b"
    r"|^\S+ (small|big)?serial[248]?\b"
)
"""What gives a new column a value in the rows that are there, or is not asked of them."""
_DROPPED = re.compile(r"drop (column )?(if exists )?(?P<name>\S+)")
_RENAMED_COLUMN = re.compile(r"rename (column )?(?P<old>\S+) to (?P<new>\S+)")
_RENAMED_TABLE = re.compile(r"rename to (?P<new>\S+)")
_MOVED_TABLE = re.compile(r"set schema (?P<schema>\S+)")
_NOT_RENAMED = {"constraint", "index", "key"}


def moves(statement: str, columns: Sequence[str]) -> tuple[Move, ...]:
    """What one statement brings and takes away.

    It is given in lower case, with single spaces, without what stands in brackets; ``columns`` is
    what stood in its first brackets, at their own level, taken apart at the commas.
    """
    for form, read in _READ:
        if match := form.match(statement):
            return tuple(read(match, statement[match.end() :], columns))
    return ()


def _created(match: re.Match[str], rest: str, columns: Sequence[str]) -> Iterator[Move]:
    table, _, definition = rest.partition(" ")
    unless = bool(match["maybe"])
    yield Move(Thing(Kind.TABLE, table), unless_there=unless)
    if not definition.startswith("()"):
        return
    for column in columns:
        name = column.partition(" ")[0]
        if name not in _NOT_COLUMNS:
            yield replace(_added(table, name, column, unless), closed=None)


def _altered(_match: re.Match[str], rest: str, _columns: Sequence[str]) -> Iterator[Move]:
    """What is dropped goes before anything comes, wherever it is written; so does PostgreSQL."""
    table, _, actions = rest.partition(" ")
    found = (_action(table, action) for action in actions.removeprefix("* ").split(" , "))
    yield from sorted(chain.from_iterable(found), key=lambda move: move.come is not None)


def _action(table: str, action: str) -> Iterator[Move]:
    if (match := _ADD.match(action)) and match["name"] not in _NOT_COLUMNS:
        yield _added(table, match["name"], action[match.start("name") :], bool(match["maybe"]))
    elif match := _NULL.match(action):
        named = Thing(Kind.COLUMN, table, match["name"])
        yield Move(closed=named) if match["way"] == "set" else Move(opened=named)
    elif (match := _DROPPED.match(action)) and match["name"] not in _NOT_COLUMNS:
        yield Move(gone=Thing(Kind.COLUMN, table, match["name"]))
    elif match := _RENAMED_TABLE.match(action):
        yield Move(Thing(Kind.TABLE, match["new"]), Thing(Kind.TABLE, table))
    elif (match := _RENAMED_COLUMN.match(action)) and match["old"] not in _NOT_RENAMED:
        come = Thing(Kind.COLUMN, table, match["new"])
        yield Move(come, Thing(Kind.COLUMN, table, match["old"]))
    elif match := _MOVED_TABLE.match(action):
        name = table.rpartition(".")[2]
        yield Move(Thing(Kind.TABLE, f"{match['schema']}.{name}"), Thing(Kind.TABLE, table))


def _added(table: str, name: str, definition: str, unless_there: bool) -> Move:
    come = Thing(Kind.COLUMN, table, name)
    if _FILLED.search(definition):
        return Move(come, unless_there=unless_there)
    if _NOT_NULL.search(definition):
        return Move(come, unless_there=unless_there, closed=come)
    return Move(come, unless_there=unless_there, opened=come)


def _indexed(match: re.Match[str], rest: str, _columns: Sequence[str]) -> Iterator[Move]:
    if named := re.match(r"(?!on )(?P<name>\S+) on (only )?(?P<table>\S+)", rest):
        thing = Thing(Kind.INDEX, named["table"], named["name"])
        yield Move(thing, unless_there=bool(match["maybe"]))


def _dropped(match: re.Match[str], rest: str, _columns: Sequence[str]) -> Iterator[Move]:
    names, _, table = re.sub(r" (cascade|restrict)$", "", rest).partition(" on ")
    for name in names.split(" , "):
        if match["kind"] == "table":
            yield Move(gone=Thing(Kind.TABLE, name))
        else:
            yield Move(gone=Thing(Kind.INDEX, table, name))


def _renamed_index(match: re.Match[str], _rest: str, _columns: Sequence[str]) -> Iterator[Move]:
    yield Move(Thing(Kind.INDEX, "", match["new"]), Thing(Kind.INDEX, "", match["old"]))


_READ = (
    (_TABLE, _created),
    (_ALTER, _altered),
    (_INDEX, _indexed),
    (_DROP, _dropped),
    (_RENAMED_INDEX, _renamed_index),
)
