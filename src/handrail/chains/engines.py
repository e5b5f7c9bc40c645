"""Every way of SQLAlchemy to a database, led to the scratch database of the run.

The factories are replaced for the whole life of the child process, before anything of the target is
imported, since the application, ``env.py`` and revisions make engines at all times. What they make
are real engines of the kind of database that is walked, which keep their listeners; but each new
connection leads to the database of the run (design page, section 1).
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import sqlalchemy
import sqlalchemy.engine
import sqlalchemy.engine.create
from sqlalchemy import URL, Engine, NullPool, create_engine, event

from handrail.chains import asynchronous
from handrail.chains.calling import NAMES, called
from handrail.chains.keeping_out import Guard, by_handrail
from handrail.databases import sqlite_module
from handrail.databases.connecting import NOWHERE_ELSE

_OPTIONS = ("execution_options", "json_serializer", "json_deserializer")
_OF_MYSQL = ("autocommit", "client_flag", "init_command", "sql_mode")
_CONNECTING = {
    "sqlite": ("isolation_level", "autocommit"),
    "postgresql": ("options",),
    "mariadb": _OF_MYSQL,
    "mysql": _OF_MYSQL,
}
"""What may be asked of a connection that leads nowhere else but does another thing."""
_HERE: Mapping[str, Mapping[str, Any]] = {"postgresql": NOWHERE_ELSE}
"""Lest the environment, which a user may have given to env.py, lead elsewhere."""

Held = Callable[[Mapping[str, Any]], Any]
"""Gives a connection of the driver's that is there already, told what is asked of it."""


class Engines:
    """Makes the engines of a target; where the URL leads that it asks for is not even looked at."""

    own_url = ""
    """What the target's configuration has, of which the kind of database is all that is read."""

    def __init__(self) -> None:
        self._kind = self._driver = ""
        self._url: URL | None = None
        self._held: Held | None = None
        self._opened: list[Any] = []
        self._enforces = False
        self._by_drivers = 0
        self.guard = Guard(lambda: self._url, self._opened_by_driver)

    def install(self, driver: str) -> None:
        """Replace SQLAlchemy's factories by ours, for good; ``driver`` is that of the databases."""
        self._kind, self._driver = URL.create(driver).get_backend_name(), driver
        self.guard.install(sqlite_module.learn(driver))
        for module in (sqlalchemy, sqlalchemy.engine, sqlalchemy.engine.create):
            setattr(module, "create_engine", self._engine)  # noqa: B010 - an overload
            setattr(module, "engine_from_config", self._configured)  # noqa: B010
        asynchronous.replace()

    @contextmanager
    def leading_to(self, url: URL) -> Iterator[None]:
        """Connections opened meanwhile lead to ``url``; those left open are closed afterwards."""
        self._url = url
        self._by_drivers = 0
        try:
            yield
        finally:
            if "sqlalchemy.orm" in sys.modules:  # some sessions live as long as the application
                sys.modules["sqlalchemy.orm"].close_all_sessions()
            self._url = None
            while self._opened:
                left = self._opened.pop()
                if getattr(left, "open", True):  # PyMySQL's cannot be closed twice
                    left.close()

    @contextmanager
    def handing_out(self, held: Held) -> Iterator[None]:
        """Every new connection is meanwhile what ``held`` gives, told what is asked of it."""
        self._held = held
        try:
            yield
        finally:
            self._held = None

    @contextmanager
    def enforcing(self, keys: bool) -> Iterator[None]:
        """Every new connection of SQLite's enforces foreign ``keys`` meanwhile, if it is to."""
        self._enforces = keys
        try:
            yield
        finally:
            self._enforces = False

    @property
    def opened(self) -> int:
        """How many connections the run has opened so far."""
        return len(self._opened) + self._by_drivers

    def current(self) -> Engine:
        """A new engine for the database of the run."""
        return self._engine()

    def _engine(self, url: object = "", **options: Any) -> Engine:
        kept = {name: options[name] for name in _OPTIONS if name in options}
        if options.get("isolation_level") == "AUTOCOMMIT":  # others change no step
            kept["isolation_level"] = "AUTOCOMMIT"
        connecting = _connecting(self._kind, options.get("connect_args", {}))

        def connect(dialect: Any, _record: Any, _arguments: Any, _options: Any) -> Any:
            """The first listener that opens a connection is the last that is asked."""
            if self._url is None:
                raise RuntimeError("a database is asked for while no step is run")
            if self._held:
                self._opened.append(self._held(connecting))
            else:
                if self._kind in NAMES:  # SQLAlchemy asks that of the first connection alone
                    dialect.default_schema_name = self._url.database
                where, how = dialect.create_connect_args(self._url)
                how = {**_HERE.get(self._kind, {}), **how, **connecting}
                with by_handrail():
                    self._opened.append(dialect.connect(*where, **how))
                if self._enforces:
                    sqlite_module.enforce_keys(self._opened[-1])
            return self._opened[-1]

        driver = called(self._driver, url, self.own_url)
        engine = create_engine(URL.create(driver), poolclass=NullPool, **kept)
        event.listen(engine, "do_connect", connect)
        return engine

    def _opened_by_driver(self) -> None:
        """The database of the run is opened, but not through an engine."""
        self._by_drivers += 1
        if self._held:
            self._held({"driver": "by itself"})

    def _configured(
        self, configuration: Mapping[str, Any], prefix: str = "sqlalchemy.", **options: Any
    ) -> Engine:
        read = {
            name.removeprefix(prefix): value
            for name, value in configuration.items()
            if name.startswith(prefix)
        }
        return self._engine(**{**read, **options})


def _connecting(kind: str, asked: Mapping[str, Any]) -> dict[str, Any]:
    """What may be asked of a connection, in the words of the driver that is used."""
    settings = asked.get("server_settings", {})  # as asyncpg has them
    words = " ".join(f"-c {name}={value}".replace(", ", ",") for name, value in settings.items())
    given = {"options": words, **asked} if words else asked
    return {name: given[name] for name in _CONNECTING[kind] if name in given}
