"""Putting a load into a real database, which is the judge of what is legal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from handrail.databases.room import demand_room
from handrail.databases.spoken import said
from handrail.model import Load, Phase, Row, Schema, Table, Value
from handrail.rows.hierarchy import AN_ORPHAN
from handrail.rows.keys import key_columns
from handrail.rows.links import Link, Links, Target
from handrail.rows.making import held
from handrail.rows.refusals import implicated, in_words
from handrail.rows.settling import Options, variations
from handrail.rows.vocabulary import Vocabulary
from handrail.rows.writing import Writer
from handrail.snapshots.naming import dialect_of
from handrail.stopwatch import timed

_TRIALS = 40
"""How often a refused row is tried again with other values."""
_OTHERS = 16
"""How many of these are spent on the columns that the database speaks of."""
_FRESH = 4
"""How many keys beyond the number of rows are tried."""
_NO_SUCH_ROWS = "the keys and CHECKs of this side let no such rows in together"


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that could not be put in: its table, and the reason in the database's own words."""

    table: str
    reason: str


@dataclass(frozen=True, slots=True)
class Placed:
    """What was put in, as it stands in the database, and what a plain load had to leave out."""

    rows: tuple[Row, ...]
    left_out: tuple[Rejected, ...] = ()


@timed(Phase.ROWS)
def put(connection: Connection, schema: Schema, load: Load) -> Placed | Rejected:
    """Puts the rows of a load in and commits, or leaves everything as it was.

    ``schema`` is that of the database. Rows that are there already are in nobody's way: a key that
    is taken gives way to another, and what refers to it follows. A refused row is tried again, a
    bounded number of times, with other values in the columns that the database speaks of, but for
    those that the load's hazard needs. Rows that refer to each other in a circle are put in with
    NULL first.

    A load with hazards is put in whole or not at all. Of a plain load a row that is refused is
    left out, with the rows that cannot be without it; it is rejected where no row is left.
    """
    if load.hazards and not load.rows:
        return Rejected(load.hazards[0].table, _NO_SUCH_ROWS)
    try:
        placed = _Placing(connection, schema, load).place()
        if isinstance(placed, Placed):
            connection.commit()
    except DBAPIError as refusal:
        demand_room(refusal)
        placed = Rejected(load.rows[-1].table, in_words(said(refusal.orig or refusal)))
    if isinstance(placed, Rejected):
        connection.rollback()
    return placed


class _Placing:
    """One load on its way into a database."""

    def __init__(self, connection: Connection, schema: Schema, load: Load) -> None:
        self._schema = schema
        self._load = load
        self._words = Vocabulary(schema, schema, dialect_of(connection))
        self._writer = Writer(connection)
        self._links = Links(schema)
        self._known = {target for row in load.rows for target in self._links.answers(row)}
        self._coming = set(self._known)
        self._moved: dict[Target, Target] = {}
        self._found: set[Target] = set()
        self._refused: dict[Target, str] = {}
        self._placed: list[Row] = []
        self._left_out: list[Rejected] = []
        self._postponed: dict[int, list[Link]] = {}

    def place(self) -> Placed | Rejected:
        """Puts in what can be; what it says of a hazard's load holds for the whole of it."""
        for row in self._in_order():
            self._place(row)
        for number, links in self._postponed.items():
            self._close_circle(number, links)
        for name in {row.table for row in self._placed}:
            self._writer.advance(self._schema.tables[name])
        if self._left_out and (self._load.hazards or not self._placed):
            return self._left_out[0]
        return Placed(tuple(self._placed), tuple(dict.fromkeys(self._left_out)))

    def _in_order(self) -> Iterator[Row]:
        """The rows, each after those without which it cannot be, as far as that is possible."""
        waiting = list(self._load.rows)
        while waiting:
            ready = (n for n, row in enumerate(waiting) if not self._must_wait(row))
            yield waiting.pop(next(ready, 0))

    def _must_wait(self, row: Row) -> bool:
        links = (link for link in self._links_of(row) if link.target in self._coming)
        return any(not link.optional and not link.deferred for link in links)

    def _links_of(self, row: Row) -> list[Link]:
        """The references that must find a row: not to itself, nor those that are to find none."""
        own = set(self._links.answers(row))
        links = (link for link in self._links.of(row) if link.target not in own)
        return [link for link in links if not self._strays(row, link)]

    def _strays(self, row: Row, link: Link) -> bool:
        """Whether a reference of an orphan leads to no row, and is meant to."""
        strays = (
            hazard.columns
            for hazard in self._load.hazards
            if hazard.shape == AN_ORPHAN and hazard.table == row.table
        )
        led = link.target in self._known
        return not led and any(set(link.columns) <= set(columns) for columns in strays)

    def _place(self, row: Row) -> None:
        links = self._links_of(row)
        later = [link for link in links if link.target in self._coming and link.optional]
        values = dict(row.values)
        missing = None
        for link in links:
            target = self._moved.get(link.target, link.target)
            if link.target in self._coming and link not in later:
                continue
            if link in later or not self._there(target):
                values |= dict.fromkeys(link.optional)
                missing = missing if link.optional else self._why_not(link.target)
            else:
                values |= link.to(target)
        taken = missing or self._written(row, values)
        self._coming -= set(self._links.answers(row))
        if isinstance(taken, str):
            self._refused |= dict.fromkeys(self._links.answers(row), taken)
            self._left_out.append(Rejected(row.table, in_words(taken)))
            return
        self._keep(row, taken, later)

    def _there(self, target: Target) -> bool:
        """Whether some row is what a reference leads to; what was there once stays."""
        if target not in self._found and self._writer.exists(target.table, target.held):
            self._found.add(target)
        return target in self._found

    def _why_not(self, target: Target) -> str:
        """Why the row referred to is not there: what was said of it, where it was refused."""
        values = ", ".join(f"{name} {value!r}" for name, value in target.held.items())
        return self._refused.get(target, f"no row of {target.table} has {values}")

    def _keep(self, row: Row, values: Mapping[str, Value], later: list[Link]) -> None:
        kept = Row(row.table, values)
        before, after = self._links.answers(row), self._links.answers(kept)
        self._moved |= {old: new for old, new in zip(before, after, strict=True) if old != new}
        if later:
            self._postponed[len(self._placed)] = later
        self._placed.append(kept)

    def _close_circle(self, number: int, links: list[Link]) -> None:
        """Sets the references that were left NULL, now that all rows are there."""
        row = self._placed[number]
        values: dict[str, Value] = {}
        for link in links:
            target = self._moved.get(link.target, link.target)
            values |= link.to(target) if self._there(target) else {}
        if values:
            said = self._writer.update(self._schema.tables[row.table], row.values, values)
            if said:
                self._left_out.append(Rejected(row.table, in_words(said)))
            else:
                self._placed[number] = Row(row.table, {**row.values, **values})

    def _written(self, row: Row, values: Mapping[str, Value]) -> dict[str, Value] | str:
        """The values with which the row went in, or what the database said to the first try.

        As soon as it complains of other columns, what was changed so far stays.
        """
        table = self._schema.tables[row.table]
        trial = dict(values)
        said = first = self._writer.insert(row.table, trial)
        columns: list[str] = []
        trials = self._others(table, trial, columns)
        for _ in range(_TRIALS):
            if said is None:
                return trial
            complaint = self._open_to_change(table, trial, said)
            if complaint != columns:
                columns = complaint
                trials = self._others(table, trial, columns)
            following = next(trials, None)
            if following is None:
                break
            trial = self._loyal(row, following)
            said = self._writer.insert(row.table, trial)
        return str(first)

    def _others(
        self, table: Table, values: dict[str, Value], columns: list[str]
    ) -> Iterator[dict[str, Value]]:
        """Other values for the columns, then NULL in any one column, at last wherever it can be."""
        if columns:
            yield from variations(values, columns, self._choices(table), _OTHERS)
        fixed = self._fixed(table)
        optional = [column.name for column in table.columns if column.nullable]
        bare = [name for name in optional if values.get(name) is not None and name not in fixed]
        yield from (values | {name: None} for name in bare)
        yield values | dict.fromkeys(bare)

    def _open_to_change(self, table: Table, values: Mapping[str, Value], said: str) -> list[str]:
        """The columns that the database speaks of, but for those that must stay as they are."""
        spoken_of = implicated(table, tuple(values), said, self._words.dialect)
        return [name for name in spoken_of if name in values and name not in self._fixed(table)]

    def _fixed(self, table: Table) -> set[str]:
        """The columns that the load's hazard or a foreign key holds."""
        aims = [hazard for hazard in self._load.hazards if hazard.table == table.name]
        return held(table).union(*((*hazard.columns, *hazard.values) for hazard in aims))

    def _choices(self, table: Table) -> Options:
        """Other values for a column; for a key such as no row that is there is likely to have."""
        keys = key_columns(self._words.keys(table.name))
        present = self._writer.count(table.name)

        def choices(column: str) -> Sequence[Value]:
            options = self._words.options(table.name, column)
            if column not in keys:
                return options
            serials = range(present + 1, present + 1 + _FRESH)
            fresh = [self._words.options(table.name, column, serial)[0] for serial in serials]
            return [*fresh, *options]

        return choices

    def _loyal(self, row: Row, values: dict[str, Value]) -> dict[str, Value]:
        """The values with a reference of the row to itself still leading there."""
        own = set(self._links.answers(row))
        now = {
            (target.table, target.columns): target
            for target in self._links.answers(Row(row.table, values))
        }
        for link in self._links.of(row):
            if link.target in own:
                values |= link.to(now[link.target.table, link.target.columns])
        return values
