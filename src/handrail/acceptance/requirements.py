"""Tags that say what a scenario needs, held against the database that it would run on.

``@sqlite`` and ``@postgresql`` need that very database, ``@requires_<capability>`` needs a field
of ``Capabilities``, or something that the machine has: ``@requires_browser``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields

from handrail.acceptance.machine_needs import LACKING
from handrail.databases import PROVIDERS, Capabilities
from handrail.errors import TargetError

_PREFIX = "requires_"
_KNOWN = frozenset(field.name for field in fields(Capabilities)) | LACKING.keys()


def unmet(tags: Iterable[str], database: str, capabilities: Capabilities) -> str:
    """Why a scenario with these tags cannot run on that database; empty where it can.

    Raises TargetError for a need that neither a field of ``Capabilities`` nor the machine knows.
    """
    wanted = sorted(str(tag) for tag in tags)
    named = [tag for tag in wanted if tag in PROVIDERS]
    if named and database not in named:
        return f"it is about {' and '.join(named)}, not about {database}"
    needs = [need for need in map(_need, wanted) if need]
    absent = [LACKING[need]() for need in needs if need in LACKING]
    lacking = [need for need in needs if not getattr(capabilities, need, True)]
    if lacking:
        absent.append(f"{database} lacks {' and '.join(lacking).replace('_', ' ')}")
    return ", ".join(filter(None, absent))


def _need(tag: str) -> str:
    """The capability that the tag asks for, or nothing."""
    if not tag.startswith(_PREFIX):
        return ""
    need = tag.removeprefix(_PREFIX)
    if need not in _KNOWN:
        known = ", ".join(sorted(_KNOWN))
        raise TargetError("no capability has this name", where=f"@{tag}", then=f"known: {known}")
    return need
