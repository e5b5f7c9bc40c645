"""Trails of findings made ready for scenarios: where they begin, and the rows that matter."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from handrail.model import Direction, Finding, OutcomeKind, Revision, Row, Schema
from handrail.model.trail import Column
from handrail.rows import completed
from handrail.walk.sighting import Sighting
from handrail.walk.visiting import Visitor

Again = Callable[[Sighting, tuple[Row, ...]], Sighting | None]
"""The passage once more with other rows: the finding as it shows it, None where it does not."""


class Trails:
    """Finishes the trails of what one visit has found.

    ``applied`` are the revisions below the one that is visited, every one after those it stands on.
    """

    def __init__(self, visitor: Visitor, applied: Sequence[Revision]) -> None:
        self._visitor = visitor
        self._starts = {
            Direction.UPGRADE: heads_of(applied),
            Direction.DOWNGRADE: heads_of([*applied, visitor.revision]),
        }

    def finished(self, finding: Finding, sight: Sighting | None, again: Again) -> Finding:
        """The finding with its trail from beginning to end, where it has one.

        Of its rows only the columns that matter are told, if the finding is seen again where the
        others are filled as a scenario fills them.
        """
        if finding.trail is None:
            return finding
        direction = finding.trail.steps[0].direction
        rows = self._shortest(sight, again) if sight else None
        trail = replace(
            finding.trail,
            start=self._starts[direction],
            rows=rows or finding.trail.rows,
            types=_types(self._schema(direction)),
            lasting=frozenset(_types(_end(sight, len(finding.trail.steps))))
            if sight
            else frozenset(),
        )
        return replace(finding, trail=trail)

    def _shortest(self, sight: Sighting, again: Again) -> tuple[Row, ...] | None:
        """With the columns that matter; where these alone do not show it, with all that have to be.

        A step that has to be stopped is tried once, since each time takes long.
        """
        schema = self._schema(sight.passage.legs[0].step.direction)
        rows, error = sight.finding.evidence.rows, sight.finding.evidence.error

        def shows(columns: Collection[Column]) -> bool:
            fewer = [_only(row, columns) for row in rows]
            seen = again(sight, tuple(self._filled(schema, fewer)))
            return seen is not None and seen.finding.evidence.error == error

        columns: Collection[Column] = _matter(sight, schema)
        if not shows(columns):
            stops = any(leg.outcome.kind is OutcomeKind.STOPPED for leg in sight.passage.legs)
            columns = _columns(rows) if stops else _fewest(_columns(rows), columns, shows)
        return tuple(_only(row, columns) for row in rows)

    def _schema(self, direction: Direction) -> Schema:
        """The catalog's where the steps begin: a scenario knows nothing of what was declared."""
        return self._visitor.stepper.standing(self._visitor.stands[direction].database).schema

    def _filled(self, schema: Schema, rows: Sequence[Row]) -> Iterator[Row]:
        """The rows as a scenario puts them in: those of a table that follow each other at once."""
        for table, group in groupby(rows, key=lambda row: row.table):
            given = [row.values for row in group]
            yield from completed(schema, self._visitor.dialect, table, given)


def heads_of(revisions: Sequence[Revision]) -> tuple[str, ...]:
    """Those that no other one of them stands on, in their order."""
    covered = {parent for each in revisions for parent in (*each.parents, *each.depends_on)}
    return tuple(each.identifier for each in revisions if each.identifier not in covered)


def _end(sight: Sighting, steps: int) -> Schema:
    return sight.passage.legs[:steps][-1].after.schema


def _types(schema: Schema) -> dict[Column, str]:
    tables = schema.tables.items()
    return {(name, column.name): column.type for name, table in tables for column in table.columns}


def _only(row: Row, columns: Collection[Column]) -> Row:
    values = {name: value for name, value in row.values.items() if (row.table, name) in columns}
    return Row(row.table, values or row.values)


def _matter(sight: Sighting, schema: Schema) -> set[Column]:
    """Keys, what refers to other rows, and what the finding is about."""
    load, evidence = sight.passage.load, sight.finding.evidence
    hazards = load.hazards if load else ()
    aimed = {
        (each.table, name)
        for each in hazards
        for name in (*each.columns, *each.values, *each.second)
    }
    changed = {(each.table, name) for each in evidence.changed for name in each.before or ()}
    return aimed | changed | {each for row in evidence.rows for each in _keys(row, schema)}


def _keys(row: Row, schema: Schema) -> Iterator[Column]:
    table = schema.tables[row.table]
    referring = (name for key in table.foreign_keys for name in key.columns)
    for name in (*table.primary_key, *(n for n in referring if row.values.get(n) is not None)):
        yield row.table, name


def _columns(rows: Sequence[Row]) -> dict[Column, None]:
    return dict.fromkeys((row.table, name) for row in rows for name in row.values)


def _fewest(
    columns: Collection[Column], kept: Collection[Column], shows: Callable[[set[Column]], bool]
) -> set[Column]:
    """The columns without those that can be left out, one after the other, but for the ``kept``."""
    left = set(columns)
    for column in columns:
        if column not in kept and shows(left - {column}):
            left.remove(column)
    return left
