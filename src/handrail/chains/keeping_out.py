"""Database drivers that a target uses by itself, kept from all but the database of the run.

SQLAlchemy's engines are led there by :mod:`handrail.chains.engines`; a driver that is used without
them would open what it is told to (design page, section 1). Python tells an audit hook of each file
that sqlite3 is about to open, however it was imported, and SQLite asks about each ATTACH; other
drivers, and other modules of SQLite, are changed when they are imported.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from pathlib import Path
from traceback import walk_stack
from types import ModuleType
from typing import Any

from sqlalchemy import URL

from handrail.chains.sqlite_kept import keep, modules

DRIVERS = {
    "psycopg.generators": "connect",
    "psycopg2": "_connect",
    "asyncpg.connect_utils": "_connect",
    "pg8000.core": "CoreConnection.__init__",
    "pymysql.connections": "Connection.__init__",
    "aiomysql.connection": "Connection.__init__",
    "asyncmy.connection": "Connection.__init__",
    "MySQLdb.connections": "Connection.__init__",
    "mysql.connector.abstracts": "MySQLConnectionAbstract.connect",
    "mysql.connector.aio.connection": "MySQLConnection.connect",
    "mariadb": "connect",
    "mariadb.connections": "Connection.__init__",
    "mariadb.sync_connection": "SyncConnection.__init__",
    "mariadb.async_connection": "AsyncConnection.__init__",
}
"""Modules of drivers, and what all connections of each come through."""
_ALLOWED, _DENIED, _SETS, _ATTACHES = 0, 1, 19, 24
"""SQLite's numbers for an authorizer: what it says, and of what it is asked."""
_NO_FILE = re.compile(r":memory:|file::memory:.*|file:.*[?&]mode=memory\b.*|")
"""What SQLite opens under these names is gone when it is closed."""
_BETWEEN = {__name__, "handrail.chains.sqlite_kept"}
"""What stands between whoever opens a file and the one who asks about it."""
_OURS: ContextVar[bool] = ContextVar("_OURS", default=False)


def _measures() -> bool:
    """Whether it is coverage.py that opens a file, to note what was run in this process."""
    callers = (frame.f_globals.get("__name__", "") for frame, _ in walk_stack(None))
    caller = next((name for name in callers if name not in _BETWEEN), "")
    return caller.startswith("coverage.")


class KeptOut(BaseException):
    """Raised where a driver is to open another database; no ``except Exception`` holds it up."""

    def __init__(self, driver: str, what: str = "a database") -> None:
        super().__init__(
            f"{driver} was kept from opening {what}: only the scratch database of the run is open"
            " to a target"
        )
        frames = [(frame.f_code.co_filename, line) for frame, line in walk_stack(None)]
        self.frames = tuple(reversed(frames))
        """Files and lines that were at work, outermost first."""


@contextmanager
def by_handrail() -> Iterator[None]:
    """Connections that this thread opens meanwhile are Handrail's own."""
    token = _OURS.set(True)
    try:
        yield
    finally:
        _OURS.reset(token)


class Guard:
    """Keeps the drivers of this process, and of what is forked from it, to one database.

    ``scratch`` gives its URL, None where no database is to be opened; ``opened`` is told when a
    driver opens it.
    """

    def __init__(self, scratch: Callable[[], URL | None], opened: Callable[[], None]) -> None:
        self._scratch = scratch
        self._opened = opened
        self._is_lifted = False
        self.decides_on_keys = False
        """Whether the target has told SQLite to enforce foreign keys, or not to."""
        self._kept_out: list[KeptOut] = []

    def install(self, sqlite: str = "sqlite3") -> None:
        """From now on and for good; before anything of the target is imported.

        ``sqlite`` is a module of SQLite that Handrail has been told of.
        """
        sys.addaudithook(self._heard)
        changes = dict.fromkeys(DRIVERS, self._change)
        changes |= dict.fromkeys(modules([sqlite]), self._keep)
        for name, change in changes.items():
            if name in sys.modules:
                change(sys.modules[name])
        sys.meta_path.insert(0, _Finder(changes))

    def lift(self) -> None:
        """The target is done, and its process about to end."""
        self._is_lifted = True

    def passed_on(self, error: BaseException | None) -> BaseException | None:
        """What a run has raised, or that a driver was kept out in it, whatever became of that."""
        kept_out = next(iter(self._kept_out), None)
        self._kept_out.clear()
        if kept_out is None or isinstance(error, KeptOut):
            return error
        return kept_out.with_traceback(error.__traceback__ if error else None)

    def _heard(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event == "sqlite3.connect":
            self._check_file(os.fsdecode(arguments[0]))

    def _check_file(self, name: str) -> None:
        if _OURS.get() or self._is_lifted or _NO_FILE.fullmatch(name) or _measures():
            return
        if not self._is_scratch(name):
            raise self._noted(KeptOut("sqlite3", name))
        self._opened()

    def _keep(self, module: ModuleType) -> None:
        keep(module, self._check_file, self._authorized)

    def _authorized(
        self, action: int, name: str | None, value: str | None, *_rest: str | None
    ) -> int:
        """Exceptions are lost here: SQLite says "not authorized" for what is denied."""
        if action == _SETS and value and str(name).lower() == "foreign_keys":
            self.decides_on_keys = True
        if action != _ATTACHES:
            return _ALLOWED
        if name is not None and (_NO_FILE.fullmatch(name) or self._is_scratch(name)):
            return _ALLOWED
        self._noted(KeptOut("ATTACH", name or "a file that it does not name by itself"))
        return _DENIED

    def _is_scratch(self, name: str) -> bool:
        url = self._scratch()
        if url is None or not url.database or url.get_backend_name() != "sqlite":
            return False
        plain = name.removeprefix("file://").removeprefix("file:").partition("?")[0]
        return Path(plain).resolve() == Path(url.database).resolve()

    def _check(self, driver: str, arguments: tuple[Any, ...], options: dict[str, Any]) -> None:
        if _OURS.get():
            return
        # Few targets come here, and a driver takes a while to import.
        from handrail.chains.leading import leads_to

        url = self._scratch()
        if url is None or not leads_to(url, arguments, options):
            raise self._noted(KeptOut(driver))
        self._opened()

    def _noted(self, error: KeptOut) -> KeptOut:
        self._kept_out.append(error)
        return error

    def _change(self, module: ModuleType) -> None:
        """The module's way to a database asks first."""
        *owners, name = DRIVERS[module.__name__].split(".")
        owner = getattr(module, owners[0]) if owners else module
        plain = getattr(owner, name)
        driver = module.__name__.partition(".")[0]

        def connect(*arguments: Any, **options: Any) -> Any:
            self._check(driver, arguments, options)
            return plain(*arguments, **options)

        setattr(owner, name, connect)


class _Finder(MetaPathFinder):
    """Has each driver changed as soon as it has been imported."""

    def __init__(self, changes: Mapping[str, Callable[[ModuleType], None]]) -> None:
        self._changes = changes
        self._sought: set[str] = set()

    def find_spec(
        self, name: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name not in self._changes or name in self._sought:
            return None
        self._sought.add(name)
        try:
            spec = find_spec(name)
        finally:
            self._sought.discard(name)
        if spec and spec.loader:
            run = spec.loader.exec_module

            def run_and_change(module: ModuleType) -> None:
                run(module)
                self._changes[name](module)

            spec.loader.exec_module = run_and_change  # type: ignore[method-assign]
        return spec
