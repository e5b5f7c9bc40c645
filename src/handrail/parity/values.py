"""What reading alone can know of a value: texts, numbers, sequences, functions, calls, classes."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from handrail.parity.schema_changes import HOLE, Place


class Text(str):
    """A text that knows where it is written, though not of what is cut off or put in."""

    __slots__ = ("place",)
    place: Place

    @classmethod
    def at(cls, text: str, place: Place) -> Self:
        """The text, written there."""
        made = cls(text)
        made.place = place
        return made


class Items(tuple[Any, ...]):
    """A list, tuple or set that knows where it is written."""

    place: Place

    @classmethod
    def at(cls, items: Any, place: Place) -> Self:
        """The items, written there."""
        made = cls(items)
        made.place = place
        return made


@dataclass(frozen=True, slots=True)
class Unknown:
    """Cannot be known; ``text`` is the expression, with dots."""

    text: str


@dataclass(frozen=True, eq=False, slots=True)
class Call:
    """A call of what cannot be read; it stands for its own value."""

    name: str
    receiver: object
    args: tuple[object, ...]
    kwargs: Mapping[str, object]
    place: Place

    def argument(self, position: int, *names: str) -> object:
        """The argument at a position, or under one of the names; None where it is not given."""
        if position < len(self.args):
            return self.args[position]
        return next((self.kwargs[name] for name in names if name in self.kwargs), None)

    def text(self, position: int, *names: str) -> str:
        """The same as a text in lower case; what cannot be known is a hole, what is not "" ."""
        given = self.argument(position, *names)
        return "" if given is None else as_text(given).lower()


@dataclass(frozen=True, slots=True)
class Member:
    """An attribute of what a call gave, or of a class."""

    owner: object
    name: str


@dataclass(slots=True)
class Scope:
    """Names and what they stand for; what is not found here is looked up further out."""

    file: str
    outer: Scope | None = None
    names: dict[str, object] = field(default_factory=dict)

    def holder(self, name: str) -> Scope | None:
        """The scope that knows the name, from here outwards."""
        if name in self.names:
            return self
        return self.outer.holder(name) if self.outer else None

    def inner(self) -> Scope:
        """A scope inside this one."""
        return Scope(self.file, self)


@dataclass(frozen=True, eq=False, slots=True)
class Function:
    """A function whose source can be read, with arguments that it was given beforehand."""

    node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
    scope: Scope
    args: tuple[object, ...] = ()
    kwargs: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, eq=False, slots=True)
class Class:
    """A class: what its body gives names to, its bases, and how names are annotated."""

    name: str
    bases: tuple[object, ...]
    scope: Scope
    annotations: Mapping[str, str]
    keywords: Mapping[str, object]
    places: Mapping[str, Place]


@dataclass(frozen=True, slots=True)
class Namespace:
    """A module whose source can be read."""

    scope: Scope


@dataclass(frozen=True, slots=True)
class Imported:
    """A name from a file that can be read, not read yet; no ``name`` is the file itself."""

    file: str
    name: str | None


def as_text(value: object) -> str:
    """The value inside a text: itself, or a hole."""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float):
        return str(value)
    return HOLE


def place_of(value: object, otherwise: Place) -> Place:
    """Where a value is written, as far as it knows."""
    return getattr(value, "place", otherwise)
