"""Runs steps on scratch databases and looks after each: legs and passages."""

from __future__ import annotations

from collections.abc import Sequence

from handrail.chains import AlembicChain
from handrail.databases import Database
from handrail.model import Direction, Load, OutcomeKind, Row, Schema, Snapshot, Step, Table, Value
from handrail.rows import Rejected, put, relevant_tables
from handrail.snapshots import take
from handrail.walk.passage import Leg, Passage
from handrail.walk.verdict import judged


class Stepper:
    """Runs the steps of one chain; counts them, and leaves no database behind."""

    def __init__(self, chain: AlembicChain, arguments: tuple[str, ...] = ()) -> None:
        self.chain = chain
        self.arguments = arguments
        self.steps = 0

    def look(self, database: Database) -> Snapshot:
        """What is in a database now, the ledger read where the target keeps it."""
        schema, _, table = self.chain.ledger.rpartition(".")
        with database.connect() as connection:
            return take(connection, ledger_table=table, ledger_schema=schema or None)

    def leg(self, database: Database, step: Step, before: Snapshot) -> Leg:
        """Run one step where ``before`` was seen; a crash is run once more, to see if it can."""
        self.steps += 1
        outcome = self.chain.step(database, step, arguments=self.arguments)
        after = self.look(database)
        leg = Leg(step, judged(outcome, before, after), before, after)
        if not leg.crashed:
            return leg
        self.steps += 1
        again = self.chain.step(database, step, arguments=self.arguments)
        return Leg(step, leg.outcome, before, after, retry=again)

    def legs(self, database: Database, steps: Sequence[Step]) -> tuple[Leg, ...]:
        """Run steps one after the other, up to the first that does not come to its end."""
        legs: list[Leg] = []
        before = self.look(database)
        for step in steps:
            legs.append(self.leg(database, step, before))
            if legs[-1].outcome.kind is not OutcomeKind.DONE:
                break
            before = legs[-1].after
        return tuple(legs)

    def control(self, start: Database, steps: Sequence[Step]) -> Passage:
        """Run steps on a copy of an empty database."""
        database = start.clone()
        try:
            return Passage(None, (), self.legs(database, steps))
        finally:
            database.drop()

    def passage(
        self, start: Database, schema: Schema, load: Load, steps: Sequence[Step]
    ) -> Passage | Rejected:
        """Put a load into a copy of ``start`` and run steps on it; ``start`` stays as it is."""
        database = start.clone()
        try:
            with database.connect() as connection:
                placed = put(connection, schema, load)
            if isinstance(placed, Rejected):
                return placed
            return Passage(load, placed.rows, self.legs(database, steps))
        finally:
            database.drop()

    def carried(self, start: Database, steps: Sequence[Step]) -> Passage:
        """Run steps on a copy of a database that holds rows from earlier revisions."""
        database = start.clone()
        try:
            legs = self.legs(database, steps)
            rows = rows_of(legs[0].before)
            return Passage(Load("rows put in at earlier revisions", rows), rows, legs)
        finally:
            database.drop()


def there_and_back(identifier: str, direction: Direction, count: int) -> tuple[Step, ...]:
    """The first ``count`` of: that way, back, that way again."""
    directions = (direction, direction.back, direction)[:count]
    return tuple(Step(identifier, each) for each in directions)


def rows_of(snapshot: Snapshot) -> tuple[Row, ...]:
    """Every row of a snapshot as it would be put in, referring tables after the referred."""
    schema = snapshot.schema
    return tuple(
        Row(name, _given(schema.tables[name], values))
        for name in relevant_tables(schema, schema, touched=snapshot.rows)
        for values in snapshot.rows[name].as_dicts()
    )


def _given(table: Table, values: dict[str, Value]) -> dict[str, Value]:
    generated = {column.name for column in table.columns if column.generated is not None}
    return {name: value for name, value in values.items() if name not in generated}
