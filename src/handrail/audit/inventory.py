"""What stands in a schema after some revisions, and which of them brought it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Self

from handrail.audit.moves import Kind, Move, Thing
from handrail.model import Location


@dataclass(frozen=True, slots=True)
class Origin:
    """Who brought a thing, and where that is written."""

    revision: str
    location: Location


@dataclass(slots=True)
class Inventory:
    """Every thing that is certainly there; ``gone`` are those that were and are no more.

    ``open`` are the columns that may hold NULL, with who let it in; ``shut`` those that did and do
    no more, as far as is known.
    """

    there: dict[Thing, Origin] = field(default_factory=dict)
    gone: set[Thing] = field(default_factory=set)
    open: dict[Thing, Origin] = field(default_factory=dict)
    shut: set[Thing] = field(default_factory=set)

    @classmethod
    def of_all(cls, branches: Iterable[Inventory]) -> Self:
        """What is there where branches meet: nothing that one of them has dropped."""
        met = cls()
        for branch in branches:
            met.there |= branch.there
            met.gone |= branch.gone
            met.open |= branch.open
            met.shut |= branch.shut
        met.there = {thing: who for thing, who in met.there.items() if thing not in met.gone}
        met.open = {thing: who for thing, who in met.open.items() if thing not in met.shut}
        return met

    def held(self, thing: Thing) -> Origin | None:
        """Who has brought it, where it is certainly there."""
        return self.there.get(thing)

    def come(self, thing: Thing, origin: Origin) -> None:
        """It is there from now on; who brought it first is kept."""
        self.there.setdefault(thing, origin)
        self.gone.discard(thing)

    def go(self, thing: Thing) -> None:
        """It is not there any more, nor is anything of it; an index goes by its name alone.

        Where nobody can tell which it is, nothing is certain any more.
        """
        taken = [held for held in self.there if not thing.known or _takes(thing, held)]
        for held in (*taken, thing):
            self.there.pop(held, None)
            self.gone.add(held)
        self.fill(held for held in [*self.open] if not thing.known or _takes(thing, held))

    def apply(self, moves: Iterable[Move], origin: Origin, *, certain: bool) -> None:
        """Take away what goes, and put what comes, under its new name where it is renamed.

        Of what is not ``certain`` to happen nothing comes, and what it takes may be gone.
        """
        for move in moves:
            self._apply(move, origin, certain=certain)
            if move.opened and move.opened.known and certain:
                self.open.setdefault(move.opened, origin)
                self.shut.discard(move.opened)
            self.fill([move.closed] if move.closed else [])

    def fill(self, columns: Iterable[Thing]) -> None:
        """Nobody knows of these columns any more that they hold NULL."""
        for column in columns:
            self.open.pop(column, None)
            self.shut.add(column)

    def _apply(self, move: Move, origin: Origin, *, certain: bool) -> None:
        if move.come and move.gone and certain:
            self._rename(move.gone, move.come)
        elif move.gone:
            self.go(move.gone)
        elif move.come and move.come.known and certain:
            self.come(move.come, origin)

    def _rename(self, old: Thing, new: Thing) -> None:
        moved = {held: who for held, who in self.there.items() if _takes(old, held)}
        opened = {held: who for held, who in self.open.items() if _takes(old, held)}
        self.go(old)
        for held, who in moved.items():
            self.come(_renamed(held, old, new), who)
        for held, who in opened.items():
            self.open[_renamed(held, old, new)] = who


def _takes(thing: Thing, held: Thing) -> bool:
    if thing.kind is Kind.TABLE:
        return held.table == thing.table
    if thing.kind is Kind.INDEX:
        return held.kind is Kind.INDEX and held.name == thing.name
    return held == thing


def _renamed(held: Thing, old: Thing, new: Thing) -> Thing:
    if old.kind is Kind.TABLE:
        return Thing(held.kind, new.table, held.name)
    return Thing(held.kind, held.table, new.name)
