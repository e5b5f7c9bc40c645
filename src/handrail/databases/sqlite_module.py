"""Other builds of SQLite than Python's: modules that are used just as ``sqlite3`` is.

SQLAlchemy is taught each as a driver of its own, so that the URL of a database says with which
module it is reached, in whatever process (SQLAlchemy's page on "Registering New Dialects").
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import Any

from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

from handrail.errors import TargetError

USUAL = "sqlite+pysqlite"
"""The driver whose module is ``sqlite3``."""
_BACKEND = "sqlite"
_ASKED_OF_IT = ("apilevel", "complete_statement", "connect", "sqlite_version_info")
"""What a module of this kind has, and one with ways of its own has not."""


def driver_of(module: str) -> str:
    """The driver of databases that this module reaches, known to SQLAlchemy from now on.

    Raises TargetError where there is no such module, and where it is not used as sqlite3 is.
    """
    if module == "sqlite3":
        return USUAL
    try:
        found = import_module(module) if module.isidentifier() else None
    except ImportError as error:
        then = "install it beside Handrail, as in pip install pysqlite3"
        raise TargetError(str(error), where="--sqlite-module", then=then) from error
    lacking = [name for name in _ASKED_OF_IT if not hasattr(found, name)]
    if lacking:
        what = f"{module!r} cannot be used as sqlite3 is: it has no {lacking[0]}"
        raise TargetError(what, where="--sqlite-module", then="known to do: pysqlite3, sqlcipher3")
    learn(f"{_BACKEND}+{module}")
    return f"{_BACKEND}+{module}"


def learn(driver: str) -> str:
    """The module of SQLite behind a driver, which SQLAlchemy knows from now on.

    Python's own for a driver that SQLAlchemy knows by itself.
    """
    backend, _, module = driver.partition("+")
    if backend != _BACKEND or driver == USUAL:
        return "sqlite3"
    registry.impls[f"{backend}.{module}"] = lambda: _dialect(module)
    return module


def enforce_keys(connection: Any) -> None:
    """A connection of such a module enforces foreign keys, unless it is told otherwise."""
    connection.execute("PRAGMA foreign_keys = on")


def _dialect(module: str) -> type[SQLiteDialect_pysqlite]:
    def import_dbapi(_dialect: type[SQLiteDialect_pysqlite]) -> ModuleType:
        return import_module(module)

    said = {"driver": module, "supports_statement_cache": True}
    made = {**said, "import_dbapi": classmethod(import_dbapi)}
    return type("SQLiteDialect", (SQLiteDialect_pysqlite,), made)
