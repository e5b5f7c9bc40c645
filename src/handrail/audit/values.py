"""What reading alone can know of the value of an expression.

Texts, numbers, None, tuples and dictionaries of such stand for themselves. A text may have holes
(see :func:`handrail.audit.sql.hole`) where a part of it cannot be known.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from handrail.audit.source import Module
from handrail.audit.sql import Statement, hole, table_name


@dataclass(frozen=True, slots=True)
class Unknown:
    """Cannot be known; two of the same text are taken for the same thing."""

    text: str


@dataclass(frozen=True, slots=True)
class Made(Unknown):
    """What a call hands back that is told by the call: a type, a constraint, an expression."""

    receiver: object
    """What it is called on; None for a plain function."""
    name: str
    args: tuple[object, ...]
    kwargs: Mapping[str, object]


class Written(str):
    """A text that stands for SQL, not for a string of the database's."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class TableValue:
    """A table object, a mapped class, or a column of either."""

    name: str


@dataclass(frozen=True, slots=True)
class ColumnValue:
    """A column as it is described to an operation; ``text`` is the call that does."""

    name: str
    text: str
    args: tuple[object, ...]
    kwargs: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Namespace:
    """A module whose source can be read, as a name for what it defines."""

    names: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Rows:
    """What a query hands out: one element for each row; ``query`` is its text."""

    query: str
    table: str = ""


@dataclass(frozen=True, slots=True)
class Sql:
    """A statement that was built but not run."""

    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """What ``op.batch_alter_table`` hands out."""

    table: str


DATABASES = frozenset({"sqlite", "postgresql", "mysql", "mariadb", "mssql", "oracle"})
"""What a dialect may be called."""


@dataclass(frozen=True, slots=True)
class OfDialect:
    """A test of the dialect: which it may be where the test holds, and where it does not."""

    holds: frozenset[str] = DATABASES
    fails: frozenset[str] = DATABASES


@dataclass(slots=True)
class Scope:
    """Names and what they stand for; what is not found here is looked up further out."""

    outer: Scope | None = None
    names: dict[str, object] = field(default_factory=dict)

    def get(self, name: str) -> object:
        """What ``name`` stands for, or Unknown."""
        if name in self.names:
            return self.names[name]
        return self.outer.get(name) if self.outer else Unknown(name)

    @property
    def outermost(self) -> Scope:
        """The names of the module."""
        return self.outer.outermost if self.outer else self


@dataclass(frozen=True, slots=True)
class Function:
    """A function whose source can be read, with the scope and the module it was written in."""

    node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
    scope: Scope
    module: Module


def as_text(value: object) -> str:
    """The value inside a text: itself, or a hole."""
    if isinstance(value, Unknown):
        return hole(value.text)
    if isinstance(value, TableValue | ColumnValue):
        return value.name
    if isinstance(value, str | int | float | None):
        return str(value)
    return hole("...")


def as_table(value: object) -> str:
    """The name of the table that the value is, or names."""
    return table_name(as_text(value))


def elements(value: object) -> tuple[object, ...] | None:
    """What a loop over the value goes over, where that is known."""
    if isinstance(value, dict):
        return tuple(value)
    return value if isinstance(value, tuple) else None


def first_of(values: Iterable[object]) -> object:
    """The one value that several stand for: rows where there are any, else all being equal."""
    found = tuple(values)
    for value in found:
        if isinstance(value, Rows):
            return value
    if found and all(value == found[0] for value in found):
        return found[0]
    return None
