"""Reads a direction's function from top to bottom, and into the helpers that it calls."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from handrail.audit import source
from handrail.audit.calling import DEEPEST, Calling
from handrail.audit.expressions import bind, evaluate
from handrail.audit.handlers import guards_of, suppression
from handrail.audit.reading import Act, Around, Sent
from handrail.audit.source import Module
from handrail.audit.sql import Statement, Verb
from handrail.audit.values import (
    Function,
    Namespace,
    OfDialect,
    Scope,
    TableValue,
    Unknown,
    elements,
)
from handrail.model import Location

_LONGEST = 100
"""Elements of a known list that a loop is unrolled for."""

_Block = Sequence[ast.stmt]


@dataclass(frozen=True, slots=True)
class Done:
    """What a function does, and what of it is sent to PostgreSQL, in the order of its source."""

    acts: tuple[Act, ...]
    sent: tuple[Sent, ...]


def done_by(module: Module, name: str) -> Done:
    """What the function ``name``, or the method ``Class.name``, does, in the order of its source.

    Helpers of the same file, and of files in the same folder that are imported by name, are read
    where they are called. Both arms of a test are read, a loop over known values once for each of
    them, any other loop once. Nothing is run, imported or looked up elsewhere.
    """
    reader = _Reader(module)
    scope = reader.module_scope(module)
    reader.acts.clear()
    reader.sent.clear()
    owner, _, last = name.rpartition(".")
    method = module.method(owner, last)
    function = Function(method, scope, module) if method else scope.get(name)
    if isinstance(function, Function):
        reader.inline(function, (), {}, name)
    return Done(tuple(reader.acts), tuple(reader.sent))


class _Reader(Calling):
    """Goes through statements."""

    def module_scope(self, module: Module) -> Scope:
        """The names that the top level of a file defines."""
        scope = Scope()
        with self.reading(module):
            for statement in module.tree.body:
                if isinstance(statement, ast.ImportFrom):
                    self._import(statement, scope)
                elif not isinstance(statement, ast.Expr):
                    self._statement(statement, scope)
        return scope

    def _import(self, node: ast.ImportFrom, scope: Scope) -> None:
        """Names of files that can be read; a file itself is a name for all that it defines."""
        found = self._names_of(node, node.module)
        for alias in node.names:
            if alias.name in found:
                scope.names[alias.asname or alias.name] = found[alias.name]
            elif names := self._names_of(node, f"{node.module or ''}.{alias.name}"):
                scope.names[alias.asname or alias.name] = Namespace(names)

    def _names_of(self, node: ast.AST, name: str | None) -> Mapping[str, object]:
        file = self.module.beside(name)
        if file is None or file == self.module.file or len(self.calling) > DEEPEST:
            return {}
        self.calling.append(node)
        names = self.module_scope(source.read(file, self.module.root)).names
        self.calling.pop()
        return names

    def block(self, statements: _Block, scope: Scope) -> None:
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
                told = [_tested(evaluate(test, scope, self)).holds for test in tests]
                bodies = (case.body for case in node.cases)
                self._fork(tuple(zip(bodies, told, strict=True)), scope)
            case ast.For() | ast.AsyncFor():
                self._for(node, scope)
            case ast.While():
                with self.inside(node, None):
                    evaluate(node.test, scope, self)
                    self.block(node.body, scope)
                self.block(node.orelse, scope)
            case ast.With() | ast.AsyncWith():
                with self.within(self._entered(node, scope)):
                    self.block(node.body, scope)
            case ast.Try():
                self._try(node, scope)
            case _:
                self._simple(node, scope)

    def _entered(self, node: ast.With | ast.AsyncWith, scope: Scope) -> Around:
        """What stands around the body of a ``with``."""
        around = self.around
        for item in node.items:
            value = evaluate(item.context_expr, scope, self)
            bind(item.optional_vars or ast.Name("_"), value, scope)
            if guard := suppression(item, self.module):
                around = replace(around, guards=(*around.guards, guard))
            if "autocommit_block" in ast.unparse(item.context_expr):
                around = replace(around, committed=True)
        return around

    def _try(self, node: ast.Try, scope: Scope) -> None:
        around = self.around
        met = guards_of(node, self.module, in_loop=bool(around.loops))
        with self.within(replace(around, guards=(*around.guards, *met))):
            self.block(node.body, scope)
        self.block(node.orelse, scope)
        for handler in node.handlers:
            here = tuple(guard for guard in met if guard.line == handler.lineno)
            with self.within(replace(around, handling=(*around.handling, *here))):
                self.block(handler.body, scope)
        self.block(node.finalbody, scope)

    def _simple(self, node: ast.stmt, scope: Scope) -> None:
        match node:
            case ast.Assign():
                value = evaluate(node.value, scope, self)
                for target in node.targets:
                    bind(target, value, scope)
                    self._assigned(target, node)
            case ast.AnnAssign():
                bind(node.target, evaluate(node.value, scope, self), scope)
            case ast.AugAssign():
                sum_of = ast.BinOp(_loaded(node.target), node.op, node.value)
                bind(node.target, evaluate(sum_of, scope, self), scope)
            case ast.Return():
                self.returned.append(evaluate(node.value, scope, self))
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                scope.names[node.name] = Function(node, scope, self.module)
            case ast.ClassDef():
                scope.names[node.name] = self._class(node, scope)
            case ast.Expr():
                evaluate(node.value, scope, self)

    def _assigned(self, target: ast.expr, node: ast.Assign) -> None:
        """What is given to a part of a row may be written when its session is flushed."""
        if isinstance(target, ast.Attribute) and any(loop.rows for loop in self.around.loops):
            where = Location(str(self.module.file), node.lineno)
            given = Statement(Verb.ASSIGN, text=ast.unparse(node))
            self.acts.append(Act(given, where, self.around))

    def _class(self, node: ast.ClassDef, scope: Scope) -> object:
        """A mapped class stands for its table."""
        inner = Scope(scope)
        for statement in node.body:
            if isinstance(statement, ast.Assign):
                self._statement(statement, inner)
        name = inner.names.get("__tablename__")
        return TableValue(name) if isinstance(name, str) else Unknown(node.name)

    def _if(self, test: ast.expr, arms: tuple[_Block, _Block], scope: Scope) -> None:
        told = _tested(evaluate(test, scope, self))
        self._fork(((arms[0], told.holds), (arms[1], told.fails)), scope)

    def _fork(self, arms: Sequence[tuple[_Block, frozenset[str]]], scope: Scope) -> None:
        """Read every arm; with each come the databases that lead there."""
        fork, around = next(self.forks), self.around
        for at, (block, databases) in enumerate(arms):
            arm = replace(
                around,
                branches=(*around.branches, (fork, at)),
                databases=around.databases & databases,
            )
            with self.within(arm):
                self.block(block, scope)

    def _for(self, node: ast.For | ast.AsyncFor, scope: Scope) -> None:
        over = evaluate(node.iter, scope, self)
        name = ast.unparse(node.target)
        each = elements(over) or (Unknown(f"{name} in {ast.unparse(node.iter)}"),)
        with self.inside(node, over):
            for element in each[:_LONGEST]:
                bind(node.target, element, scope)
                self.block(node.body, scope)
        self.block(node.orelse, scope)


def _leaves(block: _Block) -> bool:
    leaving = ast.Return | ast.Raise | ast.Continue | ast.Break
    return isinstance(block[-1], leaving)


def _loaded(target: ast.expr) -> ast.expr:
    return ast.parse(ast.unparse(target), mode="eval").body


def _tested(test: object) -> OfDialect:
    return test if isinstance(test, OfDialect) else OfDialect()


def _equal(subject: ast.expr, pattern: ast.pattern) -> ast.expr | None:
    """The comparison that a case of a ``match`` stands for, if it is one with a value."""
    if isinstance(pattern, ast.MatchValue):
        return ast.Compare(subject, [ast.Eq()], [pattern.value])
    return None
