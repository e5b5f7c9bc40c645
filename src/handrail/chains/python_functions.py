"""A list of Python functions as a chain: ``("name", function(cursor, connection))`` in order."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from importlib import import_module
from inspect import unwrap
from pathlib import Path
from types import FunctionType
from typing import Any

from handrail.chains.engines import Engines
from handrail.chains.requests import Failed, Limits, Plan, Run
from handrail.chains.said import Said
from handrail.chains.target import Target
from handrail.chains.watching import place_of
from handrail.chains.words import words_of
from handrail.errors import TargetError
from handrail.model import Direction, Revision


class FunctionChain:
    """The child's side of a list; raises TargetError where it cannot be had, or is none.

    A step calls one function by itself and records nothing. The command ``upgrade`` lets the
    project's own runner loose, with the list cut off behind the destination; without a runner what
    is pending is called and recorded by us. There is no way back.
    """

    def __init__(self, target: Target) -> None:
        assert target.functions
        self._given = target.given
        self.folders = (target.directory,)
        sys.path.insert(0, str(target.directory))
        self._ledger = target.functions.ledger
        self._raw = RawSqlite()
        self._list = self._had(target.functions.entries)
        if not isinstance(self._list, list):
            raise TargetError(f"{target.functions.entries} is no list", where=self._given)
        self._entries = list(self._list)
        self.revisions = tuple(self._revisions())
        self.heads = tuple(each.identifier for each in self.revisions[-1:])
        runner = target.functions.runner
        self._runner = self._had(runner) if runner else self._run_pending

    def allowed(self, limits: Limits) -> Limits:
        """All of them hold: a function is a program."""
        return limits

    def run(self, request: Run, engines: Engines, said: Said) -> None:
        """Run a plan; whatever a function or the runner raises comes through."""
        said.begin()
        said.ledger, said.ledger_column = self._ledger, "name"
        url = request.url
        with (
            engines.leading_to(url),
            self._raw.leading_to(url.database if url.get_backend_name() == "sqlite" else None),
            redirect_stdout(said.output),
        ):
            pooled = engines.current().raw_connection()
            try:
                self._run(request.plan, pooled.driver_connection)
            finally:
                pooled.close()

    def failed_before(self, error: BaseException | None) -> Failed:
        """Nothing was run: the plan or the database is at fault."""
        return Failed(words_of(error) if error else "nothing was run", self._given)

    def _run(self, plan: Plan, connection: Any) -> None:
        ways = {plan.command, *(step.direction for step in plan.steps)}
        assert Direction.DOWNGRADE not in ways, "a list of functions has no way back"
        functions = dict(self._entries)
        for step in plan.steps:
            functions[step.revision](connection.cursor(), connection)
            connection.commit()
        if plan.command:
            with self._cut_off_behind(plan.destination):
                self._runner(connection)

    @contextmanager
    def _cut_off_behind(self, destination: str) -> Iterator[None]:
        """The list ends there, for everybody who has imported it."""
        names = ["base", *dict(self._entries), "head"]
        self._list[:] = self._entries[: names.index(destination)]
        try:
            yield
        finally:
            self._list[:] = self._entries

    def _run_pending(self, connection: Any) -> None:
        cursor = connection.cursor()
        ledger = '"' + self._ledger.replace('"', '""') + '"'
        cursor.execute(f"CREATE TABLE IF NOT EXISTS {ledger} (name TEXT PRIMARY KEY)")
        cursor.execute(f"SELECT name FROM {ledger}")  # noqa: S608 - quoted
        applied = {name for (name,) in cursor.fetchall()}
        for name, function in self._list:
            if name not in applied:
                function(cursor, connection)
                text = name.replace("'", "''")
                cursor.execute(f"INSERT INTO {ledger} VALUES ('{text}')")  # noqa: S608
                connection.commit()

    def _revisions(self) -> Iterator[Revision]:
        """Each stands on the one before it."""
        parents: tuple[str, ...] = ()
        for entry in self._entries:
            match entry:
                case (str(name), FunctionType() as function):
                    code = unwrap(function).__code__
                    message = (function.__doc__ or name).strip().partition("\n")[0]
                    line = code.co_firstlineno
                    yield Revision(name, parents, code.co_filename, message, line=line)
                    parents = (name,)
                case _:
                    what = f"{entry!r} is no pair of a name and a function"
                    raise TargetError(what, where=self._given)

    def _had(self, given: str) -> Any:
        """What ``module:name`` names; TargetError with the place where its module stopped."""
        module, _, name = given.partition(":")
        try:
            with self._raw.leading_to(None):
                return getattr(import_module(module), name)
        except BaseException as error:
            place = place_of(error.__traceback__, self.folders)
            where = f"{place.file}:{place.line}" if place else self._given
            what = f"{given} cannot be had: {type(error).__name__}: {words_of(error)}"
            raise TargetError(what, where=where) from error


class RawSqlite:
    """Every way of the sqlite3 module to a file, led to the scratch database of the run.

    While the target's code is at work, as with :mod:`handrail.chains.engines`: what file is asked
    for is not even looked at. Memory is nobody's database, and stays.
    """

    def __init__(self) -> None:
        self._file: str | None = None
        self._plain = sqlite3.connect

    @contextmanager
    def leading_to(self, file: str | None) -> Iterator[None]:
        """What is opened meanwhile is that file; without one, nothing can be opened."""
        self._file = file
        self._install(self._connect)
        try:
            yield
        finally:
            self._file = None
            self._install(self._plain)

    def _install(self, connect: Any) -> None:
        for module in (sqlite3, sqlite3.dbapi2):
            setattr(module, "connect", connect)  # noqa: B010 - an overload cannot be assigned

    def _connect(self, database: Any, *arguments: Any, **options: Any) -> Any:
        if database == ":memory:":
            return self._plain(database, *arguments, **options)
        if self._file is None:
            raise RuntimeError("a database is asked for while no step is run")
        return self._plain(self._file, *arguments, **options | {"uri": False})


def module_of(file: Path) -> tuple[Path, str]:
    """The folder from which a file is imported, and the name that it has from there.

    The folder is the first above it that is no package.
    """
    parts, folder = [file.stem], file.parent
    while (folder / "__init__.py").is_file():
        parts.insert(0, folder.name)
        folder = folder.parent
    return folder, ".".join(parts)
