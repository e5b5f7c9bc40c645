"""Tags that say what a scenario needs, held against the database that it would run on.

``@sqlite`` and ``@postgresql`` need that very database, ``@requires_<capability>`` needs a field
of ``Capabilities``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields

from handrail.databases import PROVIDERS, Capabilities
from handrail.errors import TargetError

_PREFIX = "requires_"
_KNOWN = frozenset(field.name for field in fields(Capabilities))


def unmet(tags: Iterable[str], database: str, capabilities: Capabilities) -> str:
    """Why a scenario with these tags cannot run on that database; empty where it can.

    Raises TargetError for a need that no field of ``Capabilities`` describes.
    """
    wanted = sorted(str(tag) for tag in tags)
    named = [tag for tag in wanted if tag in PROVIDERS]
    if named and database not in named:
        return f"it is about {' and '.join(named)}, not about {database}"
    lacking = [need for need in map(_need, wanted) if need and not getattr(capabilities, need)]
    return f"{database} lacks {' and '.join(lacking).replace('_', ' ')}" if lacking else ""


def _need(tag: str) -> str:
    """The capability that the tag asks for, or nothing."""
    if not tag.startswith(_PREFIX):
        return ""
    need = tag.removeprefix(_PREFIX)
    if need not in _KNOWN:
        known = ", ".join(sorted(_KNOWN))
        raise TargetError("no capability has this name", where=f"@{tag}", then=f"known: {known}")
    return need
