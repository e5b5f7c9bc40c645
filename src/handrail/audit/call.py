"""A call in the source, and what it is given, as far as reading tells."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from handrail.audit.expressions import Body, evaluate
from handrail.audit.source import Module
from handrail.audit.sql import table_name
from handrail.audit.values import Function, Scope, Unknown, as_table, as_text, elements


@dataclass(frozen=True, slots=True)
class Call:
    """One call with what is known of it; ``receiver`` is None for a plain function."""

    node: ast.Call
    name: str
    receiver: object
    args: tuple[object, ...]
    kwargs: Mapping[str, object]
    module: Module
    """Where it is written."""

    @property
    def text(self) -> str:
        """The call as it is written."""
        return ast.unparse(self.node)

    def argument(self, position: int, *names: str) -> object:
        """The argument at a position, or under one of the names; None where it is not given."""
        if position < len(self.args):
            return self.args[position]
        return next((self.kwargs[name] for name in names if name in self.kwargs), None)

    def table(self, position: int, *names: str) -> str:
        """The name of the table that an argument is, with its schema."""
        name = as_table(self.argument(position, *names))
        schema = self.kwargs.get("schema")
        return table_name(f"{as_text(schema)}.{name}") if schema else name


def understood(node: ast.Call, scope: Scope, body: Body) -> Call:
    """The call with the values of all that it is given; each call inside is met exactly once."""
    receiver: object = None
    name = ast.unparse(node.func)
    if isinstance(node.func, ast.Attribute):
        receiver, name = evaluate(node.func.value, scope, body), node.func.attr
    elif isinstance(held := scope.get(name), Unknown):
        name = held.text.rpartition(".")[2]
    args = evaluate(ast.Tuple(node.args), scope, body)
    kwargs: dict[str, object] = {}
    for word in node.keywords:
        value = evaluate(word.value, scope, body)
        if word.arg is None and isinstance(value, dict):
            kwargs.update(value)
        else:
            kwargs[word.arg or "**"] = value
    return Call(node, name, receiver, elements(args) or (), kwargs, body.module)


def parameters(
    function: Function, args: Sequence[object], kwargs: Mapping[str, object], body: Body
) -> dict[str, object]:
    """The names that a function sees when it is called so."""
    spec = function.node.args
    names = [arg.arg for arg in (*spec.posonlyargs, *spec.args)]
    defaults = dict(zip(reversed(names), reversed(spec.defaults), strict=False))
    defaults |= {
        arg.arg: default
        for arg, default in zip(spec.kwonlyargs, spec.kw_defaults, strict=True)
        if default
    }
    values = {name: evaluate(node, function.scope, body) for name, node in defaults.items()}
    given = {**dict(zip(names, args, strict=False)), **kwargs}
    unknown: dict[str, object] = {name: Unknown(name) for name in names}
    return unknown | values | given
