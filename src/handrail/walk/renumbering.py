"""Rows that hold what they held, and bear another key (pure)."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from handrail.model import Change


def renumbered(changes: Iterable[Change], key: Collection[str]) -> tuple[Change, ...]:
    """The changes of one table, each row with the one that holds the same beside the key.

    What a key says of two rows is no change of all their values where a copy has numbered them
    anew. Rows without such a counterpart stay with their key, as they were.
    """
    found = tuple(changes)
    came = [each for each in found if each.after is not None]
    pairs: list[Change] = []
    alone: list[Change] = []
    for gone in (each for each in found if each.before is not None):
        same = next((each for each in came if _held(gone, each, key)), None)
        if same is None:
            alone.append(gone)
        else:
            came.remove(same)
            pairs.append(Change(gone.table, gone.before, same.after))
    if not pairs:
        return found
    return (*pairs, *(_with_key(each, came) for each in alone), *_new(alone, came))


def _held(gone: Change, come: Change, key: Collection[str]) -> bool:
    """Whether the one row holds what the other did, in one column at least."""
    before, after = gone.before or {}, come.after or {}
    common = [name for name in before if name in after and name not in key]
    return bool(common) and all(before[name] == after[name] for name in common)


def _with_key(gone: Change, came: Collection[Change]) -> Change:
    """The row under the same key, unless that has been found to be another one."""
    return gone if gone in came else Change(gone.table, gone.before, None)


def _new(alone: Collection[Change], came: Iterable[Change]) -> Iterable[Change]:
    return (Change(each.table, None, each.after) for each in came if each not in alone)
