"""Modules of SQLite whose connections ask before they open or attach a file.

Each is changed where its connections are made, a class written in C: what the module calls
``Connection`` becomes a class below that one, and ``connect`` makes it unless told otherwise.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable
from types import ModuleType
from typing import Any

_PLAIN = ("_sqlite3", "sqlite3.dbapi2", "sqlite3")
_OTHERS = ("pysqlite3", "pysqlcipher3", "sqlcipher3", "sqlean", "apsw")
_FACTORY = 5
"""What place ``factory`` has among the arguments of ``connect``, counted from 0."""

Authorizer = Callable[..., int]
"""Asked by SQLite for each action of a statement before it is run."""


def modules(others: Iterable[str]) -> tuple[str, ...]:
    """Modules that make connections to SQLite: Python's, known ones and those others."""
    parts = ("._sqlite3", ".dbapi2", "")
    named = [f"{name}{part}" for name in (*_OTHERS, *others) for part in parts]
    return tuple(dict.fromkeys((*_PLAIN, *named)))


def keep(module: ModuleType, check: Callable[[str], None], authorized: Authorizer) -> None:
    """Its connections are made only where ``check`` raises nothing, and all ask ``authorized``.

    What was changed before, as part of another module, is left alone.
    """
    plain: Any = getattr(module, "Connection", None)
    if plain is None or hasattr(plain, "handrail_asks"):
        return
    # Python tells an audit hook itself of what its own module is about to open.
    kept = _kept(plain, _let if plain is _PLAIN_CONNECTION else check, authorized)
    setattr(module, "Connection", kept)  # noqa: B010 - modules have what they have
    if hasattr(module, "connect"):
        setattr(module, "connect", _connecting(module.connect, kept))  # noqa: B010


_PLAIN_CONNECTION = sqlite3.Connection


def _let(_name: str) -> None:
    """Whatever its name is."""


def _kept(plain: Any, check: Callable[[str], None], authorized: Authorizer) -> Any:
    class Connection(plain):  # type: ignore[misc]
        handrail_asks = True

        def __init__(self, database: Any, *arguments: Any, **options: Any) -> None:
            check(os.fsdecode(database))
            super().__init__(database, *arguments, **options)
            self.set_authorizer(None)

        def set_authorizer(self, theirs: Authorizer | None) -> None:
            super().set_authorizer(
                lambda *action: authorized(*action) or (theirs(*action) if theirs else 0)
            )

    Connection.__module__, Connection.__qualname__ = plain.__module__, plain.__qualname__
    return Connection


def _connecting(plain: Any, kept: Any) -> Any:
    def connect(database: Any, *arguments: Any, **options: Any) -> Any:
        if len(arguments) < _FACTORY:
            options.setdefault("factory", kept)
        return plain(database, *arguments, **options)

    return connect
