"""What the ways out of a ``while`` rest on: the answers of queries alone, or something that moves.

Each test that guards a way out is followed back through the assignments of the loop's body.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Set
from dataclasses import dataclass, field

from handrail.audit.source import Module

_ASKING = {"execute", "exec_driver_sql", "scalar", "scalars", "query"}
_PLAIN = {
    "len",
    "bool",
    "int",
    "str",
    "list",
    "tuple",
    "set",
    "dict",
    "any",
    "all",
    "sorted",
    "max",
}
_PLAIN |= {
    "min",
    "sum",
    "text",
    "select",
    "isinstance",
    "enumerate",
    "zip",
    "dedent",
    "f",
    "format",
}
_CHANGING = {"pop", "popleft", "popitem", "remove", "discard", "add", "append", "extend", "clear"}
_BODIES = ("body", "orelse", "finalbody")


@dataclass(slots=True)
class _Trail:
    """What was met on the way back from a test."""

    asks: bool = False
    moves: bool = False
    names: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Assignment:
    """A value given to a name in the loop, and the tests and loops that stand around it."""

    node: ast.AST
    value: ast.expr
    around: tuple[ast.stmt, ...]


def rests_on_queries_alone(loop: ast.While, module: Module, writes: Set[ast.Call]) -> bool:
    """Whether nothing that moves from round to round takes part in any way out of the loop.

    ``writes`` are the calls that end in an INSERT, UPDATE or DELETE. Where one of them is given,
    without a condition, what the query of a way out found, each round does away with that.
    """
    ways = list(_ways_out(loop))
    found: set[str] = set()
    for way in ways:
        reader = _Backwards(loop, module)
        for test in way or ():
            reader.follow(test, ())
        if not way or reader.trail.moves or not reader.trail.asks:
            return False
        found |= reader.trail.names
    return not _Backwards(loop, module).handed_back(found, writes)


def _ways_out(loop: ast.While) -> Iterator[list[ast.expr] | None]:
    """For each way out the tests that guard it; None where it is guarded by something else."""
    if not (isinstance(loop.test, ast.Constant) and loop.test.value):
        yield [loop.test]
    yield from _leaving(loop.body, [], own=True)


def _leaving(
    block: list[ast.stmt], tests: list[ast.expr], *, own: bool
) -> Iterator[list[ast.expr] | None]:
    for node in block:
        match node:
            case ast.Break() if own:
                yield tests
            case ast.Return() | ast.Raise():
                yield tests
            case ast.If():
                yield from _leaving([*node.body, *node.orelse], [*tests, node.test], own=own)
            case ast.For():
                yield from _leaving(node.body, [*tests, node.iter], own=False)
            case ast.While():
                yield from _leaving(node.body, [*tests, node.test], own=False)
            case ast.With():
                yield from _leaving(node.body, tests, own=own)
            case ast.Try():
                yield from _leaving([*node.body, *node.orelse, *node.finalbody], tests, own=own)
                handled = [part for handler in node.handlers for part in handler.body]
                yield from (None for _ in _leaving(handled, tests, own=own))


class _Backwards:
    """Goes back from a test to what its names were made of in the same loop."""

    def __init__(self, loop: ast.While, module: Module) -> None:
        self.trail = _Trail()
        self._module = module
        self._loop = loop
        self._made: dict[str, list[_Assignment]] = {}
        self._nodes = list(_walk(loop.body, ()))
        for node, around in self._nodes:
            self._remember(node, around)
        for node in ast.walk(loop.test):
            self._remember(node, ())

    def follow(self, node: ast.AST, trail: tuple[str, ...]) -> None:
        """Note what ``node`` rests on; ``trail`` are the names that led here."""
        for part in ast.walk(node):
            match part:
                case ast.Attribute(attr="rowcount"):
                    self.trail.moves = True
                case ast.Compare() if self._compares_rounds(part):
                    self.trail.moves = True
                case ast.Call():
                    self._call(part)
                case ast.Name(id=name):
                    self._name(name, trail)

    def handed_back(self, found: Set[str], writes: Set[ast.Call]) -> bool:
        """Whether a write that nothing guards is given what was found, or what was made of it."""
        return any(
            isinstance(node, ast.Call) and node in writes and self._given(node, found, ())
            for node, around in self._nodes
            if _unconditional(around)
        )

    def _given(self, node: ast.AST, found: Set[str], trail: tuple[str, ...]) -> bool:
        names = {part.id for part in ast.walk(node) if isinstance(part, ast.Name)} - {*trail}
        if names & found:
            return True
        return any(
            self._given(made.value, found, (*trail, name))
            for name in names
            for made in (*self._made.get(name, ()), *self._filled(name))
            if _unconditional(made.around)
        )

    def _filled(self, name: str) -> Iterator[_Assignment]:
        """What is put into the list of that name."""
        for node, around in self._nodes:
            match node:
                case ast.Call(func=ast.Attribute(value=ast.Name(id=owner)), args=[value]):
                    if owner == name:
                        yield _Assignment(node, value, around)

    def _call(self, node: ast.Call) -> None:
        name = ast.unparse(node.func).rpartition(".")[2]
        helper = self._module.function(name) if isinstance(node.func, ast.Name) else None
        if helper:
            self._helper(helper)
        elif name in _ASKING:
            self.trail.asks = True
        elif name in _CHANGING or _is_elsewhere(node.func):
            self.trail.moves = True

    def _helper(self, helper: ast.FunctionDef) -> None:
        """A function of the same file asks where it holds a query."""
        calls = [node for node in ast.walk(helper) if isinstance(node, ast.Call)]
        names = {ast.unparse(call.func).rpartition(".")[2] for call in calls}
        self.trail.asks = self.trail.asks or bool(names & _ASKING)
        attributes = {node.attr for node in ast.walk(helper) if isinstance(node, ast.Attribute)}
        self.trail.moves = self.trail.moves or "rowcount" in attributes

    def _name(self, name: str, trail: tuple[str, ...]) -> None:
        if name in trail:
            self.trail.moves = True
            return
        if name in self._made:
            self.trail.names.add(name)
        if self._is_changed(name):
            self.trail.moves = True
        for made in self._made.get(name, ()):
            if isinstance(made.node, ast.AugAssign):
                self.trail.moves = True
            elif isinstance(made.value, ast.Constant):
                self._flag(made, (*trail, name))
            else:
                self.follow(made.value, (*trail, name))

    def _flag(self, made: _Assignment, trail: tuple[str, ...]) -> None:
        """A flag says as much as the tests and loops around the place where it is set."""
        for around in made.around:
            if isinstance(around, ast.For):
                self.follow(around.iter, trail)
            else:
                self.trail.moves = True

    def _compares_rounds(self, node: ast.Compare) -> bool:
        """Whether a value of this round is compared with one that the last round left."""
        sides = [node.left, *node.comparators]
        names = [side.id for side in sides if isinstance(side, ast.Name)]
        return len(names) > 1 and any(self._carried(name, node) for name in names)

    def _carried(self, name: str, read: ast.Compare) -> bool:
        return any(
            getattr(made.node, "lineno", 0) > read.lineno for made in self._made.get(name, ())
        )

    def _is_changed(self, name: str) -> bool:
        """Whether a method of the object takes from it, or puts into it, in the loop."""
        for node in ast.walk(self._loop):
            match node:
                case ast.Call(func=ast.Attribute(value=ast.Name(id=owner), attr=attr)):
                    if owner == name and attr in _CHANGING:
                        return True
        return False

    def _remember(self, node: ast.AST, around: tuple[ast.stmt, ...]) -> None:
        match node:
            case ast.Assign():
                for target in node.targets:
                    self._give(target, _Assignment(node, node.value, around))
            case ast.AugAssign():
                self._give(node.target, _Assignment(node, node.value, around))
            case ast.NamedExpr():
                self._give(node.target, _Assignment(node, node.value, around))
            case ast.For():
                self._give(node.target, _Assignment(node, node.iter, around))

    def _give(self, target: ast.expr, made: _Assignment) -> None:
        for node in ast.walk(target):
            if isinstance(node, ast.Name):
                self._made.setdefault(node.id, []).append(made)


def _walk(
    block: list[ast.stmt], around: tuple[ast.stmt, ...]
) -> Iterator[tuple[ast.AST, tuple[ast.stmt, ...]]]:
    """Every node of the block with the statements around it."""
    for statement in block:
        inner = (*around, statement) if isinstance(statement, ast.If | ast.For) else around
        yield statement, around
        for child in ast.iter_child_nodes(statement):
            if isinstance(child, ast.stmt):
                yield from _walk([child], inner)
            elif isinstance(child, ast.ExceptHandler):
                yield from _walk(child.body, inner)
            else:
                yield from ((node, inner) for node in ast.walk(child))


def _unconditional(around: tuple[ast.stmt, ...]) -> bool:
    """Whether what stands there is reached in each round and for each element; a test whether
    there is anything at all (``if batch:``) is no condition."""
    for statement in around:
        if isinstance(statement, ast.If) and not isinstance(statement.test, ast.Name):
            return False
        if any(isinstance(node, ast.Continue) for node in ast.walk(statement)):
            return False
    return True


def _is_elsewhere(function: ast.expr) -> bool:
    """Whether it is the clock, or a function that cannot be read."""
    if isinstance(function, ast.Name):
        return function.id not in _PLAIN
    return ast.unparse(function).startswith(("time.", "datetime."))
