"""What each track of one commit says: entries of the list, defined objects, revisions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from handrail.errors import TargetError
from handrail.parity.objects import last_name, table_named, tables_of
from handrail.parity.operations import NO_SCHEMA, is_operation, operation
from handrail.parity.reader import Reader
from handrail.parity.schema_changes import Change, Place
from handrail.parity.settings import Settings
from handrail.parity.sources import Sources
from handrail.parity.sql import TEMPORARY, changes_of
from handrail.parity.values import Call, Function, Member, Scope, place_of

_RUN = {"execute", "executescript", "executemany", "exec_driver_sql", "execute_batch"}
_OF_ROWS = {"insert", "update", "delete", "select", "exists"}
_BACK = {"down", "downgrade", "rollback", "undo", "revert", "backward", "backwards"}


@dataclass(frozen=True, slots=True)
class Script:
    """What some code changes, and the places where it runs what cannot be known."""

    changes: tuple[Change, ...]
    unread: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the list of the code-first track."""

    name: str
    place: Place
    script: Script


@dataclass(frozen=True, slots=True)
class Revision:
    """A revision of the Alembic track."""

    file: str
    script: Script


class Tracks:
    """Both tracks at one commit. Raises TargetError for a file that is no Python there."""

    def __init__(self, sources: Sources, settings: Settings) -> None:
        self._sources = sources
        self._settings = settings
        self._reader = Reader(sources)

    def entries(self) -> tuple[Entry, ...]:
        """The list's entries in order; none where the commit does not have the file.

        Raises TargetError where the file holds no such list, or one that cannot be read.
        """
        file, name = self._settings.migrations, self._settings.list
        if not self._sources.holds(file):
            return ()
        listed = self._reader.look_up(name, self._reader.module(file)[0])
        if not isinstance(listed, tuple):
            what = f"no list {name} can be read here at {self._sources.told}"
            then = "name it in [tool.handrail.parity] as list"
            raise TargetError(what, where=file, then=then)
        return tuple(self._entry(each, Place(file, 1)) for each in listed)

    def schema(self) -> tuple[Change, ...]:
        """What the SQL texts of the schema files define."""
        files = [file for file in self._settings.schema if self._sources.holds(file)]
        return tuple(change for file in files for change in self._texts(file))

    def tables(self) -> tuple[Change, ...]:
        """What the objects of the table files define."""
        files = [file for file in self._settings.tables if self._sources.holds(file)]
        return tuple(change for file in files for change in tables_of(*self._reader.module(file)))

    def revision(self, file: str) -> Revision | None:
        """What a revision's way up changes, or None where the file is no revision."""
        scope, _ = self._reader.module(file)
        if "revision" not in scope.names:
            return None
        upgrade = scope.names.get("upgrade")
        calls = self._reader.calls_in(upgrade) if isinstance(upgrade, Function) else ()
        return Revision(file, _script(calls, "postgresql"))

    def _entry(self, value: object, place: Place) -> Entry:
        parts = list(_inside(value))
        name = next((part for part in parts if isinstance(part, str)), "?")
        way_up = next((part for part in parts if isinstance(part, Function)), None)
        calls = self._reader.calls_in(way_up) if way_up else ()
        if way_up:
            place = Place(way_up.scope.file, way_up.node.lineno)
        return Entry(name, place_of(value, place), _script(calls, "sqlite"))

    def _texts(self, file: str) -> Iterator[Change]:
        """Texts that have a name, and those that a function runs, each once."""
        scope, calls = self._reader.module(file)
        functions = [each for each in scope.names.values() if isinstance(each, Function)]
        calls += tuple(call for each in functions for call in self._reader.calls_in(each))
        given = [call.argument(0) for call in calls if call.name in _RUN]
        seen: set[tuple[str, Place]] = set()
        for text in _all_texts([*_values(scope), *given]):
            written = place_of(text, Place(file, 1))
            if (text, written) not in seen:
                seen.add((text, written))
                yield from changes_of(text, written, "sqlite") or ()


def _values(scope: Scope) -> Iterator[object]:
    return (value for name, value in scope.names.items() if not name.startswith("__"))


def _all_texts(values: Iterable[object]) -> Iterator[str]:
    for value in values:
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from _all_texts(value)
        elif isinstance(value, dict):
            yield from _all_texts(value.values())


def _inside(entry: object) -> Iterator[object]:
    """The parts of an entry, be it a tuple, a mapping or a call; ways back left out."""
    if isinstance(entry, tuple):
        yield from entry
    elif isinstance(entry, dict):
        yield from (value for key, value in entry.items() if key not in _BACK)
    elif isinstance(entry, Call):
        yield from entry.args
        yield from (value for key, value in entry.kwargs.items() if key not in _BACK)
    else:
        yield entry


def _script(calls: Iterable[Call], dialect: str) -> Script:
    changes: list[Change] = []
    unread: list[Place] = []
    for call in calls:
        done = _changes(call, dialect)
        if done is None:
            unread.append(call.place)
        else:
            changes += done
    passing = {each.thing.table for each in changes if each.definition == TEMPORARY}
    kept = (each for each in changes if each.thing.table not in passing)
    return Script(tuple(kept), tuple(unread))


def _writes_rows(statement: object) -> bool:
    """Whether a statement was built, as SQLAlchemy does, of what changes or reads rows alone."""
    while isinstance(statement, Call | Member):
        if isinstance(statement, Call) and last_name(statement.name) in _OF_ROWS:
            return True
        statement = statement.receiver if isinstance(statement, Call) else statement.owner
    return False


def _changes(call: Call, dialect: str) -> tuple[Change, ...] | None:
    """What a call changes; None where that cannot be known."""
    if call.name in _RUN:
        given = call.argument(0, "sqltext", "statement", "sql")
        if isinstance(given, str):
            return changes_of(given, call.place, dialect)
        return () if _writes_rows(given) else None
    if call.name in NO_SCHEMA:
        return ()
    if is_operation(call):
        return operation(call)
    if call.name in {"create", "drop"}:
        return operation(call) if table_named(call.receiver) else ()
    return None if call.name == "create_all" else ()
