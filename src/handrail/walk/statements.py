"""What the statements of a step say they do, read with sqlglot; pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

_READS = {"postgresql": "postgres", "mariadb": "mysql", "mysql": "mysql"}
"""What sqlglot calls the databases."""


@dataclass(frozen=True, slots=True)
class Doing:
    """What one statement does, by table name without its schema, unless asked with it."""

    names: frozenset[str] = frozenset()
    reads: frozenset[str] = frozenset()
    """Named by statements that look at rows or move them, and do not merely define."""
    moves: frozenset[str] = frozenset()
    """Named by statements that write rows: INSERT, UPDATE, DELETE, CREATE ... AS SELECT."""
    alters: frozenset[str] = frozenset()
    drops: frozenset[str] = frozenset()
    updates: frozenset[tuple[str, str]] = frozenset()
    deletes: frozenset[str] = frozenset()


def doings(statements: Iterable[str], dialect: str, tables: Collection[str] = ()) -> Doing:
    """Everything that a step's statements do, together.

    Those of the ``tables`` that are named with a schema are told by that name too: which schema a
    plain name means, the search path decides.
    """
    each = [_doing(statement, dialect) for statement in statements]
    together = Doing(
        names=frozenset().union(*(one.names for one in each)),
        reads=frozenset().union(*(one.reads for one in each)),
        moves=frozenset().union(*(one.moves for one in each)),
        alters=frozenset().union(*(one.alters for one in each)),
        drops=frozenset().union(*(one.drops for one in each)),
        updates=frozenset().union(*(one.updates for one in each)),
        deletes=frozenset().union(*(one.deletes for one in each)),
    )
    return _with_schemas(together, [name for name in tables if "." in name])


def _with_schemas(doing: Doing, tables: Collection[str]) -> Doing:
    for name in tables:
        plain = name.rpartition(".")[2]
        doing = Doing(
            _also(doing.names, plain, name),
            _also(doing.reads, plain, name),
            _also(doing.moves, plain, name),
            _also(doing.alters, plain, name),
            _also(doing.drops, plain, name),
            doing.updates | {(name, column) for table, column in doing.updates if table == plain},
            _also(doing.deletes, plain, name),
        )
    return doing


def _also(names: frozenset[str], plain: str, name: str) -> frozenset[str]:
    return names | {name} if plain in names else names


@lru_cache(maxsize=4096)
def _doing(statement: str, dialect: str) -> Doing:
    names: set[str] = set()
    reads: set[str] = set()
    moves: set[str] = set()
    alters: set[str] = set()
    drops: set[str] = set()
    updates: set[tuple[str, str]] = set()
    deletes: set[str] = set()
    for tree in _parsed(statement, dialect):
        named = {table.name for table in tree.find_all(exp.Table)}
        names |= named
        if any(tree.find_all(exp.Select, exp.DML)):
            reads |= named
            moves |= named if isinstance(tree, exp.DML | exp.Create) else set()
        if isinstance(tree, exp.Alter):
            alters.add(tree.this.name)
        if isinstance(tree, exp.Drop) and str(tree.args.get("kind", "")).upper() == "TABLE":
            drops.update(table.name for table in tree.find_all(exp.Table))
        for update in tree.find_all(exp.Update):
            updates.update(_assigned(update))
        if isinstance(tree, exp.Delete | exp.TruncateTable):
            deletes.update(table.name for table in tree.find_all(exp.Table))
    return Doing(
        frozenset(names),
        frozenset(reads),
        frozenset(moves),
        frozenset(alters),
        frozenset(drops),
        frozenset(updates),
        frozenset(deletes),
    )


def _parsed(statement: str, dialect: str) -> Iterator[exp.Expr]:
    """The trees of a statement; none for what sqlglot cannot read (bound parameters it can)."""
    readable = statement if dialect == "sqlite" else statement.replace("%%", "%")
    try:
        trees = sqlglot.parse(readable, read=_READS.get(dialect, "sqlite"))
    except SqlglotError:
        return
    yield from (tree for tree in trees if tree is not None)


def _assigned(update: exp.Update) -> Iterator[tuple[str, str]]:
    target = update.this
    if not isinstance(target, exp.Table):
        return
    for assignment in update.expressions:
        if isinstance(assignment, exp.EQ):
            for column in assignment.left.find_all(exp.Column):
                yield target.name, column.name
