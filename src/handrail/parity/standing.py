"""What stands in a schema after some changes, as far as they tell, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from handrail.parity.schema_changes import Change, Kind, Place, Thing, Verb

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """Something that is there, or is gone: by which script, and where that is written.

    ``whole`` tells that it came with its whole table, and not by itself; ``perhaps`` that the table
    was made only where it was not there, or the thing dropped only where it was.
    """

    thing: Thing
    definition: str
    place: Place
    script: str
    whole: bool = False
    perhaps: bool = False


@dataclass(slots=True)
class Standing:
    """``gone`` is what a script dropped that it had not made itself."""

    there: dict[Key, Held] = field(default_factory=dict)
    gone: dict[Key, Held] = field(default_factory=dict)
    renamed: dict[str, str] = field(default_factory=dict)
    """New names of tables, each with the old one."""
    rebuilt: set[str] = field(default_factory=set)
    """Tables that a script made anew under the name of the old one."""

    def apply(self, changes: Iterable[Change], script: str) -> None:
        """What the changes leave, done by the script of that name."""
        for change in changes:
            _APPLY[change.verb](self, change, script)

    def columns(self, table: str) -> list[Held]:
        """What is known of the columns of a table."""
        owned = (Kind.COLUMN, table)
        return [h for h in self.there.values() if (h.thing.kind, h.thing.table) == owned]

    def _create(self, change: Change, script: str) -> None:
        thing = change.thing
        if change.perhaps and thing.key in self.there:
            return
        if thing.key in self.gone and self.gone[thing.key].script == script:
            self.rebuilt.update({thing.table} if thing.kind is Kind.TABLE else ())
        for each in (change, *change.parts):
            whole = each is not change
            said = (each.thing, each.definition, each.place, script)
            self.there[each.thing.key] = Held(*said, whole=whole, perhaps=change.perhaps)
            self.gone.pop(each.thing.key, None)

    def _alter(self, change: Change, script: str) -> None:
        before = self.there.get(change.thing.key)
        definition = f"{before.definition} {change.definition}" if before else change.definition
        held = Held(change.thing, definition, change.place, script)
        self.there[change.thing.key] = held

    def _drop(self, change: Change, script: str) -> None:
        """A table takes all that it owns along, without a word about each."""
        thing = change.thing
        before = self.there.pop(thing.key, None)
        if thing.kind is Kind.TABLE:
            for key in [key for key, h in self.there.items() if h.thing.table == thing.table]:
                del self.there[key]
        if before is None or before.script != script:
            known = before.thing if before else thing
            self.gone[thing.key] = Held(known, "", change.place, script, perhaps=change.perhaps)

    def _rename(self, change: Change, script: str) -> None:
        old, new = change.thing, change.new or change.thing
        moved = self.there.get(old.key) or Held(old, "", change.place, script)
        if old.kind is not Kind.TABLE:
            self._drop(change, script)
            self.there[new.key] = Held(new, moved.definition, change.place, script)
            return
        owned = [held for held in self.there.values() if held.thing.table == old.table]
        self._drop(change, script)
        if new.key in self.gone and self.gone[new.key].script == script:
            self.rebuilt.add(new.table)
        self.renamed[new.table] = old.table
        for held in [moved, *owned]:
            thing = Thing(held.thing.kind, new.table, held.thing.name, held.thing.columns)
            self.there[thing.key] = Held(thing, held.definition, held.place, script, held.whole)
            self.gone.pop(thing.key, None)


_APPLY = {
    Verb.CREATE: Standing._create,
    Verb.ALTER: Standing._alter,
    Verb.DROP: Standing._drop,
    Verb.RENAME: Standing._rename,
}


def left_by(changes: Iterable[Change], script: str = "") -> Standing:
    """What changes leave in a schema of which nothing is known."""
    standing = Standing()
    standing.apply(changes, script)
    return standing
