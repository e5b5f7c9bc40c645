"""An Alembic revision, and the environment that it runs in, as they can be read."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path

from handrail.audit import source
from handrail.audit.reader import done_by
from handrail.audit.reading import Body, Reading
from handrail.audit.source import Module
from handrail.model import Direction, Location

LEDGER = "alembic_version"
LONGEST = 32
"""The letters that Alembic's ledger takes of an identifier, where nobody has made it wider."""


@dataclass(frozen=True, slots=True)
class Environment:
    """What an ``env.py`` says: the version table, and whether revisions run in a transaction.

    ``longest`` is how many letters of an identifier that table takes, None where it may be its own.
    """

    ledger: str = LEDGER
    in_transaction: bool = True
    longest: int | None = LONGEST


def read(file: Path, environment: Environment) -> Reading | None:
    """One revision as it can be read, or None where the file is none.

    Raises TargetError, with file and line, where the file cannot be read as Python.
    """
    module = source.read(file)
    if module.revision is None:
        return None
    functions = {direction: module.function(direction) for direction in Direction}
    done = {direction: done_by(module, direction) for direction in Direction}
    return Reading(
        revision=module.revision,
        file=file,
        acts={direction: done[direction].acts for direction in Direction},
        bodies={way: _body(module, node) for way, node in functions.items() if node},
        sent={direction: done[direction].sent for direction in Direction},
        parents=module.parents,
        ledger=environment.ledger,
        in_transaction=frozenset(Direction if environment.in_transaction else ()),
        line=module.line_of("revision"),
        longest=environment.longest,
    )


def read_environment(file: Path | None) -> Environment:
    """What an ``env.py`` says in so many words; what it does not say is as Alembic has it.

    Whether there is a transaction is not certain where it speaks of AUTOCOMMIT or of
    ``transactional_ddl``, or where the call that says so stands in another file.
    """
    if file is None or not file.is_file():
        return Environment()
    module = source.read(file)
    text = ast.unparse(module.tree)
    usual = "configure(" in text and "AUTOCOMMIT" not in text and "transactional_ddl" not in text
    longest = None if "version_num" in text else LONGEST
    return Environment(_ledger(module), usual, longest)


def _ledger(module: Module) -> str:
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
