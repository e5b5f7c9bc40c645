"""How SQLAlchemy's objects are spelt, so that two of the same meaning are the same text."""

from __future__ import annotations

from handrail.parity.values import Call, Class, Member, Unknown

_NOT_SCHEMA = {"doc", "info", "default", "onupdate", "key", "name", "insert_default", "init"}
_NOT_SCHEMA |= {"repr", "default_factory", "description", "comment", "if_not_exists"}


def spelt(value: object) -> str:
    """The value in one line: options in order, module names left out, likewise what only Python
    sees of it."""
    match value:
        case Call():
            options = sorted(f"{key}={spelt(each)}" for key, each in _options(value))
            inside = ", ".join([*map(spelt, value.args), *options])
            return f"{value.name}({inside})" if inside else value.name
        case Unknown():
            return value.text.rpartition(".")[2]
        case Member():
            return f"{_owner(value.owner)}.{value.name}"
        case str():
            return repr(" ".join(value.split()))
        case tuple():
            return f"({', '.join(map(spelt, value))})"
        case _:
            return value.name if isinstance(value, Class) else str(value)


def _options(call: Call) -> list[tuple[str, object]]:
    return [(key, value) for key, value in call.kwargs.items() if key not in _NOT_SCHEMA]


def _owner(value: object) -> str:
    return as_name(value.args[0]) if isinstance(value, Call) and value.args else spelt(value)


def as_name(value: object) -> str:
    """The last part of what a value is called."""
    return value if isinstance(value, str) else spelt(value)
