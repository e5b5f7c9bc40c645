"""The chains that come with this repository, by name and variant."""

from __future__ import annotations


def bundled(name: str, variant: str) -> str:
    """The path of a chain: ``plans`` *as reported* is ``fixtures/plans/reported/alembic.ini``."""
    return f"fixtures/{name}/{variant.removeprefix('as ')}/alembic.ini"
