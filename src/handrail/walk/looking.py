"""Looks at a database of the walk: its snapshot, and its rows as they would be put in."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from handrail.model import Load, Row, Snapshot, Table, Value
from handrail.rows import relevant_tables
from handrail.snapshots import take


@dataclass(frozen=True, slots=True)
class Ledger:
    """Where a target keeps its ledger: the table, with its schema where that is named."""

    name: str
    column: str

    def seen(self, connection: Connection) -> Snapshot:
        """A snapshot; the connection keeps no lock that the next step would have to wait for."""
        schema, _, table = self.name.rpartition(".")
        seen = take(
            connection,
            ledger_table=table,
            ledger_column=self.column,
            ledger_schema=schema or None,
        )
        connection.rollback()
        return seen


def carried(snapshot: Snapshot) -> Load:
    """Every row of a snapshot as it would be put in, referring tables after the referred."""
    schema = snapshot.schema
    rows = (
        Row(name, _given(schema.tables[name], values))
        for name in relevant_tables(schema, schema, touched=snapshot.rows)
        for values in snapshot.rows[name].as_dicts()
    )
    return Load("rows put in at earlier revisions", tuple(rows))


def _given(table: Table, values: dict[str, Value]) -> dict[str, Value]:
    generated = {column.name for column in table.columns if column.generated is not None}
    return {name: value for name, value in values.items() if name not in generated}
