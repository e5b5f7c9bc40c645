"""The audit of a chain: every revision is read, every rule judges every reading."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from handrail import catalogue
from handrail.audit import folders, revisions, rules, runners
from handrail.audit.filling import filled
from handrail.audit.inventory import Inventory, Origin
from handrail.audit.reading import Reading
from handrail.audit.rules import swallowed_error
from handrail.audit.sql import Verb
from handrail.chains.sources import environment_file, source_files
from handrail.chains.sql_files.layouts import read_folder
from handrail.chains.target import Target
from handrail.model import Direction, Finding


def audit(files: Iterable[Path], environment: Path | None = None) -> tuple[Finding, ...]:
    """Every finding in the revisions among ``files``, in the order given, then by line.

    Files are Alembic's: Python with ``revision = "..."`` at the top level; others among them are
    passed over. All revisions of a chain should be given even where only some are of interest,
    since a few verdicts rest on what the others create; so should its ``env.py``, which may name
    the version table. Nothing is imported, run or written.

    Raises TargetError, with file and line, where a file cannot be read as Python.
    """
    return judged(_read_files(files, environment))


def read_target(target: Target) -> tuple[Reading, ...]:
    """Every revision of a chain as it can be read: of Alembic, or of a folder of SQL files.

    Raises TargetError where there are none, and where one cannot be read.
    """
    if target.sql is not None:
        return folders.read(read_folder(target.sql, target.given))
    return _read_files(source_files(target), environment_file(target))


def _read_files(files: Iterable[Path], environment: Path | None) -> tuple[Reading, ...]:
    said = revisions.read_environment(environment)
    read = (revisions.read(file, said) for file in files)
    return tuple(reading for reading in read if reading)


def audit_runner(given: str, root: Path) -> tuple[Finding, ...]:
    """Where the runner ``module:callable`` lets a migration fail without an error.

    Its source is looked for below ``root``, and not imported. Raises TargetError where there is no
    such module or function, and where a file cannot be read as Python.
    """
    return tuple(swallowed_error.judge(runners.read(given, root)))


def judged(readings: Sequence[Reading]) -> tuple[Finding, ...]:
    """Every finding in the revisions of one chain, in the order given, then by line."""
    made = {reading.revision: _created(reading) for reading in readings}
    before = _inventories(readings)
    found = (
        finding
        for reading in readings
        for finding in _judged(
            replace(
                reading,
                existed=_others(made, reading.revision),
                before=before[reading.revision],
            )
        )
    )
    return tuple(found)


def _judged(reading: Reading) -> list[Finding]:
    found = [
        finding for module in catalogue.rule_modules(rules) for finding in module.judge(reading)
    ]
    return sorted(found, key=lambda finding: finding.location.line if finding.location else 0)


def _created(reading: Reading) -> frozenset[str]:
    acts = reading.acts[Direction.UPGRADE]
    return frozenset(act.statement.table for act in acts if act.statement.verb is Verb.CREATE)


def _others(made: dict[str, frozenset[str]], revision: str) -> frozenset[str]:
    others = (tables for other, tables in made.items() if other != revision)
    return frozenset().union(*others)


def _inventories(readings: Sequence[Reading]) -> dict[str, Inventory]:
    """What the ancestors of each revision have left; those beside it do not count."""
    before: dict[str, Inventory] = {}
    after: dict[str, Inventory] = {}
    for reading in _parents_first(readings):
        branches = [after[parent] for parent in reading.parents if parent in after]
        before[reading.revision] = Inventory.of_all(branches)
        after[reading.revision] = Inventory.of_all(branches)
        for act in reading.acts[Direction.UPGRADE]:
            origin = Origin(reading.revision, act.location)
            left = after[reading.revision]
            left.apply(act.statement.moves, origin, certain=act.around.certain)
            left.fill(tuple(filled(act.statement, left.open)))
    return before


def _parents_first(readings: Sequence[Reading]) -> list[Reading]:
    """In an order in which each comes after those before it; as given where they go in a circle."""
    named = {reading.revision: reading for reading in readings}
    order = TopologicalSorter({reading.revision: reading.parents for reading in readings})
    try:
        return [named[name] for name in order.static_order() if name in named]
    except CycleError:
        return [*readings]
