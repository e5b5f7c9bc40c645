"""The way on which a finding was seen, as a scenario can go it again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from handrail.model.chain import Step
from handrail.model.hazard import Row

Column = tuple[str, str]
"""A table, and one of its columns."""


@dataclass(frozen=True, slots=True)
class Many:
    """A table that is filled with fewer and with more rows, to see whether statements grow."""

    table: str
    fewer: int
    more: int


@dataclass(frozen=True, slots=True)
class Trail:
    """A database somewhere on the chain, what is put in, and the steps that show the finding.

    ``start`` names the heads of what is applied at first: none on a new database, several where
    branches are open. ``rows`` name the columns that matter; what they leave out is filled as
    :func:`handrail.rows.completed` does, which is how the finding was seen again. ``fails_at`` is
    the statement, counted from 1, that is made to fail in a run before the steps.
    """

    start: tuple[str, ...]
    steps: tuple[Step, ...]
    rows: tuple[Row, ...] = ()
    types: Mapping[Column, str] = field(default_factory=lambda: MappingProxyType({}))
    """What the catalog calls the types of their columns."""
    lasting: frozenset[Column] = frozenset()
    """The columns that are there at the end."""
    many: Many | None = None
    fails_at: int | None = None
