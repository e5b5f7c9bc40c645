"""The values that constraint texts and migration sources name, by the column they are held to."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

from sqlglot import exp

from handrail.chains.sql_files.statements import split
from handrail.model import Schema, Table, Value
from handrail.snapshots.conditions import tree

Literals = Mapping[str, tuple[Value, ...]]
"""Values by column name."""

_ORDERINGS = (exp.LT, exp.LTE, exp.GT, exp.GTE, exp.Between)
_SQL = re.compile(r"[=<>]|\bIN\s*\(", re.IGNORECASE)
"""What every text that compares something has in it."""
_LONGEST = 10_000
"""Characters of a text that is written out only because a condition speaks of its length."""
_ALONE = Lock()
"""Python 3.11 counts the depth of a tree for all threads at once, and fails where two build one."""


@dataclass(frozen=True, slots=True)
class Literal:
    """One value that a condition names for a column.

    ``exact`` tells that the value itself is written there; otherwise it lies at a boundary, as 0
    and 2 do for ``x > 1``, and as a text of 31 characters does for ``length(x) <= 30``.
    """

    column: str
    value: Value
    exact: bool = True


def literals_of(text: str, dialect: str = "sqlite") -> tuple[Literal, ...]:
    """Every literal of a condition with the column that it is compared with, in order, once.

    A literal that stands with no column, or with several, is left out; a text that cannot be read
    has none.
    """
    root = tree(text, dialect)
    nodes = root.find_all(exp.Literal, exp.Boolean, bfs=False) if root else ()
    return tuple(dict.fromkeys(literal for node in nodes for literal in _read(node)))


def constant(text: str | None, dialect: str = "sqlite") -> Value:
    """The value of a DEFAULT that is one plain constant; None for every other, and for none."""
    root = tree(text, dialect) if text else None
    return _value(root) if isinstance(root, exp.Literal | exp.Boolean | exp.Neg) else None


@lru_cache(maxsize=64)
def literals_in_source(source: str) -> Literals:
    """What a migration says about columns: enumerations, comparisons, assigned values.

    Of Python it reads ``Column("phase", Enum("a", "b"))``, keywords and dictionaries such as
    ``{"phase": "a"}``, and SQL in plain strings. A source that is no Python is read as SQL.
    """
    found: dict[str, dict[Value, None]] = {}
    for column, value in _in_source(source):
        found.setdefault(column, {})[value] = None
    return {column: tuple(values) for column, values in found.items()}


def _in_source(source: str) -> Iterator[tuple[str, Value]]:
    try:
        with _ALONE:
            module = ast.parse(source)
    except (SyntaxError, ValueError):
        statements = split(source, "postgresql")
        named = (literals_of(each.text, "postgresql") for each in statements)
        yield from ((item.column, item.value) for several in named for item in several)
        return
    for node in ast.walk(module):
        yield from _named(node)


def known_literals(table: Table, far: Table | None, dialect: str, source: Literals) -> Literals:
    """What the CHECKs of both sides, then the source, name for each column of ``table``."""
    found: dict[str, dict[Value, None]] = {name: {} for name in table.column_names}
    checks = (*table.checks, *(far.checks if far else ()))
    for literal in (literal for check in checks for literal in literals_of(check.text, dialect)):
        found.setdefault(literal.column, {})[literal.value] = None
    for name in table.column_names:
        found[name] |= dict.fromkeys(source.get(name, ()))
    return {name: tuple(values) for name, values in found.items()}


def labels(schema: Schema, type_text: str) -> tuple[str, ...] | None:
    """The labels of the enumeration that a column's type names; None where it is none."""
    return schema.labels(type_text)


def _read(node: exp.Expr) -> Iterator[Literal]:
    """What one literal means: the smallest part around it that names a column says which."""
    negated = isinstance(node.parent, exp.Neg) and not node.is_string
    signed = node.parent if negated and node.parent else node
    around = signed.parent
    while around is not None and not around.find(exp.Column):
        around = around.parent
    if around is None:
        return
    columns = {column.name for column in around.find_all(exp.Column)}
    if len(columns) != 1:
        return
    name, value = columns.pop(), _value(signed)
    if around.find(exp.Length) and isinstance(value, int):
        lengths = (value, value + 1, value - 1)
        yield from (Literal(name, "x" * n, False) for n in lengths if 0 <= n <= _LONGEST)
    elif isinstance(around, _ORDERINGS) and isinstance(value, int | float):
        yield from (Literal(name, near, False) for near in (value, value + 1, value - 1))
    else:
        yield Literal(name, value)


def _value(node: exp.Expr) -> Value:
    if isinstance(node, exp.Neg):
        inner = _value(node.this)
        return -inner if isinstance(inner, int | float) else None
    if isinstance(node, exp.Boolean):
        return bool(node.this)
    text = str(node.this)
    if node.is_string:
        return text
    return int(text) if text.isdigit() else float(text)


def _named(node: ast.AST) -> Iterator[tuple[str, Value]]:
    """Pairs of column and value that one piece of Python puts together."""
    if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
        yield from ((str(node.args[0].value), value) for value in _enumerated(node))
    elif isinstance(node, ast.keyword) and node.arg and isinstance(node.value, ast.Constant):
        yield from _pair(node.arg, node.value)
    elif isinstance(node, ast.Dict):
        for key, value in zip(node.keys, node.values, strict=True):
            if isinstance(key, ast.Constant) and isinstance(value, ast.Constant):
                yield from _pair(str(key.value), value)
    elif isinstance(node, ast.Constant) and _SQL.search(str(node.value)):
        yield from ((item.column, item.value) for item in literals_of(str(node.value)))


def _pair(name: str, node: ast.Constant) -> Iterator[tuple[str, Value]]:
    if isinstance(node.value, str | int | float):
        yield name, node.value


def _enumerated(call: ast.Call) -> Iterator[str]:
    """The labels of every ``Enum("a", "b")`` among the arguments of a call."""
    for argument in call.args:
        if isinstance(argument, ast.Call) and "Enum" in ast.unparse(argument.func):
            yield from (
                label.value
                for label in argument.args
                if isinstance(label, ast.Constant) and isinstance(label.value, str)
            )
