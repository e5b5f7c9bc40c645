"""The report of a shard as its JSON holds it, so that it can be read again and joined with others.

Beside what every report tells, the document has under ``shard`` all that the other forms show.
Values that JSON has no word for are kept as they are printed.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, TypeVar
from uuid import UUID

import msgspec

from handrail import __version__
from handrail.model import Finding, Part, Report, Stair
from handrail.reports.places import shown

_PRINTED = "$printed"
_KEPT = (bytes, bytearray, memoryview, datetime, date, time, timedelta, Decimal, UUID)
"""What would be written without a trace of what it was."""
Placed = TypeVar("Placed", Finding, Stair)


class Printed:
    """A value of which is known how it is printed: as a text, and as it prints itself."""

    def __init__(self, text: str, itself: str) -> None:
        self._text = text
        self._itself = itself

    def __str__(self) -> str:
        return self._text

    def __repr__(self) -> str:
        return self._itself


def packed(report: Report, part: Part) -> dict[str, Any]:
    """What the document of a shard holds beside that of any report; nothing but JSON."""
    kept = replace(
        report,
        findings=_from_here(report.findings),
        stairs=_from_here(report.stairs),
        part=replace(part, unmatched=_from_here(part.unmatched)),
    )
    plain = msgspec.to_builtins(kept, builtin_types=_KEPT, enc_hook=_printed)
    return {
        "number": part.number,
        "of": len(part.shares),
        "call": part.call,
        "report": json.loads(json.dumps(plain, default=_printed)),
    }


def unpacked(document: str) -> Report:
    """The report in the JSON of a shard.

    Raises ValueError or ValidationError, with what is wrong, for what this version has not written
    as such.
    """
    held = json.loads(document, object_hook=_value)
    shard = held.get("shard") if isinstance(held, dict) else None
    if not isinstance(shard, dict):
        raise ValueError("it tells of no shard")  # noqa: TRY004 - all that is wrong is a value
    if held.get("handrail") != __version__:
        raise ValueError(f"it is of handrail {held.get('handrail')}, and this is {__version__}")
    report = msgspec.convert(shard.get("report"), Report)
    if report.part is None or not 1 <= report.part.number <= len(report.part.shares):
        raise ValueError("it does not tell which shard it is of")
    return report


def _from_here(things: Sequence[Placed]) -> tuple[Placed, ...]:
    """With places as a reader names them, since they are read on another machine."""
    return tuple(
        replace(each, location=replace(each.location, file=shown(each.location.file)))
        if each.location
        else each
        for each in things
    )


def _printed(value: object) -> dict[str, list[str]]:
    text = value.hex() if isinstance(value, bytes) else str(value)
    return {_PRINTED: [text, repr(value)]}


def _value(held: dict[str, Any]) -> Any:
    return Printed(*held[_PRINTED]) if held.keys() == {_PRINTED} else held
