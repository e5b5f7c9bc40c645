"""What stands in a database before its chain begins: a base schema that is made elsewhere."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from handrail.chains.callables import callable_of, names_callable
from handrail.chains.words import words_of
from handrail.errors import TargetError

_OPTION = "--baseline"
_CONNECTIONS = ("connection", "conn")


def lay(given: str, engine: Engine) -> None:
    """Bring an empty database to where the chain begins.

    ``given`` is an SQL file, or ``module:callable``, called with the engine, or with a connection
    where its first parameter is named or annotated as one. Raises TargetError where it fails, with
    the line of the file.
    """
    if not names_callable(given):
        _run(Path(given), engine)
        return
    call = callable_of(given, _OPTION)
    try:
        _call(call, engine)
    except Exception as error:
        what = f"{given} failed: {type(error).__name__}: {words_of(error)}"
        raise TargetError(what, where=_OPTION) from error


def _call(call: Callable[..., Any], engine: Engine) -> None:
    if _wants_connection(call):
        with engine.begin() as connection:
            call(connection)
    else:
        call(engine)


def _wants_connection(call: Callable[..., Any]) -> bool:
    parameters = list(inspect.signature(call).parameters.values())
    return any(
        first.name in _CONNECTIONS or first.annotation in (Connection, "Connection")
        for first in parameters[:1]
    )


def _run(file: Path, engine: Engine) -> None:
    # Its reader of SQL takes a quarter of a second to import.
    from handrail.chains.sql_files.statements import split

    text = "".join(map(_without_psql, file.read_text(encoding="utf-8").splitlines(keepends=True)))
    with engine.connect() as plain:
        connection = plain.execution_options(isolation_level="AUTOCOMMIT", no_parameters=True)
        for statement in split(text, engine.dialect.name):
            try:
                connection.exec_driver_sql(statement.text)
            except DBAPIError as error:
                where = f"{file}:{statement.line}"
                raise TargetError(f"the baseline fails: {words_of(error)}", where=where) from error


def _without_psql(line: str) -> str:
    """An empty line instead of a command to psql, which pg_dump writes too."""
    return "\n" if line.startswith("\\") else line
