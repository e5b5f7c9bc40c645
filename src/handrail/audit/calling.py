"""Follows the calls in a function into helpers that can be read, and notes what they do."""

from __future__ import annotations

import ast
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import count

from handrail.audit.call import Call, parameters, understood
from handrail.audit.calls import effect, executed
from handrail.audit.expressions import evaluate
from handrail.audit.programs import Programs
from handrail.audit.reading import Act, Around, Loop, Sent
from handrail.audit.source import Module
from handrail.audit.sql import Statement, Verb
from handrail.audit.strings import text_call
from handrail.audit.values import Function, Made, Namespace, Rows, Scope, Unknown, first_of
from handrail.model import Location

DEEPEST = 12
"""Calls of helpers inside helpers, and imports inside imports, that are followed."""


class Calling(ABC):
    """Knows what stands around the place that is read, and notes acts there."""

    def __init__(self, module: Module) -> None:
        self.module = module
        self.acts: list[Act] = []
        self.sent: list[Sent] = []
        self.around = Around()
        self.calling: list[ast.AST] = []
        self.returned: list[object] = []
        self.forks = count()
        self._programs = Programs(forks=self.forks)

    @abstractmethod
    def block(self, statements: Sequence[ast.stmt], scope: Scope) -> None:
        """Read statements from top to bottom."""

    @contextmanager
    def within(self, around: Around) -> Iterator[None]:
        """This stands around what is read meanwhile."""
        before, self.around = self.around, around
        yield
        self.around = before

    @contextmanager
    def reading(self, module: Module) -> Iterator[None]:
        """What is read meanwhile stands in ``module``."""
        before, self.module = self.module, module
        yield
        self.module = before

    @contextmanager
    def inside(self, node: ast.AST, over: object) -> Iterator[None]:
        """What is read meanwhile stands inside a loop over ``over``."""
        rows = over.query if isinstance(over, Rows) else None
        where = Location(str(self.module.file), getattr(node, "lineno", 1))
        loops = (*self.around.loops, Loop(node, where, rows, self.module))
        with self.within(replace(self.around, loops=loops)):
            yield

    def call(self, node: ast.Call, scope: Scope) -> object:
        """The value of a call, after what it does was noted."""
        call = understood(node, scope, self)
        with self.within(replace(self.around, calls=(*self.around.calls, node))):
            return self._called(call, scope)

    def _called(self, call: Call, scope: Scope) -> object:
        node = call.node
        if method := self._method(call, scope):
            return self.inline(method, (call.receiver, *call.args), call.kwargs, ast.unparse(node))
        held = call.receiver
        callee = held.names.get(call.name) if isinstance(held, Namespace) else None
        if isinstance(node.func, ast.Name):
            callee = scope.get(node.func.id)
        if isinstance(callee, Function):
            return self.inline(callee, call.args, call.kwargs, ast.unparse(node))
        if call.name in {"append", "extend", "add"} and isinstance(node.func, ast.Attribute):
            self._collect(node.func.value, call, scope)
        text = text_call(call)
        if text is not None:
            return text
        known = effect(call)
        if known is None:
            return Made(ast.unparse(node), call.receiver, call.name, call.args, call.kwargs)
        self._send(call, known.statements)
        for statement in known.statements:
            self._note(statement)
        return known.value

    def _send(self, call: Call, statements: Sequence[Statement]) -> None:
        """Note what PostgreSQL gets, where it is not another database that comes here."""
        if not statements or "postgresql" not in self.around.databases:
            return
        given = executed(call)
        made = (each.table for each in statements if each.verb is Verb.CREATE)
        self.sent.append(
            Sent(
                given if isinstance(given, str) else call,
                Location(str(self.module.file), self.around.calls[-1].lineno),
                self.around.committed,
                tuple(made),
            )
        )

    def _method(self, call: Call, scope: Scope) -> Function | None:
        """The method of a class of the same file that is called on ``self``, or on a new object."""
        if not isinstance(call.receiver, Unknown):
            return None
        owner = call.receiver.text.partition("(")[0]
        node = self.module.method(owner, call.name)
        return Function(node, scope.outermost, self.module) if node else None

    def _collect(self, target: ast.expr, call: Call, scope: Scope) -> None:
        """A list that is filled in a loop over rows has a part for each row."""
        if not isinstance(target, ast.Name):
            return
        queries = [loop.rows for loop in self.around.loops if loop.rows]
        held = scope.get(target.id)
        if queries:
            scope.names[target.id] = Rows(queries[0])
        elif isinstance(held, tuple):
            scope.names[target.id] = (*held, *call.args)

    def _note(self, statement: Statement) -> None:
        where = Location(str(self.module.file), self.around.calls[-1].lineno)
        self.acts.extend(self._programs.expanded(statement, lambda _: where, self.around))

    def inline(
        self,
        function: Function,
        args: Sequence[object],
        kwargs: Mapping[str, object],
        text: str,
    ) -> object:
        """Read a function as called with these arguments; its value, or Unknown with ``text``."""
        node = function.node
        if node in self.calling or len(self.calling) > DEEPEST:
            return Unknown(text)
        inner = Scope(function.scope, parameters(function, args, kwargs, self))
        before, self.returned = self.returned, []
        self.calling.append(node)
        with self.reading(function.module):
            if isinstance(node, ast.Lambda):
                self.returned.append(evaluate(node.body, inner, self))
            else:
                self.block(node.body, inner)
        self.calling.pop()
        returned, self.returned = self.returned, before
        value = first_of(returned)
        return Unknown(text) if value is None else value
