"""What a project says of findings: how much those of a rule weigh, and which it has accepted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from handrail.config import said_in
from handrail.errors import TargetError
from handrail.model import Location, Severity

NEEDED = ("fingerprint", "reason")
FURTHER = ("command", "target", "rule", "revision", "database")
_KEYS = {*NEEDED, *FURTHER, "faults"}
_FINGERPRINT = re.compile("[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class Acceptance:
    """One entry of ``accept``: a finding that fails no run, and the reason for it.

    What it says beside these tells which runs would have to find it: of which ``command`` and
    ``target``, at which ``revision`` on which ``database``, with ``faults`` or without.
    """

    fingerprint: str
    reason: str
    place: Location
    command: str = ""
    target: str = ""
    rule: str = ""
    revision: str = ""
    database: str = ""
    faults: bool = False


@dataclass(frozen=True, slots=True)
class Opinions:
    """All that a project says of findings, in ``[tool.handrail]`` of its pyproject.toml."""

    severities: Mapping[str, Severity]
    acceptances: tuple[Acceptance, ...]


def read_opinions(file: Path, knows: Callable[[str], bool]) -> Opinions:
    """What is said there; nothing where nothing is.

    Raises TargetError, with the entry, for what is malformed, for an acceptance without a reason,
    for one that stands there twice, and for a rule that nobody ``knows``.
    """
    severities = dict(
        _severities(said_in(file, "severity"), f"{file} [tool.handrail.severity]", knows)
    )
    return Opinions(severities, tuple(_acceptances(said_in(file), file)))


def _severities(
    said: Mapping[str, Any], where: str, knows: Callable[[str], bool]
) -> Iterator[tuple[str, Severity]]:
    for rule, weight in said.items():
        if not knows(rule):
            then = "handrail explain lists them all"
            raise TargetError(f'there is no rule "{rule}"', where=where, then=then)
        if weight not in [*Severity]:
            what = f'{rule} = "{weight}": a rule weighs {", ".join(Severity)}'
            raise TargetError(what, where=where)
        yield rule, Severity(weight)


def _acceptances(said: Mapping[str, Any], file: Path) -> Iterator[Acceptance]:
    entries = said.get("accept", [])
    if not isinstance(entries, list):
        what = 'accept is a list of { fingerprint = "...", reason = "..." }'
        raise TargetError(what, where=f"{file} [tool.handrail]")
    met: dict[tuple[str, str, str], int] = {}
    for number, entry in enumerate(entries, 1):
        where = f"{file} [tool.handrail] accept, entry {number}"
        accepted = _understood(entry, file, where)
        key = (accepted.fingerprint, accepted.command, accepted.target)
        if key in met:
            raise TargetError(f"it is accepted by entry {met[key]} as well", where=where)
        met[key] = number
        yield accepted


def _understood(entry: Any, file: Path, where: str) -> Acceptance:
    if not isinstance(entry, Mapping) or set(entry) - _KEYS:
        what = (
            f"an entry has {' and '.join(NEEDED)}, and may have {', '.join((*FURTHER, 'faults'))}"
        )
        raise TargetError(what, where=where)
    texts = {key: entry.get(key, "") for key in (*NEEDED, *FURTHER)}
    unclear = [key for key, text in texts.items() if not isinstance(text, str)]
    if unclear:
        raise TargetError(f"{unclear[0]} is no text", where=where)
    if not _FINGERPRINT.fullmatch(texts["fingerprint"]):
        what = "a fingerprint has sixteen hexadecimal digits, as reports show it"
        raise TargetError(what, where=where)
    if not texts["reason"].strip():
        raise TargetError("the reason is missing", where=where, then="say why it may stay")
    place = _line_of(texts["fingerprint"], file)
    return Acceptance(**texts, place=place, faults=bool(entry.get("faults")))


def _line_of(fingerprint: str, file: Path) -> Location:
    lines = file.read_text(encoding="utf-8").splitlines()
    found = (number for number, line in enumerate(lines, 1) if fingerprint in line)
    return Location(str(file), next(found, 1))
