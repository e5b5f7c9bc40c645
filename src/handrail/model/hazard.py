"""Constraints on the far side of a step that today's legal rows can violate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any


class HazardKind(StrEnum):
    """What on the far side of a step stands in the way."""

    CHECK = "check"
    NOT_NULL = "not-null"
    UNIQUE = "unique"
    FOREIGN_KEY = "foreign-key"
    ENUM = "enum"
    LENGTH = "length"
    TYPE = "type"
    EXCLUSION = "exclusion"
    TRIGGER = "trigger"
    HIERARCHY = "hierarchy"


@dataclass(frozen=True, slots=True)
class Hazard:
    """One thing that is legal on this side of a step and illegal, or untried, on the far side.

    ``table`` is the near side's name. ``values`` are what a row must hold to run into it, for
    instance ``{"phase": "action"}``. ``title`` says it in one phrase for a person.
    """

    kind: HazardKind
    table: str
    columns: tuple[str, ...]
    constraint: str
    title: str
    values: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    shape: str = ""
    """Of a hierarchy: which, for instance ``a two-cycle``."""
    second: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    """What a second row must hold beside it, where two rows together run into it."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row to put in, or that was put in: a table and the values given."""

    table: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Load:
    """A set of rows that is put in together before a step, and why.

    ``hazards`` are those that the rows run into, none for the plain kinds. Rows are in an order in
    which foreign keys can be satisfied, referring rows after the referred. ``implausible`` tells
    that they were made to hold what the database lets in and no declared type would.
    """

    title: str
    rows: tuple[Row, ...]
    hazards: tuple[Hazard, ...] = ()
    implausible: bool = False

    @property
    def hazard(self) -> Hazard | None:
        """The hazard that it is aimed at, where it is a single one."""
        return self.hazards[0] if len(self.hazards) == 1 else None
