"""What changes in a schema, in the words of neither track: things, and what becomes of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

HOLE = "__unknown__"
"""Stands in a text for a part that reading alone cannot know."""


class Kind(StrEnum):
    """What a schema is made of."""

    TABLE = "table"
    COLUMN = "column"
    INDEX = "index"
    UNIQUE = "unique key"
    PRIMARY = "primary key"
    FOREIGN = "foreign key"
    CHECK = "check"
    VIEW = "view"
    TRIGGER = "trigger"
    TYPE = "type"


CONSTRAINTS = frozenset({Kind.UNIQUE, Kind.PRIMARY, Kind.FOREIGN, Kind.CHECK})
_NAMED_BY_THEMSELVES = frozenset({Kind.INDEX, Kind.VIEW, Kind.TRIGGER, Kind.TYPE})


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that a schema holds; names are in lower case, without quotes.

    ``columns`` are those that an index or a constraint is about, as far as they can be told.
    """

    kind: Kind
    table: str
    name: str = ""
    columns: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        """What tells it from every other thing: names are the database's or the table's own."""
        if self.kind in _NAMED_BY_THEMSELVES and self.name:
            return (self.kind, self.name)
        return (self.kind, self.table, self.name or ",".join(self.columns))

    @property
    def known(self) -> bool:
        """Whether its name stands in the source, and not an expression in its place."""
        return HOLE not in self.table + self.name

    @property
    def told(self) -> str:
        """In words."""
        if self.kind is Kind.TABLE:
            return f"table {_shown(self.table)}"
        what = self.name or ", ".join(self.columns)
        owner = f" of {_shown(self.table)}" if self.table else ""
        return f"{self.kind} {_shown(what)}{owner}" if what else f"{self.kind}{owner}"


def _shown(name: str) -> str:
    return name.replace(HOLE, "?")


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a file of the repository."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


class Verb(StrEnum):
    """What becomes of a thing."""

    CREATE = "create"
    ALTER = "alter"
    DROP = "drop"
    RENAME = "rename"


@dataclass(frozen=True, slots=True)
class Change:
    """One change; two of them are the same wherever they are written.

    ``definition`` is spelt alike whatever its layout. ``new`` is what the thing is renamed to,
    ``parts`` are the columns and constraints of a new table, and ``perhaps`` tells that nothing
    happens where a new thing is there, or one to be dropped is not.
    """

    verb: Verb
    thing: Thing
    place: Place = field(compare=False)
    definition: str = ""
    new: Thing | None = None
    parts: tuple[Change, ...] = ()
    perhaps: bool = False
