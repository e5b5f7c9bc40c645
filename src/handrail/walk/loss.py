"""What a passage lost or changed, graded: inherent, declared, restored, silent (pure).

The grades are those of the design page, section 4. There and back is compared where both steps came
to their end, since what the way back restores is no loss; else the one step that did.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from handrail.model import Change, Direction, Schema, Snapshot, Table
from handrail.snapshots import row_changes
from handrail.walk.passage import Leg, Passage, Visit
from handrail.walk.renumbering import renumbered
from handrail.walk.restoring import changes_nothing_back
from handrail.walk.statements import Doing, doings


class Grade(StrEnum):
    """How a loss is to be taken."""

    INHERENT = "inherent"
    DECLARED = "declared"
    RESTORED = "restored"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Loss:
    """Rows or values of one table that a step took or rewrote.

    ``columns`` is empty where whole rows are gone. ``parent`` is the table whose being dropped took
    the rows by cascade, where that is how they went.
    """

    grade: Grade
    direction: Direction
    table: str
    columns: tuple[str, ...]
    changes: tuple[Change, ...]
    gone: bool
    parent: str | None = None
    kin: tuple[str, ...] = ()
    """Other tables from whose keys it cascades in the same way."""


def losses(visit: Visit, passage: Passage) -> tuple[Loss, ...]:
    """Every loss of a passage, in the order of tables and columns."""
    if not passage.legs or not passage.legs[0].done:
        return ()
    journey = _Journey(visit, passage)
    found = (*journey.inherent(), *journey.lasting(), *journey.restored())
    if journey.first.step.direction is Direction.UPGRADE or not changes_nothing_back(visit):
        return found
    # That the upgrade runs into its own work then is an effect of downgrade-missing.
    return tuple(loss for loss in found if loss.direction is Direction.DOWNGRADE)


class _Journey:
    """One passage with its statements read once."""

    def __init__(self, visit: Visit, passage: Passage) -> None:
        self.visit = visit
        self.first = passage.legs[0]
        self.trip = passage.round_trip
        self.end: Snapshot = self.trip[1].after if self.trip else self.first.after
        self.doing = {leg.step.direction: self._doings(leg) for leg in passage.legs[:2]}
        self.at_first = self._losses(self.first.after)
        self.overall = self._losses(self.end)

    def _doings(self, leg: Leg) -> Doing:
        return doings(leg.outcome.statements, self.visit.database, leg.tables)

    def _losses(self, after: Snapshot) -> dict[str, tuple[Change, ...]]:
        """Removals and alterations by table; rows that came are no loss."""
        found: dict[str, list[Change]] = {}
        for change in row_changes(self.first.before, after):
            found.setdefault(change.table, []).append(change)
        updates = {each for doing in self.doing.values() for each in doing.updates}
        brought = self._brought_columns()
        updated = {name for name, column in updates if column not in brought.get(name, ())}
        for name in found.keys() - updated:
            found[name] = [*renumbered(found[name], self._numbering(name))]
        kept = {name: tuple(each for each in found[name] if each.before) for name in found}
        return {name: changes for name, changes in kept.items() if changes}

    def _numbering(self, name: str) -> tuple[str, ...]:
        """What is left aside where rows are told apart by what they hold: the key.

        Only that part of it which the revision itself brought, if it did.
        """
        table = self.first.before.schema.tables.get(name)
        key = table.primary_key if table else ()
        brought = self._brought_columns().get(name, ())
        return tuple(column for column in key if column in brought) or key

    def lasting(self) -> Iterator[Loss]:
        """What is still lost or changed at the end of the passage."""
        for name, changes in sorted(self.overall.items()):
            if name in self._brought_tables():
                continue
            removed = tuple(change for change in changes if change.after is None)
            if removed and not self._merely_renamed(name):
                yield self._rows_gone(name, removed)
            yield from self._values_changed(name, changes)

    def restored(self) -> Iterator[Loss]:
        """What the first step said that it rewrites, and the way back brought home."""
        for name, changes in sorted(self.at_first.items()):
            for column, altered in _altered(changes).items():
                if (name, column) not in self._here().updates or self._retyped(name, column):
                    continue
                if self.trip and column not in _altered(self.overall.get(name, ())):
                    yield self._value_loss(Grade.RESTORED, name, column, altered)

    def inherent(self) -> Iterator[Loss]:
        """What the revision itself brought and its downgrade drops, where it held anything."""
        if self.first.step.direction is Direction.UPGRADE:
            return
        for name in sorted(self._brought_tables() & self._here().drops):
            held = self.first.before.rows.get(name)
            if held and held.values:
                yield Loss(Grade.INHERENT, Direction.DOWNGRADE, name, (), (), gone=True)
        for name, columns in sorted(self._brought_columns().items()):
            held = self.first.before.rows.get(name)
            if held and held.values:
                yield Loss(Grade.INHERENT, Direction.DOWNGRADE, name, columns, (), gone=True)

    def _here(self) -> Doing:
        return self.doing[self.first.step.direction]

    def _brought_tables(self) -> set[str]:
        """Tables of the near side that this downgrade's own revision made; none on the way up."""
        if self.first.step.direction is Direction.UPGRADE:
            return set()
        return set(self.visit.above.tables) - set(self.visit.below.tables)

    def _brought_columns(self) -> dict[str, tuple[str, ...]]:
        if self.first.step.direction is Direction.UPGRADE:
            return {}
        return _columns_missing(self.visit.above, self.visit.below)

    def _rows_gone(self, name: str, removed: tuple[Change, ...]) -> Loss:
        direction = self._direction_of_removal(name, removed)
        doing = self.doing[direction]
        dropped = name in doing.drops and name not in self._after(direction).schema.tables
        declared = name in doing.deletes or dropped
        parent = None if declared else self._cascading_parent(name, direction)
        kin = self._kin(name, parent, direction) if parent else ()
        grade = Grade.DECLARED if declared else Grade.SILENT
        return Loss(grade, direction, name, (), removed, gone=True, parent=parent, kin=kin)

    def _direction_of_removal(self, name: str, removed: tuple[Change, ...]) -> Direction:
        here = self.first.step.direction
        at_first = {_identity(change) for change in self.at_first.get(name, ())}
        gone_at_first = not self._stays(name) or bool(at_first & {_identity(c) for c in removed})
        return here if gone_at_first else here.back

    def _after(self, direction: Direction) -> Snapshot:
        """What was there after the step in that direction."""
        return self.first.after if direction is self.first.step.direction else self.end

    def _stays(self, name: str) -> bool:
        return name in self.first.after.schema.tables

    def _merely_renamed(self, name: str) -> bool:
        """Gone under this name without having been dropped, and nobody has come back to tell."""
        return self.trip is None and not self._stays(name) and name not in self._here().drops

    def _cascading_parent(
        self, name: str, direction: Direction, below: tuple[str, ...] = ()
    ) -> str | None:
        """The table that the step dropped while keys cascaded from it down to this table."""
        table = self.first.before.schema.tables.get(name)
        for key in table.foreign_keys if table and name not in below else ():
            if key.on_delete.upper() == "CASCADE":
                if key.referred_table in self.doing[direction].drops:
                    return key.referred_table
                above = self._cascading_parent(key.referred_table, direction, (*below, name))
                if above:
                    return above
        return None

    def _kin(self, name: str, parent: str, direction: Direction) -> tuple[str, ...]:
        """The other tables that go with the same parent."""
        others = sorted(self.first.before.schema.tables.keys() - {name, parent})
        return tuple(each for each in others if self._cascading_parent(each, direction) == parent)

    def _values_changed(self, name: str, changes: tuple[Change, ...]) -> Iterator[Loss]:
        brought = self._brought_columns().get(name, ())
        for column, altered in _altered(changes).items():
            if column in brought:
                continue
            yield self._lasting_change(name, column, altered)

    def _lasting_change(self, name: str, column: str, altered: tuple[Change, ...]) -> Loss:
        here = self.first.step.direction
        far = self.first.after.schema.tables.get(name)
        if far is None or far.column(column) is None:
            return self._value_loss(Grade.DECLARED, name, column, altered, gone=True)
        at_first = column in _altered(self.at_first.get(name, ()))
        direction = here if at_first or self._retyped(name, column) else here.back
        doing = self.doing[direction]
        declared = (name, column) in doing.updates or name in doing.deletes
        if declared and self.trip is None:
            return self._value_loss(Grade.RESTORED, name, column, altered)
        grade = Grade.DECLARED if declared else Grade.SILENT
        gone = all(change.after and change.after[column] is None for change in altered)
        return Loss(grade, direction, name, (column,), altered, gone=gone)

    def _value_loss(
        self,
        grade: Grade,
        name: str,
        column: str,
        altered: tuple[Change, ...],
        *,
        gone: bool = False,
    ) -> Loss:
        return Loss(grade, self.first.step.direction, name, (column,), altered, gone=gone)

    def _retyped(self, name: str, column: str) -> bool:
        """Whether the column has another type on the far side: another spelling is no change."""
        near = self.first.before.schema.tables[name].column(column)
        far_table = self.first.after.schema.tables.get(name)
        far = far_table.column(column) if far_table else None
        return near is not None and far is not None and near.type != far.type


def _altered(changes: Iterable[Change]) -> dict[str, tuple[Change, ...]]:
    """By column, the changes of rows that are still there."""
    found: dict[str, list[Change]] = {}
    for change in changes:
        if change.before is None or change.after is None:
            continue
        for column, value in change.before.items():
            if column in change.after and change.after[column] != value:
                found.setdefault(column, []).append(change)
    return {column: tuple(found[column]) for column in sorted(found)}


def _identity(change: Change) -> tuple[tuple[str, object], ...]:
    return tuple(sorted((change.before or {}).items(), key=lambda item: item[0]))


def _columns_missing(here: Schema, there: Schema) -> dict[str, tuple[str, ...]]:
    """By table on both sides, the columns that only ``here`` has."""
    found: dict[str, tuple[str, ...]] = {}
    for name, table in here.tables.items():
        other = there.tables.get(name)
        if other and other.columns != table.columns and (columns := _only_in(table, other)):
            found[name] = columns
    return found


def _only_in(table: Table, other: Table) -> tuple[str, ...]:
    return tuple(name for name in table.column_names if other.column(name) is None)
