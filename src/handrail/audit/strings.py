"""Calls that only shape a text or a list: what they hand back."""

from __future__ import annotations

import string
from collections.abc import Callable

from handrail.audit.call import Call
from handrail.audit.values import Rows, Written, as_text, elements

_SAME = {"dedent", "cleandoc", "f", "str", "quoted_name", "quote", "quote_identifier"}
_WRITTEN = {"text", "DDL", "literal_column"}
_OF_TEXT_SAME = {"bindparams", "columns", "execution_options", "strip", "lstrip", "rstrip"}
_LISTS = {"list", "tuple", "sorted", "set", "reversed", "iter", "frozenset"}


def text_call(call: Call) -> object:
    """The value of a call that shapes a text or a list, or None where it is no such call."""
    first = call.args[0] if call.args else None
    if isinstance(call.receiver, str):
        return _of_text(call, call.receiver)
    if call.name in _SAME and isinstance(first, str):
        return first
    if call.name in _WRITTEN and isinstance(first, str):
        return Written(first)
    if call.name in _LISTS and call.receiver is None:
        return first if isinstance(first, Rows) else elements(first)
    if call.name in _PAIRS:
        return _PAIRS[call.name](call)
    return None


def _of_text(call: Call, receiver: str) -> object:
    if call.name in _OF_TEXT_SAME:
        return receiver
    if call.name == "format":
        return _formatted(receiver, call)
    if call.name == "join" and (parts := elements(call.argument(0))) is not None:
        return receiver.join(as_text(part) for part in parts)
    if call.name in {"lower", "upper"}:
        return receiver.lower() if call.name == "lower" else receiver.upper()
    return None


def _formatted(pattern: str, call: Call) -> str:
    """The pattern with its fields filled; a field that cannot be known stays as a hole."""
    filled, counted = "", iter(range(len(call.args)))
    for literal, name, _, _ in string.Formatter().parse(pattern):
        filled += literal
        if name is not None:
            at = int(name) if name.isdigit() else next(counted, 0)
            filled += as_text(call.kwargs[name] if name in call.kwargs else call.argument(at))
    return filled


def _enumerated(call: Call) -> object:
    first = call.argument(0)
    parts = elements(first)
    return first if parts is None else tuple(enumerate(parts))


def _zipped(call: Call) -> object:
    lists = [elements(arg) for arg in call.args]
    rows = next((arg for arg in call.args if isinstance(arg, Rows)), None)
    known = [parts for parts in lists if parts is not None]
    return tuple(zip(*known, strict=False)) if len(known) == len(lists) else rows


def _items(call: Call) -> object:
    held = call.receiver
    return tuple(held.items()) if isinstance(held, dict) else None


def _values(call: Call) -> object:
    held = call.receiver
    return tuple(held.values()) if isinstance(held, dict) else None


_PAIRS: dict[str, Callable[[Call], object]] = {
    "enumerate": _enumerated,
    "zip": _zipped,
    "items": _items,
    "values": _values,
}
