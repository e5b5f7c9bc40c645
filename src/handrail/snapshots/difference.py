"""What is different between two snapshots; pure."""

from __future__ import annotations

from dataclasses import dataclass

from handrail.model import Change, Snapshot
from handrail.snapshots.row_difference import change_in_words, row_changes
from handrail.snapshots.schema_difference import SchemaDifference, schema_differences


@dataclass(frozen=True, slots=True)
class LedgerDifference:
    """What the ledger recorded before and records after."""

    before: tuple[str, ...]
    after: tuple[str, ...]

    def __str__(self) -> str:
        before, after = (", ".join(applied) or "empty" for applied in (self.before, self.after))
        return f"the ledger was {before}, is {after}"


@dataclass(frozen=True, slots=True)
class Difference:
    """What is gone, left over or changed; empty for snapshots that differ in spelling at most."""

    schema: tuple[SchemaDifference, ...] = ()
    rows: tuple[Change, ...] = ()
    ledger: LedgerDifference | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is no difference of any kind, weak ones included."""
        return not (self.schema or self.rows or self.ledger)

    def lines(self) -> tuple[str, ...]:
        """One line in words for each difference: schema, then rows, then ledger."""
        ledger = (str(self.ledger),) if self.ledger else ()
        return (*map(str, self.schema), *map(change_in_words, self.rows), *ledger)


def difference(before: Snapshot, after: Snapshot) -> Difference:
    """What happened between two snapshots of databases of one kind.

    It is empty for ``(a, b)`` exactly where it is empty for ``(b, a)``. Texts of the catalog that
    differ in spelling only are no difference; an unnamed constraint is known by its text. Rows of
    a table are matched by its primary key where both snapshots have the same one, else whole, over
    the columns that both have. The storage of tables is not compared.
    """
    moved = before.ledger != after.ledger
    return Difference(
        schema=schema_differences(before.schema, after.schema),
        rows=row_changes(before, after),
        ledger=LedgerDifference(before.ledger, after.ledger) if moved else None,
    )
