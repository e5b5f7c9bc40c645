"""Finds out, without running it, whether a function can raise an AssertionError."""

from __future__ import annotations

import ast
import builtins
import inspect
import sys
import textwrap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import import_module
from types import FunctionType, ModuleType
from typing import Any, get_type_hints

from handrail.errors import TargetError

_DEPTH = 4
_SAYS_SO = ("should", "assert", "check", "verify", "expect")


@dataclass(frozen=True, slots=True)
class Instance:
    """Some object of a class, where only the class is known."""

    of: type


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """Behave's context, where the classes of some attributes are known as ``module:class``."""

    classes: Mapping[str, str]

    def attribute(self, name: str) -> Instance | None:
        """What the attribute holds; None where nothing is known of it.

        Raises TargetError where its class cannot be imported.
        """
        if name not in self.classes:
            return None
        module, _, kind = self.classes[name].partition(":")
        try:
            return Instance(getattr(import_module(module), kind))
        except (ImportError, AttributeError) as error:
            raise TargetError(str(error), where=f"[tool.handrail.lint] context.{name}") from error


@dataclass(frozen=True, slots=True)
class _Method:
    function: FunctionType
    owner: Instance


@cache
def can_fail(
    function: Callable[..., Any],
    first: tuple[Instance | Context, ...] = (),
    depth: int = 0,
    checking: bool = False,
) -> bool:
    """Whether an assertion is in the function, or in what it calls.

    ``first`` is what its first parameter holds, where that is known. An ``assert`` that merely
    narrows a type does not count. Calls are followed where it can be told from annotations, plain
    assignments and imports what they are made on, and never into the standard library; beyond the
    first, only down from a function whose name says that it checks, since what merely works may
    guard itself with an assertion that has nothing to do with what was asked.
    """
    function = inspect.unwrap(function)
    body = _body(function)
    if body is None:
        return False
    scope = _scope(function, body, first)
    if any(_is_assertion(node, scope) for node in ast.walk(body)):
        return True
    checking = checking or any(word in function.__name__.casefold() for word in _SAYS_SO)
    return depth < (_DEPTH if checking else 1) and any(
        can_fail(called, owner, depth + 1, checking) for called, owner in _calls(body, scope)
    )


def _body(function: Callable[..., Any]) -> ast.FunctionDef | None:
    if not isinstance(function, FunctionType) or not _is_followed(function):
        return None
    tree = ast.parse(textwrap.dedent(inspect.getsource(function))).body[0]
    return tree if isinstance(tree, ast.FunctionDef) else None


def _is_followed(function: FunctionType) -> bool:
    module = function.__module__ or ""  # behave gives the modules of steps no name
    return module.partition(".")[0] not in sys.stdlib_module_names


def _scope(
    function: Callable[..., Any], body: ast.FunctionDef, first: tuple[Instance | Context, ...]
) -> dict[str, Any]:
    """What the names in the function's body stand for, as far as it can be told."""
    scope = {**vars(builtins), **inspect.getclosurevars(function).nonlocals}
    scope |= function.__globals__
    scope |= {name: _instance(hint) for name, hint in _hints(function).items()}
    scope |= zip([parameter.arg for parameter in body.args.args], first, strict=False)
    for node in ast.walk(body):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            scope[node.targets[0].id] = _value(node.value, scope)
    return scope


def _is_assertion(node: ast.AST, scope: Mapping[str, Any]) -> bool:
    if isinstance(node, ast.Assert):
        return not _narrows(node.test)
    if isinstance(node, ast.Raise) and node.exc is not None:
        raised = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
        error = _value(raised, scope)
        return isinstance(error, type) and issubclass(error, AssertionError)
    return False


def _narrows(test: ast.expr) -> bool:
    """``isinstance(x, T)`` and ``x is not None`` speak to mypy and not about the system."""
    if isinstance(test, ast.Call):
        return isinstance(test.func, ast.Name) and test.func.id == "isinstance"
    return isinstance(test, ast.Compare) and isinstance(test.ops[0], ast.IsNot)


def _calls(
    body: ast.FunctionDef, scope: Mapping[str, Any]
) -> Iterator[tuple[FunctionType, tuple[Instance, ...]]]:
    """Each function that is called, with the object that it is called on where there is one."""
    for node in ast.walk(body):
        if isinstance(node, ast.Call):
            called = _value(node.func, scope)
            if isinstance(called, _Method):
                yield called.function, (called.owner,)
            elif isinstance(called, FunctionType):
                yield called, ()


def _value(node: ast.expr, scope: Mapping[str, Any]) -> Any:
    """What the expression stands for: an object, an Instance, or None where it cannot be told."""
    match node:
        case ast.Name(id=name):
            return scope.get(name)
        case ast.Attribute(value=base, attr=name):
            return _attribute(_value(base, scope) or _owner(name, scope), name)
        case ast.Call(func=func):
            called = _value(func, scope)
            if isinstance(called, _Method):
                called = called.function
            return _instance(called if isinstance(called, type) else _hints(called).get("return"))
    return None


def _attribute(base: Any, name: str) -> Any:
    if isinstance(base, ModuleType | type):
        return getattr(base, name, None)
    if isinstance(base, Context):
        return base.attribute(name)
    if not isinstance(base, Instance):
        return None
    found = inspect.getattr_static(base.of, name, None)
    if isinstance(found, FunctionType):
        return _Method(found, base)
    getter = found.func if isinstance(found, cached_property) else getattr(found, "fget", None)
    return _instance(_hints(getter).get("return") if getter else _hints(base.of).get(name))


def _owner(method: str, scope: Mapping[str, Any]) -> Instance | None:
    """An instance of the one class in sight that has such a method."""
    classes = {thing for thing in scope.values() if isinstance(thing, type)}
    owners = [each for each in classes if isinstance(vars(each).get(method), FunctionType)]
    return Instance(owners[0]) if len(owners) == 1 else None


def _hints(thing: Any) -> dict[str, Any]:
    """Its annotations; none where it has none, or where they name what is imported nowhere."""
    try:
        return get_type_hints(thing)
    except (NameError, TypeError):
        return {}


def _instance(of: Any) -> Instance | None:
    return Instance(of) if isinstance(of, type) else None
