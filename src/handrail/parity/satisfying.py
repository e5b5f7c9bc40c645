"""Whether what revisions change is what the other track brings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handrail.parity.differences import Difference, Fate
from handrail.parity.schema_changes import CONSTRAINTS, HOLE, Change, Kind, Thing, Verb

_INDEXING = CONSTRAINTS | {Kind.INDEX}
_COME = {Fate.ADDED: {Verb.CREATE, Verb.RENAME}, Fate.REMOVED: {Verb.DROP, Verb.RENAME}}


def flat(changes: Iterable[Change]) -> Iterator[Change]:
    """The changes, and beside each new table its parts."""
    for change in changes:
        yield change
        yield from change.parts


def brings(change: Change, wanted: Difference) -> bool:
    """Whether this change brings the difference to the other track, at least in part.

    A column that was changed may be altered, or made anew, or a constraint on it; an index may
    have another name where it is on the same columns.
    """
    return makes(change, wanted) or _reshapes(change, wanted)


def makes(change: Change, wanted: Difference) -> bool:
    """Whether the change does to the very thing what the difference says."""
    verbs = _COME.get(wanted.fate, set(Verb))
    thing = change.new if change.new and wanted.fate is Fate.ADDED else change.thing
    if change.verb in verbs and _same(thing, wanted.thing):
        return True
    return wanted.fate is Fate.ADDED and _comes_with(change, wanted.thing)


def undoes(change: Change, thing: Thing) -> bool:
    """Whether the thing is gone after this change."""
    return change.verb in {Verb.DROP, Verb.RENAME} and _same(change.thing, thing)


def _same(thing: Thing, wanted: Thing) -> bool:
    """Whether both are one, or may be: part of a name that cannot be known is any name."""
    if thing.kind is not wanted.kind and not {thing.kind, wanted.kind} <= _INDEXING:
        return False
    if thing.kind is wanted.kind and thing.key == wanted.key:
        return True
    if HOLE in thing.table + wanted.table:
        return True
    if thing.kind is Kind.INDEX and thing.name == wanted.name and not thing.table:
        return True
    return thing.table == wanted.table and _alike(thing, wanted)


def _alike(thing: Thing, wanted: Thing) -> bool:
    """Whether two things of one table are one: by name, by their columns, or as its trigger."""
    if HOLE in thing.name + wanted.name or thing.kind is Kind.TRIGGER:
        return bool(thing.table)
    named = thing.kind in _INDEXING and thing.name == wanted.name != ""
    return named or (bool(thing.columns) and set(thing.columns) == set(wanted.columns))


def _comes_with(change: Change, wanted: Thing) -> bool:
    """A key or an index that a column's own definition says, or a table nobody can see into."""
    thing = change.thing
    if change.verb is not Verb.CREATE or thing.table != wanted.table:
        return False
    if thing.kind is Kind.TABLE:
        return not change.parts
    said = change.definition.lower()
    words = ("unique", "index=true", "primary") if wanted.kind in _INDEXING else ()
    return (
        thing.kind is Kind.COLUMN
        and wanted.columns == (thing.name,)
        and any(w in said for w in words)
    )


def _reshapes(change: Change, wanted: Difference) -> bool:
    """Whether it touches what a constraint, or a changed column, is about."""
    thing, about = change.thing, wanted.thing
    if thing.kind is Kind.TYPE and wanted.fate is Fate.CHANGED:
        return True
    if thing.table != about.table:
        return False
    if about.kind is Kind.COLUMN and wanted.fate is Fate.CHANGED:
        return thing.kind in _INDEXING and (not thing.columns or about.name in thing.columns)
    if about.kind is not Kind.CHECK or not (thing.kind is Kind.CHECK or change.verb is Verb.ALTER):
        return False
    touched = set(thing.columns) or {thing.name}
    nameless = thing.kind is Kind.CHECK and not thing.columns
    return nameless or bool(touched & set(about.columns))
