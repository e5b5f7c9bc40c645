"""What a reader of a catalog hands over, in one shape for every database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from handrail.model import Schema


@dataclass(frozen=True, slots=True)
class Catalog:
    """The schema with all its tables, the ledger's included, and the object behind each table."""

    schema: Schema
    storage: Mapping[str, str]
    default_schema: str | None
    """Whose tables are named plainly; None where the connection's search path is empty."""
