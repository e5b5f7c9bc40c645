"""A folder of SQL files as the rules want to see it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from handrail.audit.programs import Programs
from handrail.audit.reading import Act, Around, Body, Reading, Sent
from handrail.audit.recognising import dialect_of
from handrail.audit.sql import Verb
from handrail.chains.sql_files.layouts import Layout, SqlFolder, SqlMigration, SqlScript
from handrail.chains.sql_files.statements import Statement, split
from handrail.model import Direction, Location


def read(folder: SqlFolder) -> tuple[Reading, ...]:
    """Each migration as it can be read, in the order in which they run."""
    programs = Programs()
    readings: list[Reading] = []
    for migration in folder.migrations:
        parents = (readings[-1].revision,) if readings else ()
        readings.append(_read(migration, parents, folder, programs))
    return tuple(readings)


def _read(
    migration: SqlMigration, parents: tuple[str, ...], folder: SqlFolder, programs: Programs
) -> Reading:
    scripts = {Direction.UPGRADE: migration.up, Direction.DOWNGRADE: migration.down}
    there = {way: script for way, script in scripts.items() if script}
    acts = {way: tuple(_acts(script, programs)) for way, script in scripts.items()}
    return Reading(
        revision=migration.version,
        file=migration.up.file,
        acts=acts,
        bodies={way: _body(script) for way, script in there.items()},
        parents=parents,
        ledger=folder.ledger,
        in_transaction=frozenset(
            way for way, script in there.items() if _in_transaction(script, folder.layout)
        ),
        sent={way: _sent(script, acts[way]) for way, script in there.items()},
        forward_only=migration.repeatable or not any(each.down for each in folder.migrations),
    )


def _acts(script: SqlScript | None, programs: Programs) -> Iterator[Act]:
    if script is None:
        return
    for statement in _statements(script):
        place = partial(_place, script, statement)
        yield from programs.acts(statement.text, place, Around())


def _sent(script: SqlScript, acts: Sequence[Act]) -> tuple[Sent, ...]:
    """The whole script, where it is not in the dialect of SQLite.

    One that says BEGIN makes a transaction of its own; any other is taken for one.
    """
    if dialect_of(script.text) == "sqlite":
        return ()
    begins = any(act.statement.verb is Verb.BEGIN for act in acts)
    place = Location(str(script.file), script.line)
    return (Sent(script.text, place, apart=begins or not script.transactional, is_file=True),)


def _statements(script: SqlScript) -> tuple[Statement, ...]:
    return split(script.text, dialect_of(script.text))


def _place(script: SqlScript, statement: Statement, offset: int) -> Location:
    line = script.line + statement.line - 1 + statement.text.count("\n", 0, offset)
    return Location(str(script.file), line)


def _body(script: SqlScript) -> Body:
    return Body(Location(str(script.file), script.line), empty=not _statements(script))


def _in_transaction(script: SqlScript, layout: Layout) -> bool:
    """Whether the usual runners of the layout run it in one; a statement by itself they do not."""
    wrapped = layout is Layout.DBMATE or len(_statements(script)) > 1
    return script.transactional and wrapped
