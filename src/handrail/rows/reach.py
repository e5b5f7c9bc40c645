"""Which tables a step can do something to, and in which order they are filled."""

from __future__ import annotations

from collections.abc import Collection

from handrail.model import Schema


def relevant_tables(near: Schema, far: Schema, touched: Collection[str] = ()) -> tuple[str, ...]:
    """The near tables worth filling before a step, referred tables before those that refer.

    That is those that the step changes (they differ on the far side, or are ``touched``: named in
    its statements), all that refer to these, directly or through others, and whatever any of these
    refers to. Tables that exist only on the far side are no part of it, nor those whose rows the
    database keeps elsewhere; an untouched schema has none.
    """
    start = {
        name
        for name, table in near.tables.items()
        if name in touched or table != far.tables.get(name)
    }
    referring = _closure(near, start, backwards=True)
    found = _closure(near, referring, backwards=False)
    return _ordered(near, {name for name in found if near.tables[name].holds_rows})


def _ordered(schema: Schema, names: Collection[str]) -> tuple[str, ...]:
    """The tables with those that they refer to before them, as far as circles allow."""
    found: dict[str, None] = {}

    def visit(name: str, above: tuple[str, ...]) -> None:
        if name in found or name in above or name not in names:
            return
        for key in schema.tables[name].foreign_keys:
            visit(key.referred_table, (*above, name))
        found[name] = None

    for name in sorted(names):
        visit(name, ())
    return tuple(found)


def _closure(schema: Schema, names: Collection[str], *, backwards: bool) -> set[str]:
    """The tables with all that they refer to, or, backwards, all that refer to them."""
    edges = [
        (table.name, key.referred_table)
        for table in schema.tables.values()
        for key in table.foreign_keys
        if key.referred_table in schema.tables
    ]
    if backwards:
        edges = [(there, here) for here, there in edges]
    found = set(names)
    fresh = set(names)
    while fresh:
        fresh = {there for here, there in edges if here in fresh} - found
        found |= fresh
    return found
