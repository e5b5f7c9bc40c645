"""How a hazard is put in a phrase for a person."""

from __future__ import annotations

from collections.abc import Mapping

from handrail.model import Hazard, HazardKind, Table, Value


def hazard_of(
    kind: HazardKind, table: Table, values: Mapping[str, Value], constraint: str, against: str
) -> Hazard:
    """A hazard that one row runs into by holding these values."""
    said = ", ".join(f"{name} {_shown(value)}" for name, value in values.items()) or "a row"
    title = f"{table.name}: {said} against {against}"
    return Hazard(kind, table.name, tuple(values), constraint, title, dict(values))


def _shown(value: Value) -> str:
    if value is None:
        return "NULL"
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:20]}... ({len(str(value))} characters)"
