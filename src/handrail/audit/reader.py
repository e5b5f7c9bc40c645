"""Reads a direction's function from top to bottom, and into the helpers that it calls."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from handrail.audit import source
from handrail.audit.calls import Call, effect
from handrail.audit.expressions import bind, evaluate
from handrail.audit.reading import Act, Loop
from handrail.audit.source import Module
from handrail.audit.sql import Statement
from handrail.audit.strings import text_call
from handrail.audit.values import (
    Function,
    OnSqlite,
    Rows,
    Scope,
    TableValue,
    Unknown,
    elements,
    first_of,
)
from handrail.model import Direction, Location

_DEEPEST = 12
"""Calls of helpers inside helpers that are followed."""
_LONGEST = 100
"""Elements of a known list that a loop is unrolled for."""

_Block = Sequence[ast.stmt]


def acts_of(module: Module, direction: Direction) -> tuple[Act, ...]:
    """What the function named like ``direction`` does, in the order of its source.

    Helpers of the same file, and of files in the same folder that are imported by name, are read
    where they are called. Both arms of a test are read, a loop over known values once for each of
    them, any other loop once. Nothing is run, imported or looked up elsewhere.
    """
    reader = _Reader(module)
    scope = reader.module_scope(module)
    reader.acts.clear()
    function = scope.get(direction)
    if isinstance(function, Function):
        reader.inline(function, (), {}, direction)
    return tuple(reader.acts)


class _Reader:
    """Notes acts while it goes through statements."""

    def __init__(self, module: Module) -> None:
        self.module = module
        self.acts: list[Act] = []
        self._loops: tuple[Loop, ...] = ()
        self._branches: tuple[tuple[int, int], ...] = ()
        self._forks = 0
        self._off_sqlite = False
        self._calling: list[ast.AST] = []
        self._calls: tuple[ast.Call, ...] = ()
        self._returned: list[object] = []

    def module_scope(self, module: Module) -> Scope:
        """The names that the top level of a file defines."""
        scope = Scope()
        with self._reading(module):
            for statement in module.tree.body:
                if isinstance(statement, ast.ImportFrom):
                    self._import(statement, scope)
                elif not isinstance(statement, ast.Expr):
                    self._statement(statement, scope)
        return scope

    def _import(self, node: ast.ImportFrom, scope: Scope) -> None:
        file = self.module.beside(node.module)
        if file is None or file == self.module.file or len(self._calling) > _DEEPEST:
            return
        self._calling.append(node)
        names = self.module_scope(source.read(file)).names
        self._calling.pop()
        found = [alias for alias in node.names if alias.name in names]
        scope.names |= {alias.asname or alias.name: names[alias.name] for alias in found}

    @contextmanager
    def _reading(self, module: Module) -> Iterator[None]:
        before, self.module = self.module, module
        yield
        self.module = before

    def _block(self, statements: _Block, scope: Scope) -> None:
        """Read statements; what comes after an arm that leaves is in the other arm."""
        for at, statement in enumerate(statements):
            if isinstance(statement, ast.If) and _leaves(statement.body):
                rest = [*statement.orelse, *statements[at + 1 :]]
                self._if(statement.test, (statement.body, rest), scope)
                return
            self._statement(statement, scope)

    def _statement(self, node: ast.stmt, scope: Scope) -> None:
        match node:
            case ast.If():
                self._if(node.test, (node.body, node.orelse), scope)
            case ast.Match():
                tests = [_equal(node.subject, case.pattern) for case in node.cases]
                told = [_on_sqlite(evaluate(test, scope, self)).holds for test in tests]
                bodies = (case.body for case in node.cases)
                self._fork(tuple(zip(bodies, told, strict=True)), scope)
            case ast.For() | ast.AsyncFor():
                self._for(node, scope)
            case ast.While():
                with self.inside(node, None):
                    evaluate(node.test, scope, self)
                    self._block(node.body, scope)
                self._block(node.orelse, scope)
            case ast.With() | ast.AsyncWith():
                for item in node.items:
                    value = evaluate(item.context_expr, scope, self)
                    bind(item.optional_vars or ast.Name("_"), value, scope)
                self._block(node.body, scope)
            case ast.Try():
                self._block([*node.body, *node.orelse], scope)
                for handler in node.handlers:
                    self._block(handler.body, scope)
                self._block(node.finalbody, scope)
            case _:
                self._simple(node, scope)

    def _simple(self, node: ast.stmt, scope: Scope) -> None:
        match node:
            case ast.Assign():
                value = evaluate(node.value, scope, self)
                for target in node.targets:
                    bind(target, value, scope)
            case ast.AnnAssign():
                bind(node.target, evaluate(node.value, scope, self), scope)
            case ast.AugAssign():
                sum_of = ast.BinOp(_loaded(node.target), node.op, node.value)
                bind(node.target, evaluate(sum_of, scope, self), scope)
            case ast.Return():
                self._returned.append(evaluate(node.value, scope, self))
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                scope.names[node.name] = Function(node, scope, self.module)
            case ast.ClassDef():
                scope.names[node.name] = self._class(node, scope)
            case ast.Expr():
                evaluate(node.value, scope, self)

    def _class(self, node: ast.ClassDef, scope: Scope) -> object:
        """A mapped class stands for its table."""
        inner = Scope(scope)
        for statement in node.body:
            if isinstance(statement, ast.Assign):
                self._statement(statement, inner)
        name = inner.names.get("__tablename__")
        return TableValue(name) if isinstance(name, str) else Unknown(node.name)

    def _if(self, test: ast.expr, arms: tuple[_Block, _Block], scope: Scope) -> None:
        told = _on_sqlite(evaluate(test, scope, self))
        self._fork(((arms[0], told.holds), (arms[1], told.fails)), scope)

    def _fork(self, arms: Sequence[tuple[_Block, bool | None]], scope: Scope) -> None:
        """Read every arm; with each comes whether it is SQLite that leads there."""
        self._forks += 1
        fork, branches, off = self._forks, self._branches, self._off_sqlite
        for at, (block, sqlite) in enumerate(arms):
            self._branches = (*branches, (fork, at))
            self._off_sqlite = off or sqlite is False
            self._block(block, scope)
        self._branches, self._off_sqlite = branches, off

    def _for(self, node: ast.For | ast.AsyncFor, scope: Scope) -> None:
        over = evaluate(node.iter, scope, self)
        name = ast.unparse(node.target)
        each = elements(over) or (Unknown(f"{name} in {ast.unparse(node.iter)}"),)
        with self.inside(node, over):
            for element in each[:_LONGEST]:
                bind(node.target, element, scope)
                self._block(node.body, scope)
        self._block(node.orelse, scope)

    @contextmanager
    def inside(self, node: ast.AST, over: object) -> Iterator[None]:
        """What is read meanwhile stands inside a loop over ``over``."""
        before = self._loops
        rows = over.query if isinstance(over, Rows) else None
        line = getattr(node, "lineno", 1)
        self._loops = (*before, Loop(node, self.module, line, rows))
        yield
        self._loops = before

    def call(self, node: ast.Call, scope: Scope) -> object:
        """The value of a call, after what it does was noted."""
        before = self._calls
        call = self._understood(node, scope)
        self._calls = (*before, node)
        value = self._called(call, scope)
        self._calls = before
        return value

    def _called(self, call: Call, scope: Scope) -> object:
        node = call.node
        callee = scope.get(node.func.id) if isinstance(node.func, ast.Name) else None
        if isinstance(callee, Function):
            return self.inline(callee, call.args, call.kwargs, ast.unparse(node))
        if call.name in {"append", "extend", "add"} and isinstance(node.func, ast.Attribute):
            self._collect(node.func.value, call, scope)
        text = text_call(call)
        if text is not None:
            return text
        known = effect(call)
        for statement in known.statements if known else ():
            self._note(statement)
        return Unknown(ast.unparse(node)) if known is None else known.value

    def _understood(self, node: ast.Call, scope: Scope) -> Call:
        receiver: object = None
        name = ast.unparse(node.func)
        if isinstance(node.func, ast.Attribute):
            receiver, name = evaluate(node.func.value, scope, self), node.func.attr
        elif isinstance(held := scope.get(name), Unknown):
            name = held.text.rpartition(".")[2]
        args = evaluate(ast.Tuple(node.args), scope, self)
        kwargs = {word.arg or "**": evaluate(word.value, scope, self) for word in node.keywords}
        return Call(node, name, receiver, elements(args) or (), kwargs)

    def _collect(self, target: ast.expr, call: Call, scope: Scope) -> None:
        """A list that is filled in a loop over rows has a part for each row."""
        if not isinstance(target, ast.Name):
            return
        queries = [loop.rows for loop in self._loops if loop.rows]
        held = scope.get(target.id)
        if queries:
            scope.names[target.id] = Rows(queries[0])
        elif isinstance(held, tuple):
            scope.names[target.id] = (*held, *call.args)

    def _note(self, statement: Statement) -> None:
        where = Location(str(self.module.file), self._calls[-1].lineno)
        standing = (self._loops, self._branches, self._off_sqlite, self._calls)
        self.acts.append(Act(statement, where, *standing))

    def inline(
        self,
        function: Function,
        args: Sequence[object],
        kwargs: Mapping[str, object],
        text: str,
    ) -> object:
        """Read a function as called with these arguments; its value, or Unknown with ``text``."""
        node = function.node
        if node in self._calling or len(self._calling) > _DEEPEST:
            return Unknown(text)
        inner = Scope(function.scope, _arguments(function, args, kwargs, self))
        before, self._returned = self._returned, []
        self._calling.append(node)
        with self._reading(function.module):
            if isinstance(node, ast.Lambda):
                self._returned.append(evaluate(node.body, inner, self))
            else:
                self._block(node.body, inner)
        self._calling.pop()
        returned, self._returned = self._returned, before
        value = first_of(returned)
        return Unknown(text) if value is None else value


def _arguments(
    function: Function, args: Sequence[object], kwargs: Mapping[str, object], reader: _Reader
) -> dict[str, object]:
    spec = function.node.args
    names = [arg.arg for arg in (*spec.posonlyargs, *spec.args)]
    defaults = dict(zip(reversed(names), reversed(spec.defaults), strict=False))
    defaults |= {
        arg.arg: default
        for arg, default in zip(spec.kwonlyargs, spec.kw_defaults, strict=True)
        if default
    }
    values = {name: evaluate(node, function.scope, reader) for name, node in defaults.items()}
    given = {**dict(zip(names, args, strict=False)), **kwargs}
    unknown: dict[str, object] = {name: Unknown(name) for name in names}
    return unknown | values | given


def _leaves(block: _Block) -> bool:
    leaving = ast.Return | ast.Raise | ast.Continue | ast.Break
    return isinstance(block[-1], leaving)


def _loaded(target: ast.expr) -> ast.expr:
    return ast.parse(ast.unparse(target), mode="eval").body


def _on_sqlite(test: object) -> OnSqlite:
    return test if isinstance(test, OnSqlite) else OnSqlite(None, None)


def _equal(subject: ast.expr, pattern: ast.pattern) -> ast.expr | None:
    """The comparison that a case of a ``match`` stands for, if it is one with a value."""
    if isinstance(pattern, ast.MatchValue):
        return ast.Compare(subject, [ast.Eq()], [pattern.value])
    return None
