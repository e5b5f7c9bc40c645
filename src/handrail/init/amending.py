"""A pyproject.toml that says what Handrail needs, beside all that it said before (pure)."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping, Sequence
from typing import Any

import tomlkit

from handrail.errors import TargetError
from handrail.init.found import OURS, Found, FoundChain, table_of

_BEHAVE = ("tool", "behave")
_CHAINS = ("tool", "handrail", "chains")


def amended(found: Found) -> tuple[str, tuple[str, ...]]:
    """The text, and what it says that it did not say; both empty where nothing is lacking.

    Keys that are there keep their values, tables of chains that are there are not touched.
    Raises TargetError where the file is written so that a table cannot be added.
    """
    wanted = list(_wanted(found))
    told = tuple(dict.fromkeys(f"[{'.'.join(tables)}]" for tables, _, _ in wanted))
    if not wanted:
        return "", ()
    document = tomlkit.parse(found.pyproject or "")
    try:
        for tables, key, value in wanted:
            _table(document, tables)[key] = value
    except (TypeError, ValueError) as error:
        then = f"add by hand: {', '.join(told)}"
        raise TargetError("no table can be added", where="pyproject.toml", then=then) from error
    return tomlkit.dumps(document), told


def _wanted(found: Found) -> Iterator[tuple[tuple[str, ...], str, Any]]:
    """What is lacking: tables, key and value."""
    if found.behave.runner is None:
        yield _BEHAVE, "runner", OURS
    if not found.behave.has_paths:
        yield _BEHAVE, "paths", [found.behave.features]
    kinds = {chain.tried.databases for chain in found.chains}
    if kinds == {("postgresql",)} and "userdata" not in table_of(found.settings, *_BEHAVE):
        yield (*_BEHAVE, "userdata"), "database", "postgresql"
    for chain in () if found.named else found.chains:
        for key, value in _said_of(chain):
            yield (*_CHAINS, chain.name), key, value


def _said_of(chain: FoundChain) -> Iterator[tuple[str, Any]]:
    yield "target", chain.target
    if len(chain.tried.databases) == 1:
        yield "databases", list(chain.tried.databases)
    if chain.variables:
        variables = tomlkit.inline_table()
        variables.update(chain.variables)
        yield "env", variables


def _table(document: MutableMapping[str, Any], names: Sequence[str]) -> MutableMapping[str, Any]:
    """The table of that name, made where it is not there; those above it need no line then."""
    table = document
    for name in names:
        if name not in table:
            table[name] = tomlkit.table(is_super_table=name != names[-1])
        table = table[name]
    return table
