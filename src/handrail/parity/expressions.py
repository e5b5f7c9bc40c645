"""Evaluates expressions as far as their source tells; what a call does is left to the reader."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from typing import Any, Protocol

from handrail.parity.schema_changes import Place
from handrail.parity.texts import combined
from handrail.parity.values import (
    Call,
    Class,
    Function,
    Items,
    Member,
    Namespace,
    Scope,
    Text,
    Unknown,
    as_text,
)


class Body(Protocol):
    """Whoever reads the statements around an expression."""

    def call(self, node: ast.Call, scope: Scope) -> object:
        """The value of a call."""

    def look_up(self, name: str, scope: Scope) -> object:
        """What a name stands for."""


def evaluate(node: ast.expr | None, scope: Scope, body: Body) -> object:
    """The value of ``node``, or Unknown with its text; each call inside is met exactly once."""
    known = _KINDS.get(type(node), _unknown)
    return known(node, scope, body)


def place(node: ast.expr | ast.stmt, scope: Scope) -> Place:
    """Where it is written."""
    return Place(scope.file, node.lineno)


def bind(target: ast.expr, value: object, scope: Scope) -> None:
    """Give names in ``scope`` to a value, taken apart where the target is a tuple."""
    if isinstance(target, ast.Name):
        scope.names[target.id] = value
    elif isinstance(target, ast.Tuple | ast.List):
        known = isinstance(value, tuple) and len(value) == len(target.elts)
        parts = value if known and isinstance(value, tuple) else ()
        for at, part in enumerate(target.elts):
            bind(part, parts[at] if known else Unknown(ast.unparse(part)), scope)


def _unknown(node: ast.expr, scope: Scope, body: Body) -> object:
    for part in ast.iter_child_nodes(node):
        if isinstance(part, ast.expr):
            evaluate(part, scope, body)
    return Unknown(ast.unparse(node))


def _constant(node: ast.Constant, scope: Scope, _body: Body) -> object:
    value = node.value
    return Text.at(value, place(node, scope)) if isinstance(value, str) else value


def _joined(node: ast.JoinedStr, scope: Scope, body: Body) -> object:
    text = "".join(as_text(evaluate(part, scope, body)) for part in node.values)
    return Text.at(text, place(node, scope))


def _sequence(node: ast.Tuple | ast.List | ast.Set, scope: Scope, body: Body) -> object:
    values: list[object] = []
    for part in node.elts:
        value = evaluate(part, scope, body)
        if isinstance(part, ast.Starred):
            values.extend(value if isinstance(value, tuple) else (value,))
        else:
            values.append(value)
    return Items.at(values, place(node, scope))


def _dictionary(node: ast.Dict, scope: Scope, body: Body) -> object:
    held: dict[object, object] = {}
    for key, value in zip(node.keys, node.values, strict=True):
        given = evaluate(value, scope, body)
        if key is None:
            held |= given if isinstance(given, dict) else {}
        elif isinstance(name := evaluate(key, scope, body), str | int):
            held[name] = given
    return held


def _attribute(node: ast.Attribute, scope: Scope, body: Body) -> object:
    owner = evaluate(node.value, scope, body)
    if isinstance(owner, Namespace):
        return body.look_up(node.attr, owner.scope)
    if isinstance(owner, Call | Member | Class):
        return Member(owner, node.attr)
    return Unknown(f"{owner.text}.{node.attr}" if isinstance(owner, Unknown) else node.attr)


def _operation(node: ast.BinOp, scope: Scope, body: Body) -> object:
    left, right = evaluate(node.left, scope, body), evaluate(node.right, scope, body)
    value = combined(node.op, left, right, place(node, scope))
    return Unknown(ast.unparse(node)) if value is None else value


def _element(node: ast.Subscript, scope: Scope, body: Body) -> object:
    held, index = evaluate(node.value, scope, body), evaluate(node.slice, scope, body)
    if isinstance(held, dict) and isinstance(index, str | int) and index in held:
        return held[index]
    if isinstance(held, tuple) and isinstance(index, int) and -len(held) <= index < len(held):
        return held[index]
    return Unknown(ast.unparse(node))


def _chosen(node: ast.IfExp, scope: Scope, body: Body) -> object:
    """Of two values the first: it is one that the code can really choose."""
    evaluate(node.test, scope, body)
    values = [evaluate(arm, scope, body) for arm in (node.body, node.orelse)]
    return next((value for value in values if not isinstance(value, Unknown)), values[0])


def _any_of(node: ast.BoolOp, scope: Scope, body: Body) -> object:
    values = [evaluate(value, scope, body) for value in node.values]
    return next((value for value in values if value and not isinstance(value, Unknown)), values[0])


def _comprehension(
    node: ast.ListComp | ast.SetComp | ast.GeneratorExp, scope: Scope, body: Body
) -> object:
    """An element for each that is known; where nothing is, one for all."""
    inner = scope.inner()
    results = [evaluate(node.elt, each, body) for each in _rounds(node.generators, inner, body)]
    return Items.at(results, place(node, scope))


def _rounds(generators: list[ast.comprehension], scope: Scope, body: Body) -> Iterator[Scope]:
    if not generators:
        yield scope
        return
    target = generators[0].target
    over = evaluate(generators[0].iter, scope, body)
    for element in over if isinstance(over, tuple) else (Unknown(ast.unparse(target)),):
        bind(target, element, scope)
        yield from _rounds(generators[1:], scope, body)


def _named(node: ast.NamedExpr, scope: Scope, body: Body) -> object:
    value = scope.names[node.target.id] = evaluate(node.value, scope, body)
    return value


def _inside(node: Any, scope: Scope, body: Body) -> object:
    return evaluate(node.value, scope, body)


_KINDS: dict[type, Callable[[Any, Scope, Body], object]] = {
    type(None): lambda _node, _scope, _body: None,
    ast.Constant: _constant,
    ast.Name: lambda node, scope, body: body.look_up(node.id, scope),
    ast.Attribute: _attribute,
    ast.Call: lambda node, scope, body: body.call(node, scope),
    ast.JoinedStr: _joined,
    ast.FormattedValue: _inside,
    ast.Await: _inside,
    ast.Starred: _inside,
    ast.Tuple: _sequence,
    ast.List: _sequence,
    ast.Set: _sequence,
    ast.Dict: _dictionary,
    ast.BinOp: _operation,
    ast.Subscript: _element,
    ast.IfExp: _chosen,
    ast.BoolOp: _any_of,
    ast.ListComp: _comprehension,
    ast.SetComp: _comprehension,
    ast.GeneratorExp: _comprehension,
    ast.NamedExpr: _named,
    ast.Lambda: lambda node, scope, _body: Function(node, scope),
}
