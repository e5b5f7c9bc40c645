"""Every way of SQLAlchemy to a database, led to the scratch database of the run.

The factories are replaced for the whole life of the child process, before anything of the target is
imported, since revisions and what they import make engines too (design page, section 1).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from types import ModuleType
from typing import Any

import sqlalchemy
import sqlalchemy.engine
import sqlalchemy.engine.create
from sqlalchemy import URL, Engine, NullPool, create_engine

FACTORIES = ("create_engine", "engine_from_config")
ASYNCHRONOUS = ("create_async_engine", "async_engine_from_config")


class Engines:
    """Makes the engines of a target; what URL it asks for is not even looked at."""

    def __init__(self) -> None:
        self._url: URL | None = None
        self._made: list[Engine] = []

    def install(self) -> None:
        """Replace SQLAlchemy's factories by ours, for good."""
        for module in (sqlalchemy, sqlalchemy.engine, sqlalchemy.engine.create):
            for name in FACTORIES:
                setattr(module, name, self._engine)
        # Without greenlet nobody can import it, and nothing need be replaced.
        with suppress(ImportError):
            for name in ("sqlalchemy.ext.asyncio", "sqlalchemy.ext.asyncio.engine"):
                _replace_asynchronous(import_module(name))

    @contextmanager
    def leading_to(self, url: URL) -> Iterator[None]:
        """Engines made meanwhile lead to ``url``, and are disposed afterwards."""
        self._url = url
        try:
            yield
        finally:
            self._url = None
            while self._made:
                self._made.pop().dispose()

    def current(self) -> Engine:
        """A new engine for the database of the run. Raises RuntimeError between runs."""
        if self._url is None:
            raise RuntimeError("a database is asked for while no step is run")
        self._made.append(create_engine(self._url, poolclass=NullPool))
        return self._made[-1]

    def _engine(self, *_url: Any, **_options: Any) -> Any:
        return LateEngine(self) if self._url is None else self.current()


class LateEngine:
    """An engine that was made at import: whatever is asked of it, the run's own engine answers."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    def __getattr__(self, name: str) -> Any:
        return getattr(self._engines.current(), name)


def _replace_asynchronous(module: ModuleType) -> None:
    for name in ASYNCHRONOUS:
        setattr(module, name, _refuse)


def _refuse(*_url: Any, **_options: Any) -> None:
    raise NotImplementedError("asynchronous engines are not led to scratch databases yet")
