"""What each direction of a revision does, in order, told from its source alone."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field

from handrail.audit.source import Module
from handrail.audit.sql import Statement
from handrail.model import Direction, Location


@dataclass(frozen=True, eq=False, slots=True)
class Loop:
    """A loop around something done; ``rows`` is the query whose rows it goes over, if any."""

    node: ast.AST
    module: Module
    line: int
    rows: str | None = None

    @property
    def location(self) -> Location:
        """Where the loop begins."""
        return Location(str(self.module.file), self.line)


@dataclass(frozen=True, slots=True)
class Act:
    """One statement at one place, with the loops and the branches that it stands in.

    ``branches`` are pairs of a fork and the arm taken there; the same helper called twice has two
    forks. ``off_sqlite`` tells that a test of the dialect keeps it away from SQLite. ``calls`` are
    the calls that lead to it, its own last.
    """

    statement: Statement
    location: Location
    loops: tuple[Loop, ...] = ()
    branches: tuple[tuple[int, int], ...] = ()
    off_sqlite: bool = False
    calls: tuple[ast.Call, ...] = ()

    def can_follow(self, earlier: Act) -> bool:
        """Whether one run can do both: they are not in two arms of one fork."""
        arms = dict(earlier.branches)
        return all(arms.get(fork, arm) == arm for fork, arm in self.branches)


@dataclass(frozen=True, slots=True)
class Reading:
    """One revision as it was read."""

    revision: str
    module: Module
    acts: Mapping[Direction, tuple[Act, ...]]
    functions: Mapping[Direction, ast.FunctionDef | None]
    existed: frozenset[str] = field(default_factory=frozenset)
    """The tables that other revisions of the chain create."""
