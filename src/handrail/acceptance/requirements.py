"""Tags that say what a scenario needs, held against the database that it would run on.

``@sqlite``, ``@postgresql`` and ``@mariadb`` need that very database, ``@requires_<capability>``
needs a field of ``Capabilities``, or something that the machine has: ``@requires_browser``. A whole
run needs what its provider starts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields

from handrail.acceptance.machine_needs import LACKING
from handrail.databases import DRIVERS, Capabilities, Provider
from handrail.errors import TargetError

_PREFIX = "requires_"
_KNOWN = frozenset(field.name for field in fields(Capabilities)) | LACKING.keys()


def unmet(tags: Iterable[str], provider: Provider) -> str:
    """Why a scenario with these tags cannot run on databases of the provider; empty where it can.

    Raises TargetError for a need that neither a field of ``Capabilities`` nor the machine knows.
    """
    wanted = sorted(str(tag) for tag in tags)
    named = [tag for tag in wanted if tag in DRIVERS]
    if named and provider.name not in named:
        return f"it is about {' and '.join(named)}, not about {provider.name}"
    needs = [need for need in map(_need, wanted) if need]
    of_machine = dict.fromkeys([*needs, provider.asked])
    absent = [LACKING[need]() for need in of_machine if need in LACKING]
    lacking = [need for need in needs if not getattr(provider.capabilities, need, True)]
    if lacking:
        absent.append(f"{provider.name} lacks {' and '.join(lacking).replace('_', ' ')}")
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
