"""What a target's own models say of its schema, beside what a database has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from handrail.model.schema import Check


@dataclass(frozen=True, slots=True)
class Deviation:
    """One thing that the database has as ``there`` and the models as ``wanted``.

    Either is None where that side has nothing of it. ``thing`` is ``table``, ``column age``,
    ``index ix_users_name``, and so on.
    """

    table: str
    thing: str
    there: str | None
    wanted: str | None

    def __str__(self) -> str:
        if self.there is not None and self.wanted is not None:
            return f"{self.thing} is {self.there} in the database, {self.wanted} in the models"
        return f"{self.thing} is in the {'models' if self.there is None else 'database'} alone"


@dataclass(frozen=True, slots=True)
class Models:
    """How a database deviates from the models, and the CHECK constraints that these have.

    ``checks`` names every table that both have and that is to be compared; it holds texts of the
    database's own dialect.
    """

    deviations: tuple[Deviation, ...] = ()
    checks: Mapping[str, tuple[Check, ...]] = field(default_factory=lambda: MappingProxyType({}))
