"""A table is dropped and made again, where altering it would have done.

What it means: within one direction of one revision a table that was there before

- is dropped, or renamed away, and a table of its name is created, or renamed into its place; or
- is copied by INSERT ... SELECT into a table that this direction makes, and then dropped: a rebuild
  under another name; or
- is put through ``op.batch_alter_table`` in a way that copies it: ``recreate="always"`` anywhere,
  and on SQLite ``recreate="auto"``, which is the default, with anything but a plain new column or
  an index.

Helpers, raw SQL, f-strings and loops over constant names are followed.

Example:

    op.execute("CREATE TABLE _plans_new (...)")
    op.execute("INSERT INTO _plans_new SELECT * FROM plans")
    op.drop_table("plans")
    op.rename_table("_plans_new", "plans")

Why it hurts: every row is written anew, under a lock. What the copy does not name is lost: columns,
defaults, triggers, grants, indexes. With foreign keys enforced, dropping the parent deletes or
forbids its children. A row that the new table forbids stops the copy half way, and where DDL is not
transactional the leftovers stop every further attempt.

What is not named: a table that this same direction made, such as a backup that is dropped at the
end; a downgrade that drops what its upgrade created; a drop and a creation in two arms of one
``if``; DROP TABLE IF EXISTS for a table that no other revision creates; a table split in several,
or summed up; batch mode that a test of the dialect keeps away from SQLite.

Remedy: ALTER TABLE: ``op.alter_column``, ``op.add_column``, ``op.rename_table``. What SQLite
cannot alter, ``op.replace_check_constraint`` and ``op.set_not_null`` of Handrail do in place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handrail.audit.reading import Act, Reading
from handrail.audit.sql import Verb, shown
from handrail.model import Direction, Evidence, Finding, Rule, Severity

RULE = Rule(
    name="drop-and-recreate",
    severity=Severity.WARNING,
    remedy="alter the table in place instead of building it anew",
    explanation=__doc__,
)


_ANEW = "dropped and made again"
_MOVED = "dropped after its rows were copied to a new table"
_BATCH = "rebuilt by batch mode"
_BATCH_ON_SQLITE = "rebuilt by batch mode on SQLite"


@dataclass(frozen=True, slots=True)
class _Rebuild:
    """A table, the act that makes it go, and in words how it goes and comes back."""

    table: str
    gone: Act
    how: str
    place: str


def judge(reading: Reading) -> Iterator[Finding]:
    """One finding for each direction that rebuilds, another for what batch mode does on SQLite."""
    for direction, acts in reading.acts.items():
        rebuilt = [*_replaced(acts, reading.existed), *_moved(acts), *_batched(acts, sqlite=False)]
        if rebuilt:
            yield _finding(reading, direction, rebuilt)
        if rebuilt_by_batch := list(_batched(acts, sqlite=True)):
            yield _finding(reading, direction, rebuilt_by_batch)


def _finding(reading: Reading, direction: Direction, rebuilt: Sequence[_Rebuild]) -> Finding:
    ordered = sorted(rebuilt, key=lambda one: _line(one.gone))
    tables: dict[str, dict[str, str]] = {}
    for one in ordered:
        tables.setdefault(one.how, {}).setdefault(one.table, f"{shown(one.table)} ({one.place})")
    told = (f"{how}: {', '.join(places.values())}" for how, places in tables.items())
    return RULE.finding(
        revision=reading.revision,
        direction=direction,
        message="; ".join(told),
        location=ordered[0].gone.location,
        evidence=Evidence(statement=shown(ordered[0].gone.statement.text)),
        cause=_BATCH_ON_SQLITE if _BATCH_ON_SQLITE in tables else "",
    )


def _comes(act: Act) -> str | None:
    """The table that is there after the act and was not before."""
    if act.statement.verb is Verb.RENAME:
        return act.statement.other
    return act.statement.table if act.statement.verb is Verb.CREATE else None


def _goes(act: Act) -> str | None:
    """The table that was there before the act and is not after."""
    return act.statement.table if act.statement.verb in (Verb.DROP, Verb.RENAME) else None


def _made_before(acts: Sequence[Act], at: int, table: str) -> bool:
    return any(_comes(act) == table and acts[at].can_follow(act) for act in acts[:at])


def _goes_after(acts: Sequence[Act], at: int, table: str) -> bool:
    return any(_goes(act) == table and act.can_follow(acts[at]) for act in acts[at + 1 :])


def _replaced(acts: Sequence[Act], existed: frozenset[str]) -> Iterator[_Rebuild]:
    for at, gone in enumerate(acts):
        table = _goes(gone)
        if table is None or _made_before(acts, at, table):
            continue
        if gone.statement.conditional and table not in existed:
            continue
        for back, come in enumerate(acts[at + 1 :], at + 1):
            if _comes(come) == table and come.can_follow(gone) and not _same(gone, come):
                if not _goes_after(acts, back, table):
                    place = f"lines {_line(gone)} and {_line(come)}"
                    yield _Rebuild(table, gone, _ANEW, place)
                break


def _same(gone: Act, come: Act) -> bool:
    """Whether a table that was renamed away is renamed back."""
    both = gone.statement.verb is Verb.RENAME and come.statement.verb is Verb.RENAME
    return both and gone.statement.other == come.statement.table


def _moved(acts: Sequence[Act]) -> Iterator[_Rebuild]:
    for at, gone in enumerate(acts):
        table = _goes(gone) if gone.statement.verb is Verb.DROP else None
        if table is None or _made_before(acts, at, table):
            continue
        copies = [act for act in acts[:at] if _copies(act, table) and gone.can_follow(act)]
        targets = {act.statement.table for act in copies}
        made = [act for act in acts[:at] if _comes(act) in targets]
        if len(targets) == 1 and made and not _goes_after(acts, at, next(iter(targets))):
            place = f"to {shown(next(iter(targets)))}, line {_line(gone)}"
            yield _Rebuild(table, gone, _MOVED, place)


def _copies(act: Act, source: str) -> bool:
    return act.statement.verb is Verb.COPY and act.statement.other == source


def _batched(acts: Sequence[Act], *, sqlite: bool) -> Iterator[_Rebuild]:
    how = _BATCH_ON_SQLITE if sqlite else _BATCH
    for at, act in enumerate(acts):
        statement = act.statement
        if statement.verb is not Verb.REBUILD or statement.conditional is not sqlite:
            continue
        if (sqlite and act.around.off_sqlite) or _made_before(acts, at, statement.table):
            continue
        yield _Rebuild(statement.table, act, how, f"line {_line(act)}")


def _line(act: Act) -> int:
    return act.location.line
