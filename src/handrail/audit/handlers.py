"""What becomes of an error of the database that a handler in Python meets."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum

from handrail.audit.reading import Guard, Raising
from handrail.audit.source import Module
from handrail.model import Location

_BROAD = {"Exception", "BaseException", "Error", "SQLAlchemyError", "StatementError"}
_BROAD |= {"DBAPIError", "DatabaseError", "OperationalError", "ProgrammingError", "DataError"}
_BROAD |= {"InternalError", "InterfaceError", "NotSupportedError"}
_NARROW = {"IntegrityError"}
_NARROW_IN = ("psycopg.errors", "psycopg2.errors", "asyncpg.exceptions", "asyncpg")
_LEAVING = {"sys.exit", "exit", "quit", "os._exit", "os.abort"}
_TELLING = {"print", "print_exc", "log", "debug", "info", "warn", "warning"}
_TELLING |= {"error", "exception", "critical", "echo", "secho", "write"}
_LATER = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda


class _Catches(Enum):
    EVERY_ERROR = 1
    ONE_KIND = 2
    NOTHING = 3


def guards_of(node: ast.Try, module: Module, *, in_loop: bool) -> tuple[Guard, ...]:
    """The handlers of a ``try`` that meet errors of the database."""
    again = in_loop and _is_tried_again(node)
    guards = (_guard(handler, module, again=again) for handler in node.handlers)
    return tuple(guard for guard in guards if guard)


def suppression(item: ast.withitem, module: Module) -> Guard | None:
    """``contextlib.suppress`` as a handler, where what it suppresses are such errors."""
    match item.context_expr:
        case ast.Call(func=ast.Name(id="suppress") | ast.Attribute(attr="suppress")) as call:
            kinds = [_catches(kind, module) for kind in call.args]
        case _:
            return None
    if all(kind is _Catches.NOTHING for kind in kinds):
        return None
    where = Location(str(module.file), call.lineno)
    narrow = _Catches.EVERY_ERROR not in kinds
    return Guard(where, ast.unparse(call), Raising.NEVER, narrow)


def _guard(handler: ast.ExceptHandler, module: Module, *, again: bool) -> Guard | None:
    caught = _catches(handler.type, module)
    if caught is _Catches.NOTHING:
        return None
    return Guard(
        Location(str(module.file), handler.lineno),
        f"except {ast.unparse(handler.type)}" if handler.type else "except",
        _raising(handler),
        narrow=caught is _Catches.ONE_KIND,
        kept=again or _is_kept(handler, module),
    )


def _catches(kind: ast.expr | None, module: Module) -> _Catches:
    if kind is None:
        return _Catches.EVERY_ERROR
    if isinstance(kind, ast.Tuple):
        each = [_catches(part, module) for part in kind.elts]
        return min(each, key=lambda one: one.value, default=_Catches.NOTHING)
    owner, _, name = module.origin(ast.unparse(kind)).rpartition(".")
    if name in _BROAD:
        return _Catches.EVERY_ERROR
    one_kind = name in _NARROW or owner in _NARROW_IN
    return _Catches.ONE_KIND if one_kind else _Catches.NOTHING


def _raising(handler: ast.ExceptHandler) -> Raising:
    if not _ends_quietly(handler.body):
        return Raising.ALWAYS
    leaves = any(_leaves(node) for node in _own(handler.body))
    return Raising.PARTLY if leaves else Raising.NEVER


def _ends_quietly(block: Sequence[ast.stmt]) -> bool:
    """Whether there is a way through the block on which nothing is raised."""
    return not any(_always_leaves(statement) for statement in _until_left(block))


def _until_left(block: Sequence[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements up to one that goes elsewhere without an error, on whatever way."""
    for statement in block:
        if any(
            isinstance(node, ast.Return | ast.Continue | ast.Break) for node in _own([statement])
        ):
            return
        yield statement


def _always_leaves(statement: ast.stmt) -> bool:
    match statement:
        case ast.If():
            return not (_ends_quietly(statement.body) or _ends_quietly(statement.orelse))
        case ast.With():
            return not _ends_quietly(statement.body)
        case ast.Try():
            handled = [handler.body for handler in statement.handlers]
            ways = [[*statement.body, *statement.orelse], *handled]
            return not any(map(_ends_quietly, ways)) or not _ends_quietly(statement.finalbody)
        case ast.Expr(value=value):
            return _leaves(value)
        case _:
            return _leaves(statement)


def _leaves(node: ast.AST) -> bool:
    called = isinstance(node, ast.Call) and ast.unparse(node.func) in _LEAVING
    return called or isinstance(node, ast.Raise)


def _is_tried_again(node: ast.Try) -> bool:
    """Whether success leaves a loop, so that an error leads to another try."""
    last = [*node.body, *node.orelse][-1]
    return isinstance(last, ast.Break | ast.Return)


def _is_kept(handler: ast.ExceptHandler, module: Module) -> bool:
    """Whether the error, or word of it, goes anywhere but into a test or a log."""
    held = {handler.name} if handler.name else set()
    inside = set(_own(handler.body))
    read_later = {
        node.id
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node not in inside
    }
    for node in inside:
        match node:
            case ast.Return(value=ast.expr() as value) if not _is_none(value):
                return True
            case ast.Expr(value=value) if _names(value) & held and not _only_tells(value):
                return True
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AugAssign(target=ast.Name(id=name)):
                if name in read_later:
                    return True
            case ast.Assign() | ast.AugAssign() if _names(node.value) & held:
                return True
    return False


def _is_none(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value is None


def _only_tells(value: ast.expr) -> bool:
    called = ast.unparse(value.func) if isinstance(value, ast.Call) else ""
    return called.rpartition(".")[2] in _TELLING


def _names(node: ast.AST) -> set[str]:
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}


def _own(block: Iterable[ast.stmt]) -> Iterator[ast.AST]:
    """Every node of the block, without the functions that are only defined there."""
    waiting: list[ast.AST] = [*block]
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, _LATER):
            waiting.extend(ast.iter_child_nodes(node))
