"""What the code-first track brings between two commits, and a revision therefore has to bring."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from handrail.parity.schema_changes import CONSTRAINTS, Kind, Place, Thing
from handrail.parity.standing import Held, Key, Standing, left_by
from handrail.parity.tracks import Entry, Tracks

LIST = "list"
_DECLARED = ("schema", "tables")


class Fate(StrEnum):
    """What happened to a thing."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs, and every place that says so.

    Of what was removed from a definition the places are those at the base.
    """

    fate: Fate
    thing: Thing
    places: tuple[Place, ...]
    entry: str = ""

    @property
    def told(self) -> str:
        """In words."""
        return f"{self.thing.told} {self.fate}"


@dataclass(frozen=True, slots=True)
class CodeFirst:
    """The code-first track at one commit: its entries, and what each of its sources leaves."""

    entries: tuple[Entry, ...]
    sources: Mapping[str, Standing]

    def held(self, key: Key) -> Iterator[Held]:
        """What the sources know under that key."""
        found = (source.there.get(key) for source in self.sources.values())
        return (held for held in found if held)

    def declares(self, key: Key) -> bool:
        """Whether the schema's texts or the tables' objects hold it."""
        return any(key in self.sources[name].there for name in _DECLARED)


def code_first(tracks: Tracks, before: tuple[Entry, ...] = ()) -> CodeFirst:
    """The track at one commit; entries that were there ``before`` count in their order then."""
    entries = tracks.entries()
    standing = Standing()
    for entry in _in_order(entries, before):
        standing.apply(entry.script.changes, entry.name)
    sources = {LIST: standing, "schema": left_by(tracks.schema())}
    return CodeFirst(entries, {**sources, "tables": left_by(tracks.tables())})


def _in_order(entries: tuple[Entry, ...], before: tuple[Entry, ...]) -> list[Entry]:
    """Entries that merely moved, or have another name, stay where they were."""
    places = {entry.name: at for at, entry in enumerate(before)}
    same = {entry.script.changes: at for at, entry in enumerate(before) if entry.script.changes}

    def place(entry: Entry) -> int:
        return places.get(entry.name, same.get(entry.script.changes, len(before)))

    return sorted(entries, key=place)


def new_entries(base: CodeFirst, head: CodeFirst) -> tuple[Entry, ...]:
    """Entries that the base lacks; another name alone makes no new one."""
    names = {entry.name for entry in base.entries}
    done = {entry.script.changes for entry in base.entries if entry.script.changes}
    return tuple(
        entry
        for entry in head.entries
        if entry.name not in names and entry.script.changes not in done
    )


def differences(base: CodeFirst, head: CodeFirst) -> tuple[Difference, ...]:
    """What is to be brought, in the order of the sources; each thing once."""
    new = frozenset(entry.name for entry in new_entries(base, head))
    found: dict[tuple[Fate, Key], Difference] = {}
    for source in (LIST, *_DECLARED):
        for one in _Comparison(base, head, source, new).differences():
            key = (one.fate, one.thing.key)
            met = found.get(key)
            places = dict.fromkeys((*(met.places if met else ()), *one.places))
            found[key] = replace(met or one, places=tuple(places))
    return tuple(_without_parts(found))


def _without_parts(found: Mapping[tuple[Fate, Key], Difference]) -> Iterator[Difference]:
    """All but the constraints of new tables, and all that went with its table."""
    whole = {(each.fate, each.thing.table) for each in found.values() if _is_table(each)}
    for each in found.values():
        gone = (Fate.REMOVED, each.thing.table) in whole and not _is_table(each)
        come = (Fate.ADDED, each.thing.table) in whole and each.thing.kind in CONSTRAINTS
        if not (gone or come):
            yield each


def _is_table(difference: Difference) -> bool:
    return difference.thing.kind is Kind.TABLE


class _Comparison:
    """One source of the track at two commits; ``new`` are the names of new entries."""

    def __init__(self, base: CodeFirst, head: CodeFirst, source: str, new: frozenset[str]) -> None:
        self._base, self._head, self._source, self._new = base, head, source, new
        self._before, self._after = base.sources[source], head.sources[source]
        self._list = head.sources[LIST]

    def differences(self) -> Iterator[Difference]:
        """What was added, changed and removed."""
        for key, held in self._after.there.items():
            if fate := self._fate(key, held):
                yield self._difference(fate, held)
        if self._source == LIST:
            yield from self._dropped()
        else:
            yield from self._undeclared()

    def _difference(self, fate: Fate, held: Held) -> Difference:
        return Difference(fate, held.thing, (held.place,), held.script)

    def _fate(self, key: Key, held: Held) -> Fate | None:
        is_new = self._source == LIST and held.script in self._new
        table = held.thing.table
        is_there = self._knew_table(table) and table not in self._after.rebuilt
        if is_new and held.perhaps and is_there:
            return None
        known = list(self._base.held(key)) or self._under_old_name(held.thing)
        if key in self._before.there:
            said = {each.definition for each in known}
            return Fate.CHANGED if held.definition not in said else None
        if not known:
            return None if self._is_only_written_anew(held) else Fate.ADDED
        return self._said_anew(key, held) if is_new else None

    def _said_anew(self, key: Key, held: Held) -> Fate | None:
        """What a new entry says of a thing that another source knew: a new column all the same,
        since databases of the other track need it too, or another definition."""
        if held.thing.kind is Kind.COLUMN and not held.whole:
            return Fate.ADDED
        declared = self._base.sources["schema"].there.get(key)
        return Fate.CHANGED if declared and declared.definition != held.definition else None

    def _is_only_written_anew(self, held: Held) -> bool:
        """Whether it came with a table that an older entry now makes anew, and that was there.

        Such a copy is as the table was in those days: its constraints tell nothing. Nor do its
        columns where nothing else tells which ones the table had.
        """
        table = held.thing.table
        is_copy = held.script not in self._new and table in self._after.rebuilt
        return is_copy and (held.thing.kind in CONSTRAINTS or not self._knew_table(table))

    def _knew_table(self, name: str) -> bool:
        return any(True for _ in self._base.held(Thing(Kind.TABLE, name).key))

    def _under_old_name(self, thing: Thing) -> list[Held]:
        """What was known of a thing of a table that has another name now; of the table nothing."""
        old = self._list.renamed.get(thing.table)
        if old is None or thing.kind is Kind.TABLE or self._knew_table(thing.table):
            return []
        return list(self._base.held(Thing(thing.kind, old, thing.name, thing.columns).key))

    def _dropped(self) -> Iterator[Difference]:
        """What scripts drop, and columns that a new entry leaves out of a table made anew.

        What is dropped where it exists, and nobody knows, is the leftover of a rebuild.
        """
        for key, held in self._after.gone.items():
            leftover = held.perhaps and not any(True for _ in self._base.held(key))
            if key not in self._before.gone and not leftover:
                yield self._difference(Fate.REMOVED, held)
        for held in self._after.there.values():
            is_new = held.script in self._new and held.thing.kind is Kind.TABLE
            if is_new and held.thing.table in self._after.rebuilt:
                yield from self._left_out(held)

    def _left_out(self, table: Held) -> Iterator[Difference]:
        now = {each.thing.key for each in self._after.columns(table.thing.table)}
        for source in self._base.sources.values():
            for column in source.columns(table.thing.table):
                if column.thing.key not in now:
                    places = (table.place,)
                    yield Difference(Fate.REMOVED, column.thing, places, table.script)

    def _undeclared(self) -> Iterator[Difference]:
        """What a definition lost, and no other definition holds."""
        for key, held in self._before.there.items():
            if not self._head.declares(key):
                yield self._difference(Fate.REMOVED, held)
