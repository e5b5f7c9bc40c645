"""What a runner's ledger claims, and whether the schema shows it; pure.

Nobody tells what the runner's ledger looks like: it is the table, of those that the runner made
for itself, in one of whose columns the names of migrations stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from handrail.model import Raised, Revision, Rows, Snapshot, Value
from handrail.snapshots import schema_differences
from handrail.walk.passage import Drive, only_tables


def claims(drive: Drive) -> bool:
    """Whether the ledger says that the revision is applied."""
    own = set(drive.after.schema.tables) - _known(drive)
    usual = drive.honest.outcome.ledger
    tables = [usual] if usual in own else sorted(own)
    columns = [column for table in tables for column in _columns(drive.after.rows.get(table))]
    names = [_names(revision) for revision in drive.given]
    likeliest = max(columns, key=lambda column: _likeness(column, names), default=[])
    return any(value in names[-1] for value in likeliest)


def missing(drive: Drive) -> tuple[str, ...]:
    """What the revision makes when it is run honestly, and the runner's database does not show."""
    return _differences(drive, drive.honest.after)


def made(drive: Drive) -> tuple[str, ...]:
    """What the runner's database shows now and did not show before."""
    return _differences(drive, drive.before)


def swallowed(drive: Drive) -> tuple[Raised, ...]:
    """What the database raised in statements of the revision's own file."""
    text = _squeezed(drive.text)
    return tuple(
        each
        for each in drive.outcome.raised
        if each.statement and _squeezed(each.statement) in text
    )


def _differences(drive: Drive, expected: Snapshot) -> tuple[str, ...]:
    """In the tables that the chain itself has: their shape, and how many rows they hold."""
    known = _known(drive)
    before, after = (only_tables(each.schema, known) for each in (expected, drive.after))
    return (
        *(str(change) for change in schema_differences(before, after) if not change.weak),
        *_counts(expected.rows, drive.after.rows, sorted(set(before.tables) & set(after.tables))),
    )


def _counts(
    before: Mapping[str, Rows], after: Mapping[str, Rows], tables: list[str]
) -> Iterator[str]:
    for table in tables:
        if table in before and table in after:
            held, holds = len(before[table].values), len(after[table].values)
            if held != holds:
                yield f"table {table}: {held} rows, {holds} there"


def _known(drive: Drive) -> frozenset[str]:
    """The tables of the chain itself, as far as an honest run has shown them."""
    return frozenset(drive.honest.before.schema.tables) | frozenset(
        drive.honest.after.schema.tables
    )


def _columns(rows: Rows | None) -> Iterator[list[str]]:
    """The values of each column, without the rows that the ledger itself calls failed."""
    dicts = [row for row in (rows.as_dicts() if rows else ()) if not _failed(row)]
    for name in rows.columns if rows else ():
        yield [str(row[name]) for row in dicts]


def _failed(row: Mapping[str, Value]) -> bool:
    """Flyway's ``success``, golang-migrate's ``dirty``."""
    return row.get("success") in (0, "f") or row.get("dirty") in (1, "t")


def _likeness(column: list[str], names: list[set[str]]) -> tuple[int, int]:
    """How many revisions it names; of two, the one whose names are longer."""
    named = [value for value in column if any(value in each for each in names)]
    return len(named), sum(map(len, named))


def _names(revision: Revision) -> set[str]:
    """What a ledger may call a revision."""
    file = Path(revision.file).name
    version = revision.identifier
    short = {version, version.lstrip("0")} - {""}
    return {file, file.removesuffix(".sql"), file.removesuffix(".up.sql"), *short}


def _squeezed(text: str) -> str:
    """Without differences in white space, and in what a driver makes of a percent sign."""
    return " ".join(text.replace("%%", "%").split())
