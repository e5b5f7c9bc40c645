"""The parameter types of the step phrases, registered once on import."""

from __future__ import annotations

import parse
from behave import register_type

from handrail.model import Direction
from handrail.writing.forms import REVISION

_DIRECTIONS = {"up": Direction.UPGRADE, "down": Direction.DOWNGRADE}


def _revision(text: str) -> str:
    return text


def _variant(text: str) -> str:
    return text


def _severity(text: str) -> str:
    return text


def _direction(text: str) -> Direction:
    return _DIRECTIONS[text]


register_type(
    Revision=parse.with_pattern(REVISION.pattern)(_revision),
    Variant=parse.with_pattern(r"as reported|as first mended|as repaired")(_variant),
    Severity=parse.with_pattern(r"error|warning|note")(_severity),
    Direction=parse.with_pattern(r"up|down")(_direction),
)
