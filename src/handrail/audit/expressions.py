"""Evaluates expressions as far as their source tells; calls are left to whoever reads the body."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any, Protocol

from handrail.audit.source import Module
from handrail.audit.sql import hole
from handrail.audit.values import (
    DATABASES,
    ColumnValue,
    Function,
    Namespace,
    OfDialect,
    Rows,
    Scope,
    TableValue,
    Unknown,
    as_text,
    elements,
    first_of,
)

_DIALECT = re.compile(r"dialect|engine\.name")
_Comprehension = ast.ListComp | ast.SetComp | ast.GeneratorExp


class Body(Protocol):
    """Whoever reads the statements around an expression."""

    module: Module

    def call(self, node: ast.Call, scope: Scope) -> object:
        """The value of a call, after what it does was noted."""

    def inside(self, node: ast.AST, over: object) -> AbstractContextManager[None]:
        """What is read meanwhile stands inside a loop over ``over``."""


def evaluate(node: ast.expr | None, scope: Scope, body: Body) -> object:
    """The value of ``node``, or Unknown with its text; each call inside is met exactly once."""
    return _KINDS.get(type(node), _combined)(node, scope, body)


def _named(node: ast.NamedExpr, scope: Scope, body: Body) -> object:
    value = scope.names[node.target.id] = evaluate(node.value, scope, body)
    return value


def _joined(node: ast.JoinedStr, scope: Scope, body: Body) -> object:
    return "".join(as_text(evaluate(part, scope, body)) for part in node.values)


def _any_of(node: ast.BoolOp, scope: Scope, body: Body) -> object:
    values = [evaluate(value, scope, body) for value in node.values]
    return first_of(values) or _tested(values, node) or Unknown(ast.unparse(node))


def _one_of_two(node: ast.IfExp, scope: Scope, body: Body) -> object:
    """Of two texts the first: it is one that the code can really choose."""
    evaluate(node.test, scope, body)
    arms = [evaluate(arm, scope, body) for arm in (node.body, node.orelse)]
    texts: list[object] = [arm for arm in arms if isinstance(arm, str)]
    return first_of(texts[:1] or arms) or Unknown(ast.unparse(node))


def _combined(node: ast.expr, scope: Scope, body: Body) -> object:
    parts = [evaluate(part, scope, body) for part in _operands(node)]
    match node, parts:
        case ast.BinOp(), [left, right]:
            return _operation(node, left, right)
        case ast.Subscript(), [value, index]:
            return _element(node, value, index)
        case ast.Compare(), [left, right]:
            return _dialect(node, left, right)
        case ast.UnaryOp(op=ast.Not()), [OfDialect() as test]:
            return OfDialect(test.fails, test.holds)
        case _:
            return Unknown(ast.unparse(node))


def _operands(node: ast.expr) -> list[ast.expr]:
    return [part for part in ast.iter_child_nodes(node) if isinstance(part, ast.expr)]


def attribute(value: object, name: str) -> object:
    """The attribute of a value: a name, a table's column (the table itself), a module's."""
    if isinstance(value, ColumnValue) and name == "name":
        return value.name
    if isinstance(value, TableValue):
        return value.name if name in {"__tablename__", "name"} else value
    if isinstance(value, Namespace) and name in value.names:
        return value.names[name]
    if isinstance(value, Unknown) and name == "__table__":
        return TableValue(hole(f"{value.text}.__tablename__"))
    if isinstance(value, Unknown):
        return Unknown(f"{value.text}.{name}")
    return Unknown(name)


def _sequence(node: ast.Tuple | ast.List | ast.Set, scope: Scope, body: Body) -> object:
    values: list[object] = []
    for part in node.elts:
        value = evaluate(part, scope, body)
        spread = elements(value) if isinstance(part, ast.Starred) else (value,)
        values.extend(spread or ())
    return tuple(values)


def _dictionary(node: ast.Dict, scope: Scope, body: Body) -> object:
    keys = [evaluate(key, scope, body) for key in node.keys]
    values = [evaluate(value, scope, body) for value in node.values]
    pairs = zip(keys, values, strict=True)
    return {key: value for key, value in pairs if isinstance(key, str | int)}


def _comprehension(node: _Comprehension, scope: Scope, body: Body) -> object:
    """Rows stay rows, each known element is tried, and of the unknown one is tried for all."""
    over = evaluate(node.generators[0].iter, scope, body)
    results = tuple(_results(node, 0, over, scope, body))
    if isinstance(over, Rows):
        return over
    return results if elements(over) is not None else Unknown(ast.unparse(node))


def _results(
    node: _Comprehension, at: int, over: object, scope: Scope, body: Body
) -> Iterator[object]:
    target, inner = node.generators[at].target, Scope(scope)
    for element in elements(over) or (Unknown(ast.unparse(target)),):
        bind(target, element, inner)
        with body.inside(node, over):
            if at + 1 < len(node.generators):
                deeper = evaluate(node.generators[at + 1].iter, inner, body)
                yield from _results(node, at + 1, deeper, inner, body)
            else:
                yield evaluate(node.elt, inner, body)


def _tested(values: list[object], node: ast.BoolOp) -> OfDialect | None:
    """Tests joined by ``and`` or ``or``; whatever speaks of something else may hold or fail."""
    tests = [value if isinstance(value, OfDialect) else OfDialect() for value in values]
    if not any(isinstance(value, OfDialect) for value in values):
        return None
    holds, fails = [test.holds for test in tests], [test.fails for test in tests]
    if isinstance(node.op, ast.And):
        return OfDialect(DATABASES.intersection(*holds), frozenset().union(*fails))
    return OfDialect(frozenset().union(*holds), DATABASES.intersection(*fails))


def _operation(node: ast.BinOp, left: object, right: object) -> object:
    if isinstance(node.op, ast.Add) and isinstance(left, tuple) and isinstance(right, tuple):
        return left + right
    if isinstance(node.op, ast.Add) and (isinstance(left, str) or isinstance(right, str)):
        return as_text(left) + as_text(right)
    if isinstance(node.op, ast.Mod) and isinstance(left, str):
        return _percent(left, right)
    return Unknown(ast.unparse(node))


def _percent(pattern: str, value: object) -> str:
    if isinstance(value, dict):
        for key, part in value.items():
            pattern = pattern.replace(f"%({key})s", as_text(part))
        return pattern
    for part in value if isinstance(value, tuple) else (value,):
        pattern = pattern.replace("%s", as_text(part), 1)
    return pattern


def _element(node: ast.Subscript, value: object, index: object) -> object:
    if isinstance(value, Rows) and isinstance(node.slice, ast.Slice):
        return value
    if isinstance(value, dict) and isinstance(index, str | int) and index in value:
        return value[index]
    if isinstance(value, tuple) and isinstance(index, int) and -len(value) <= index < len(value):
        return value[index]
    return Unknown(ast.unparse(node))


def _dialect(node: ast.Compare, left: object, right: object) -> object:
    """A comparison of the dialect's name with names that are known."""
    names = right if isinstance(right, tuple) else (right,)
    asked = isinstance(left, Unknown) and _DIALECT.search(left.text)
    if not asked or any(not isinstance(name, str) or name not in DATABASES for name in names):
        return Unknown(ast.unparse(node))
    named = frozenset(names)
    if isinstance(node.ops[0], ast.Eq | ast.In):
        return OfDialect(named, DATABASES - named)
    return OfDialect(DATABASES - named, named)


_KINDS: dict[type, Callable[[Any, Scope, Body], object]] = {
    type(None): lambda _node, _scope, _body: None,
    ast.Constant: lambda node, _scope, _body: node.value,
    ast.Name: lambda node, scope, _body: scope.get(node.id),
    ast.Call: lambda node, scope, body: body.call(node, scope),
    ast.Attribute: lambda node, scope, body: attribute(
        evaluate(node.value, scope, body), node.attr
    ),
    ast.Lambda: lambda node, scope, body: Function(node, scope, body.module),
    ast.NamedExpr: _named,
    ast.JoinedStr: _joined,
    ast.FormattedValue: lambda node, scope, body: evaluate(node.value, scope, body),
    ast.Await: lambda node, scope, body: evaluate(node.value, scope, body),
    ast.Starred: lambda node, scope, body: evaluate(node.value, scope, body),
    ast.Tuple: _sequence,
    ast.List: _sequence,
    ast.Set: _sequence,
    ast.Dict: _dictionary,
    ast.ListComp: _comprehension,
    ast.SetComp: _comprehension,
    ast.GeneratorExp: _comprehension,
    ast.BoolOp: _any_of,
    ast.IfExp: _one_of_two,
}


def bind(target: ast.expr, value: object, scope: Scope) -> None:
    """Give names in ``scope`` to a value, taken apart where the target is a tuple."""
    if isinstance(target, ast.Name):
        scope.names[target.id] = value
    elif isinstance(target, ast.Tuple | ast.List):
        parts = elements(value) or ()
        known = len(parts) == len(target.elts)
        for at, part in enumerate(target.elts):
            bind(part, parts[at] if known else Unknown(ast.unparse(part)), scope)
