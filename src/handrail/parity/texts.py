"""Calls and operators that only shape a text or a sequence: what they hand back."""

from __future__ import annotations

import ast
import re
import string
import textwrap
from collections.abc import Callable, Mapping, Sequence

from handrail.parity.schema_changes import HOLE, Place
from handrail.parity.values import Items, Text, Unknown, as_text, place_of

_SAME = {"text", "DDL", "f", "str", "quoted_name", "literal_column", "TextClause", "SQL"}
_SEQUENCES = {"list", "tuple", "set", "frozenset", "sorted", "reversed", "iter"}
_CASES: Mapping[str, Callable[[str], str]] = {
    "lower": str.lower,
    "upper": str.upper,
    "rstrip": str.rstrip,
    "bindparams": str,
    "execution_options": str,
}


def shaped(
    name: str, receiver: object, args: Sequence[object], kwargs: Mapping[str, object]
) -> object:
    """The value of a call that shapes a text or a sequence, or None where it is no such call."""
    first = args[0] if args else None
    if isinstance(receiver, str):
        return _method(name, receiver, args, kwargs)
    if isinstance(receiver, dict):
        return _of_mapping(name, receiver, args)
    if isinstance(first, str) and name in _SAME:
        return first
    if isinstance(first, str) and name in {"dedent", "cleandoc"}:
        return _written_at(textwrap.dedent(first), first)
    return _sequence(name, first) if isinstance(first, tuple | dict) and not receiver else None


def _sequence(name: str, first: tuple[object, ...] | dict[object, object]) -> object:
    if name == "enumerate":
        return tuple(enumerate(first))
    if name in _SEQUENCES:
        return first if isinstance(first, tuple) else tuple(first)
    return None


def _method(
    name: str, receiver: str, args: Sequence[object], kwargs: Mapping[str, object]
) -> object:
    if name in _CASES:
        return _written_at(_CASES[name](receiver), receiver)
    if name in {"strip", "lstrip"} and not args:
        cut = len(receiver) - len(receiver.lstrip())
        return _written_at(receiver.strip(), receiver, receiver[:cut].count("\n"))
    if name == "format":
        return _written_at(_formatted(receiver, args, kwargs), receiver)
    if name == "join" and args and isinstance(args[0], tuple):
        return receiver.join(map(as_text, args[0]))
    if name == "replace" and len(args) > 1:
        return _written_at(receiver.replace(as_text(args[0]), as_text(args[1])), receiver)
    return None


def _of_mapping(name: str, held: dict[object, object], args: Sequence[object]) -> object:
    if name == "items":
        return tuple(held.items())
    if name == "get" and args and isinstance(args[0], str):
        return held.get(args[0])
    return {"values": tuple(held.values()), "keys": tuple(held)}.get(name)


def _formatted(pattern: str, args: Sequence[object], kwargs: Mapping[str, object]) -> str:
    """The pattern with its fields filled; what cannot be known becomes a hole."""
    filled, counted = "", iter(range(len(args)))
    try:
        fields = list(string.Formatter().parse(pattern))
    except ValueError:
        return HOLE
    for literal, field, _, _ in fields:
        filled += literal
        if field is not None:
            at = int(field) if field.isdigit() else next(counted, len(args))
            given = args[at] if at < len(args) else Unknown(field)
            filled += as_text(kwargs.get(field, given))
    return filled


def combined(operator: ast.operator, left: object, right: object, place: Place) -> object:
    """What an operator makes of two values, or None where that cannot be known."""
    if isinstance(operator, ast.Add) and isinstance(left, tuple) and isinstance(right, tuple):
        return Items.at((*left, *right), place)
    if isinstance(operator, ast.Add) and (isinstance(left, str) or isinstance(right, str)):
        return Text.at(as_text(left) + as_text(right), place_of(left, place))
    if isinstance(operator, ast.Mod) and isinstance(left, str):
        return _written_at(_percent(left, right), left)
    return None


def _percent(pattern: str, value: object) -> str:
    if isinstance(value, dict):
        for key, part in value.items():
            pattern = pattern.replace(f"%({key})s", as_text(part))
        return pattern
    parts = iter(value if isinstance(value, tuple) else (value,))
    return re.sub(r"%[sdr]", lambda _: as_text(next(parts, None)), pattern)


def _written_at(text: str, origin: str, further: int = 0) -> str:
    """The text, written where ``origin`` is, so many lines below."""
    place = getattr(origin, "place", None)
    return Text.at(text, Place(place.file, place.line + further)) if place else text
