"""What an env.py does to its connections and its migration context, written down call by call."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import Context, copy_context
from dataclasses import dataclass, field
from typing import Any

from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, Engine

CONNECT, CONFIGURE, RUN = "connect", "configure", "run_migrations"
BEGIN, END = "begin_transaction", "end_transaction"

_STATEMENTS = ("execute", "exec_driver_sql", "scalar", "scalars")
_CALLS = {
    **{name: name for name in (*_STATEMENTS, "begin", "execution_options", "close")},
    # The transaction objects end here as well as the methods of those names.
    "_commit_impl": "commit",
    "_rollback_impl": "rollback",
}
_BY_HAND = ("begin_nested", "begin_twophase", "detach", "invalidate")
_DECIDES_NOTHING = re.compile(
    r"\s*(SELECT\s+(pg_catalog\.)?(pg_(try_)?advisory_\w+|set_config)\s*\(|PRAGMA\s+\w+\s*[=(])",
    re.IGNORECASE,
)
"""What hands rows back but is done for its effect."""


@dataclass(frozen=True, slots=True)
class Act:
    """One call: of a method of the connection with that number, or of the context."""

    name: str
    number: int = -1
    arguments: tuple[Any, ...] = ()
    options: Mapping[str, Any] = field(default_factory=dict)


class Recorder:
    """Writes down what is done while it records; what is done inside of a call is not.

    ``troubles`` are the reasons why doing the same again would not be what env.py does.
    """

    def __init__(self) -> None:
        self.acts: list[Act] = []
        self.troubles: list[str] = []
        self.connections: list[Connection] = []
        self.variables: Context = copy_context()
        self._around: object = None
        self._inside = False

    @contextmanager
    def recording(self, env: EnvironmentContext) -> Iterator[None]:
        """Every connection that is made meanwhile is one that is recorded, and ``env`` too."""
        plain = Engine._connection_cls
        Engine._connection_cls = type("Recorded", (_Recorded,), {"recorder": self})
        _observe(env, self)
        try:
            yield
        finally:
            Engine._connection_cls = plain
        runs = self.names.count(RUN)
        if runs != 1 or self.names.count(CONFIGURE) != 1:
            self.troubles.append(f"it runs migrations {runs} times")
        elif self._around != _surroundings():
            self.troubles.append("it runs migrations in surroundings of their own")

    @property
    def names(self) -> list[str]:
        """What was done, in order."""
        return [act.name for act in self.acts]

    @property
    def before(self) -> list[str]:
        """What was done until the migrations ran."""
        return self.names[: self.names.index(RUN)]

    @property
    def afterwards(self) -> list[str]:
        """What was done when the migrations had run."""
        return self.names[self.names.index(RUN) + 1 :] if RUN in self.names else []

    def note(self, name: str, number: int = -1, *arguments: Any, **options: Any) -> None:
        """Write one call down, unless it is made inside of another."""
        if not self._inside:
            self.acts.append(Act(name, number, arguments, options))

    def surrounded(self) -> None:
        """The migrations run here, in these surroundings."""
        self.variables = copy_context()
        self._around = _surroundings()

    @contextmanager
    def inside(self) -> Iterator[None]:
        """What is done meanwhile is part of a call that is written down already."""
        before, self._inside = self._inside, True
        try:
            yield
        finally:
            self._inside = before

    def call(self, name: str, work: Callable[[], Any], text: str) -> Any:
        """What the work of a connection gives back; whether that can decide anything is noted."""
        if self._inside:
            return work()
        with self.inside():
            try:
                result = work()
            except BaseException:
                self.troubles.append(f"{name} failed on its connection")
                raise
        if name in _STATEMENTS and not _DECIDES_NOTHING.match(text):
            if RUN in self.names:
                self.troubles.append("it sends statements when the migrations have run")
            if getattr(result, "returns_rows", name in ("scalar", "scalars")):
                self.troubles.append("it reads from the database")
        return result

    def touched(self, what: str) -> None:
        """Something was done that cannot be written down."""
        if not self._inside:
            self.troubles.append(what)


class _Recorded(Connection):
    """A connection whose calls are written down."""

    recorder: Recorder

    def __init__(self, engine: Engine, *arguments: Any, **options: Any) -> None:
        self.number = len(self.recorder.connections)
        self.recorder.connections.append(self)
        self.recorder.note(CONNECT, self.number, engine)
        with self.recorder.inside():
            super().__init__(engine, *arguments, **options)

    @property
    def connection(self) -> Any:
        """The driver's own connection, on which nothing can be watched."""
        self.recorder.touched("it uses the driver's connection")
        return super().connection


def _recorded(method: str, name: str) -> Callable[..., Any]:
    plain = getattr(Connection, method)

    def call(self: _Recorded, *arguments: Any, **options: Any) -> Any:
        self.recorder.note(name, self.number, *arguments, **options)
        text = str(arguments[0]) if arguments else ""
        return self.recorder.call(name, lambda: plain(self, *arguments, **options), text)

    return call


def _touching(name: str) -> Callable[..., Any]:
    plain = getattr(Connection, name)

    def call(self: _Recorded, *arguments: Any, **options: Any) -> Any:
        self.recorder.touched(f"it calls {name}")
        return plain(self, *arguments, **options)

    return call


for _method, _name in _CALLS.items():
    setattr(_Recorded, _method, _recorded(_method, _name))
for _method in _BY_HAND:
    setattr(_Recorded, _method, _touching(_method))


def _observe(env: EnvironmentContext, recorder: Recorder) -> None:
    """Write down how the context is configured and used; instances are seen through the proxies."""
    plain = env.configure

    def configure(connection: Any = None, *arguments: Any, **options: Any) -> None:
        number = getattr(connection, "number", -1)
        recorder.note(CONFIGURE, number, *arguments, **options)
        with recorder.inside():
            plain(connection, *arguments, **options)
        _observe_migrations(env.get_context(), recorder)

    env.configure = configure  # type: ignore[method-assign]


def _observe_migrations(migration: MigrationContext, recorder: Recorder) -> None:
    begin, run = migration.begin_transaction, migration.run_migrations

    @contextmanager
    def begin_transaction(_per_migration: bool = False) -> Iterator[Any]:
        recorder.note(BEGIN)
        with recorder.inside():
            entered = begin(_per_migration)
        with _ending(entered, recorder) as transaction:
            yield transaction
        recorder.note(END)

    def run_migrations(**options: Any) -> None:
        recorder.note(RUN, **options)
        recorder.surrounded()
        if _state(migration) != configured:
            recorder.touched("it changes the context that it has configured")
        with recorder.inside():
            run(**options)

    migration.begin_transaction = begin_transaction  # type: ignore[method-assign]
    migration.run_migrations = run_migrations  # type: ignore[method-assign]
    configured = _state(migration)


@contextmanager
def _ending(entered: Any, recorder: Recorder) -> Iterator[Any]:
    """Enter and leave what is entered without noting what it does by itself."""
    transaction = entered.__enter__()
    try:
        yield transaction
    except BaseException:
        with recorder.inside():
            entered.__exit__(*sys.exc_info())
        raise
    with recorder.inside():
        entered.__exit__(None, None, None)


def _state(migration: MigrationContext) -> dict[str, Any]:
    """What is set on a context and its implementation, but for the transaction that is open."""
    mine = {name: value for name, value in vars(migration).items() if name != "_transaction"}
    return {**mine, "impl": dict(vars(migration.impl))}


def _surroundings() -> object:
    return os.getcwd(), dict(os.environ), list(sys.path)  # noqa: PTH109 - a text to compare
