"""An Alembic revision, and the environment that it runs in, as they can be read."""

from __future__ import annotations

import ast
from pathlib import Path

from handrail.audit import source
from handrail.audit.reader import acts_of
from handrail.audit.reading import Body, Reading
from handrail.audit.source import Module
from handrail.model import Direction, Location

LEDGER = "alembic_version"


def read(file: Path, ledger: str = LEDGER) -> Reading | None:
    """One revision as it can be read, or None where the file is none.

    Raises TargetError, with file and line, where the file cannot be read as Python.
    """
    module = source.read(file)
    if module.revision is None:
        return None
    functions = {direction: module.function(direction) for direction in Direction}
    return Reading(
        revision=module.revision,
        file=file,
        acts={direction: acts_of(module, direction) for direction in Direction},
        bodies={way: _body(module, node) for way, node in functions.items() if node},
        parents=module.parents,
        ledger=ledger,
    )


def ledger_of(environment: Path) -> str:
    """The version table that an ``env.py`` names in so many words, else Alembic's own."""
    if not environment.is_file():
        return LEDGER
    module = source.read(environment)
    for node in ast.walk(module.tree):
        match node:
            case ast.keyword(arg="version_table", value=ast.Constant(value=str(name))):
                return name
            case ast.keyword(arg="version_table", value=ast.Name(id=variable)):
                return next(iter(module.texts(variable)), LEDGER)
    return LEDGER


def _body(module: Module, function: ast.FunctionDef) -> Body:
    where = Location(str(module.file), function.lineno)
    return Body(where, all(_says_nothing(statement) for statement in function.body))


def _says_nothing(statement: ast.stmt) -> bool:
    match statement:
        case ast.Pass() | ast.Expr(value=ast.Constant()):
            return True
        case ast.Return(value=None | ast.Constant()):
            return True
        case _:
            return False
