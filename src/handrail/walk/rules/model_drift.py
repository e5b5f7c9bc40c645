"""The schema at the head is not what the models say.

Example: a column became nullable in the model, and nobody wrote the revision; a CHECK of the model
admits a state that the one in the database refuses.

Why it hurts: tests make their tables from the models, production is made by the chain. What passes
in the one fails in the other.

Remedy: ``alembic revision --autogenerate`` for what Alembic compares; a CHECK constraint it leaves
alone: write the revision by hand (``op.replace_check_constraint``).

Compared are the metadata that env.py hands to ``context.configure`` as ``target_metadata`` and an
empty database at the head, by Alembic itself with the options of env.py: tables, columns, types,
NULL, defaults where ``compare_server_default`` is set, indexes, unique and foreign keys; and CHECK
constraints by name and by what they admit. What ``include_object`` or ``include_name`` leave out is
left out. Without metadata, or with one that holds no table, there is nothing to compare.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, product

from handrail.model import (
    Change,
    Check,
    Deviation,
    Direction,
    Evidence,
    Finding,
    Location,
    Models,
    Revision,
    Schema,
    Severity,
)
from handrail.model.rule import Rule
from handrail.snapshots import canonical, dialect_named
from handrail.snapshots.families import Family, type_of

RULE = Rule(
    name="model-drift",
    severity=Severity.WARNING,
    remedy="write the revision that the models are waiting for (alembic revision --autogenerate)",
    explanation=__doc__,
)


def compare(head: Revision, database: str, models: Models, schema: Schema) -> Iterator[Finding]:
    """A finding for each table; ``schema`` is that of a database of that kind at the head."""
    dialect = dialect_named(database)
    checks = [
        deviation
        for name, wanted in models.checks.items()
        if name in schema.tables
        for deviation in _checks(name, schema.tables[name].checks, wanted, dialect)
    ]
    told = [each for each in models.deviations if _matters(each, dialect)]
    ordered = sorted((*told, *checks), key=lambda each: each.table)
    for table, deviations in groupby(ordered, key=lambda each: each.table):
        yield _finding(head, database, table, tuple(deviations))


def _matters(deviation: Deviation, dialect: str) -> bool:
    """SQLite has one kind of integer, whatever it is called."""
    families = {
        type_of(text, dialect).family for text in (deviation.there, deviation.wanted) if text
    }
    of_types = deviation.thing.startswith("type of ")
    return not (dialect == "sqlite" and of_types and families == {Family.INTEGER})


def _finding(head: Revision, database: str, table: str, deviations: Sequence[Deviation]) -> Finding:
    words = "; ".join(map(str, deviations))
    return RULE.finding(
        revision=head.identifier,
        direction=Direction.UPGRADE,
        message=f"the models and the head differ in {table}: {words}",
        database=database,
        location=Location(head.file, head.line),
        evidence=Evidence(changed=tuple(map(_change, deviations))),
        cause=table,
    )


def _change(deviation: Deviation) -> Change:
    there, wanted = (
        None if text is None else {deviation.thing: text}
        for text in (deviation.there, deviation.wanted)
    )
    return Change(deviation.table, there, wanted)


def _checks(
    table: str, there: Sequence[Check], wanted: Sequence[Check], dialect: str
) -> Iterator[Deviation]:
    """Those of one name that admit other rows, those of another name, those of one side alone."""
    left, lacking = list(there), list(wanted)

    def pairs(alike: Callable[[Check, Check], bool]) -> Iterator[tuple[Check, Check]]:
        for near, far in product(there, wanted):
            if near in left and far in lacking and alike(near, far):
                left.remove(near)
                lacking.remove(far)
                yield near, far

    def admit_the_same(near: Check, far: Check) -> bool:
        forms = {canonical.condition(check.text, dialect) for check in (near, far)}
        return len(forms) == 1

    list(pairs(lambda near, far: admit_the_same(near, far) and _may_be_one(near, far)))
    for near, far in pairs(lambda near, far: near.name == far.name is not None):
        yield Deviation(table, f"check {near.name}", f"({near.text})", f"({far.text})")
    for near, far in pairs(admit_the_same):
        yield Deviation(table, f"name of the check ({near.text})", near.name, far.name)
    for each in left:
        yield Deviation(table, _called(each), f"({each.text})", None)
    for each in lacking:
        yield Deviation(table, _called(each), None, f"({each.text})")


def _may_be_one(near: Check, far: Check) -> bool:
    return near.name == far.name or None in (near.name, far.name)


def _called(check: Check) -> str:
    return f"check {check.name}" if check.name else f"check ({check.text})"
