"""Reads modules and functions from top to bottom, into all that they call; nothing is run."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence

from handrail.parity.expressions import bind, evaluate, place
from handrail.parity.sources import Sources
from handrail.parity.texts import combined, shaped
from handrail.parity.values import (
    Call,
    Class,
    Function,
    Imported,
    Items,
    Namespace,
    Scope,
    Unknown,
)

_DEEPEST = 12
"""Calls of helpers inside helpers that are followed."""


class Reader:
    """The modules of one commit; each is read once, when something of it is asked for."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._modules: dict[str, tuple[Scope, tuple[Call, ...]]] = {}
        self._calls: list[Call] = []
        self._calling: list[ast.AST] = []
        self._returned: list[object] = []

    def module(self, file: str) -> tuple[Scope, tuple[Call, ...]]:
        """The names that the top level of a file defines, and the calls that stand there.

        Raises TargetError where the file is no Python.
        """
        if file not in self._modules:
            tree = self._sources.tree(file)
            scope, calls, before = Scope(file), list[Call](), self._calls
            self._modules[file] = scope, ()
            self._calls = calls
            self._block(tree.body, scope)
            self._calls = before
            self._modules[file] = scope, tuple(calls)
        return self._modules[file]

    def calls_in(self, function: Function) -> tuple[Call, ...]:
        """Every call that running the function can come to, in the order of the source.

        Both arms of a test are read, a loop over known values once for each of them, any other
        loop once. Functions that can be read are followed.
        """
        before, self._calls = self._calls, []
        self._inline(function, (), {})
        calls, self._calls = tuple(self._calls), before
        return calls

    def look_up(self, name: str, scope: Scope) -> object:
        """What a name stands for; an import is followed only now."""
        holder = scope.holder(name)
        if holder is None:
            return Unknown(name)
        held = holder.names[name]
        if isinstance(held, Imported):
            held = holder.names[name] = self._imported(held, name)
        return held

    def _imported(self, held: Imported, name: str) -> object:
        scope, _ = self.module(held.file)
        if held.name is None:
            return Namespace(scope)
        return self.look_up(held.name, scope) if held.name in scope.names else Unknown(name)

    def call(self, node: ast.Call, scope: Scope) -> object:
        """The value of a call: what a function gives back, a shaped text, or the call itself."""
        receiver: object = None
        callee = None
        if isinstance(node.func, ast.Attribute):
            receiver, name = evaluate(node.func.value, scope, self), node.func.attr
            if isinstance(receiver, Namespace):
                callee = self.look_up(name, receiver.scope)
        else:
            callee = evaluate(node.func, scope, self)
            name = callee.text if isinstance(callee, Unknown) else ast.unparse(node.func)
        args = evaluate(ast.Tuple(node.args, lineno=node.lineno), scope, self)
        kwargs = {word.arg or "**": evaluate(word.value, scope, self) for word in node.keywords}
        made = Call(name, receiver, tuple(args), kwargs, place(node, scope))  # type: ignore[arg-type]
        return self._called(made, callee, node, scope)

    def _called(self, call: Call, callee: object, node: ast.Call, scope: Scope) -> object:
        if isinstance(callee, Function):
            return self._inline(callee, call.args, call.kwargs)
        if call.name == "partial" and call.args and isinstance(call.args[0], Function):
            first = call.args[0]
            return Function(first.node, first.scope, call.args[1:], call.kwargs)
        if call.name in {"append", "extend", "add"} and isinstance(call.receiver, tuple):
            self._collect(node, call, scope)
        value = shaped(call.name, call.receiver, call.args, call.kwargs)
        if value is None:
            self._calls.append(call)
            return call
        return value

    def _collect(self, node: ast.Call, call: Call, scope: Scope) -> None:
        """A list that is known grows by what is put into it."""
        target = node.func.value if isinstance(node.func, ast.Attribute) else None
        holder = scope.holder(target.id) if isinstance(target, ast.Name) else None
        if holder and isinstance(target, ast.Name) and isinstance(call.receiver, tuple):
            given = call.args[:1]
            if call.name == "extend" and given and isinstance(given[0], tuple):
                given = given[0]
            holder.names[target.id] = Items.at((*call.receiver, *given), call.place)

    def _inline(
        self, function: Function, args: Sequence[object], kwargs: Mapping[str, object]
    ) -> object:
        """Read a function as called with these arguments; what it gives back, as far as known."""
        node = function.node
        if node in self._calling or len(self._calling) > _DEEPEST:
            return Unknown(getattr(node, "name", "lambda"))
        inner = function.scope.inner()
        given = (*function.args, *args)
        inner.names |= self._parameters(function, given, {**function.kwargs, **kwargs})
        before, self._returned = self._returned, []
        self._calling.append(node)
        if isinstance(node, ast.Lambda):
            self._returned.append(evaluate(node.body, inner, self))
        else:
            self._block(node.body, inner)
        self._calling.pop()
        returned, self._returned = self._returned, before
        return next((value for value in returned if value is not None), Unknown("None"))

    def _parameters(
        self, function: Function, args: Sequence[object], kwargs: Mapping[str, object]
    ) -> dict[str, object]:
        spec = function.node.args
        names = [arg.arg for arg in (*spec.posonlyargs, *spec.args)]
        alone = [arg.arg for arg in spec.kwonlyargs]
        defaults = dict(zip(reversed(names), reversed(spec.defaults), strict=False))
        defaults |= {name: node for name, node in zip(alone, spec.kw_defaults, strict=True) if node}
        values: dict[str, object] = {name: Unknown(name) for name in (*names, *alone)}
        values |= {name: evaluate(node, function.scope, self) for name, node in defaults.items()}
        values |= dict(zip(names, args, strict=False))
        if spec.vararg:
            values[spec.vararg.arg] = tuple(args[len(names) :])
        if spec.kwarg:
            values[spec.kwarg.arg] = {k: v for k, v in kwargs.items() if k not in values}
        return values | {name: value for name, value in kwargs.items() if name in values}

    def _block(self, statements: Sequence[ast.stmt], scope: Scope) -> None:
        for statement in statements:
            self._statement(statement, scope)

    def _statement(self, node: ast.stmt, scope: Scope) -> None:
        match node:
            case ast.Assign():
                value = evaluate(node.value, scope, self)
                for target in node.targets:
                    bind(target, value, scope)
            case ast.AnnAssign():
                bind(node.target, evaluate(node.value, scope, self), scope)
            case ast.AugAssign(target=ast.Name(id=name)):
                left, right = self.look_up(name, scope), evaluate(node.value, scope, self)
                grown = combined(node.op, left, right, place(node, scope))
                scope.names[name] = Unknown(name) if grown is None else grown
            case ast.Return():
                self._returned.append(evaluate(node.value, scope, self))
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                scope.names[node.name] = Function(node, scope)
            case ast.ClassDef():
                scope.names[node.name] = self._class(node, scope)
            case ast.Import() | ast.ImportFrom():
                self._import(node, scope)
            case ast.Expr():
                evaluate(node.value, scope, self)
            case _:
                self._compound(node, scope)

    def _compound(self, node: ast.stmt, scope: Scope) -> None:
        match node:
            case ast.If() | ast.While():
                evaluate(node.test, scope, self)
                self._block([*node.body, *node.orelse], scope)
            case ast.For() | ast.AsyncFor():
                over = evaluate(node.iter, scope, self)
                unknown = (Unknown(ast.unparse(node.target)),)
                for element in over if isinstance(over, tuple) else unknown:
                    bind(node.target, element, scope)
                    self._block(node.body, scope)
                self._block(node.orelse, scope)
            case ast.With() | ast.AsyncWith():
                for item in node.items:
                    value = evaluate(item.context_expr, scope, self)
                    bind(item.optional_vars or ast.Name("_"), value, scope)
                self._block(node.body, scope)
            case ast.Try():
                handled = [each for handler in node.handlers for each in handler.body]
                self._block([*node.body, *node.orelse, *handled, *node.finalbody], scope)
            case ast.Match():
                evaluate(node.subject, scope, self)
                self._block([each for case in node.cases for each in case.body], scope)

    def _class(self, node: ast.ClassDef, scope: Scope) -> Class:
        inner = scope.inner()
        self._block(node.body, inner)
        annotated = [each for each in node.body if isinstance(each, ast.AnnAssign)]
        return Class(
            node.name,
            tuple(evaluate(base, scope, self) for base in node.bases),
            inner,
            {ast.unparse(each.target): ast.unparse(each.annotation) for each in annotated},
            {word.arg or "**": evaluate(word.value, scope, self) for word in node.keywords},
            {ast.unparse(each.target): place(each, scope) for each in annotated},
        )

    def _import(self, node: ast.Import | ast.ImportFrom, scope: Scope) -> None:
        """Note where names come from; a file itself is a name for all that it defines."""
        module = (node.module or "") if isinstance(node, ast.ImportFrom) else ""
        level = node.level if isinstance(node, ast.ImportFrom) else 0
        for alias in node.names:
            dotted = f"{module}.{alias.name}".strip(".")
            whole = self._sources.imported(scope.file, dotted, level)
            owner = self._sources.imported(scope.file, module, level) if module or level else None
            if whole and (isinstance(node, ast.ImportFrom) or alias.asname):
                scope.names[alias.asname or alias.name] = Imported(whole, None)
            elif owner and owner != scope.file:
                scope.names[alias.asname or alias.name] = Imported(owner, alias.name)
