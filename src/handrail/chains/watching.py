"""A watch on every statement of a run: counted, kept, limited, and traced to its line."""

from __future__ import annotations

import ast
import linecache
import sysconfig
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import Enum, auto
from functools import lru_cache
from pathlib import Path
from traceback import walk_stack
from types import TracebackType
from typing import Any

from sqlalchemy import Engine, ExceptionContext, event

import handrail
from handrail.chains.harvest import declared_by
from handrail.chains.limiting import Limiter
from handrail.chains.requests import Limits
from handrail.chains.said import Said
from handrail.chains.words import legible, words_of
from handrail.model import Declaration, Location, Raised, Renaming

KEPT = 500
"""How many statement texts an outcome carries; beyond that they are only counted."""


HANDRAIL = Path(handrail.__file__).parent
REMEDIES = HANDRAIL / "remedies"
INSTALLED = tuple(Path(sysconfig.get_path(name)) for name in ("stdlib", "purelib", "platlib"))


class Watch:
    """Counts and keeps the statements of one run, and stops it at its limits.

    Errors that the database raises are kept too, with the line below ``folders`` that was at work.
    """

    def __init__(self, limits: Limits, said: Said, folders: tuple[Path, ...] = ()) -> None:
        self.limits = limits
        self.limiter = Limiter(limits)
        self.folders = folders
        self.said = said
        self.count = 0
        self.before_steps = 0
        """How many of them were sent before the first step began."""
        self.statements: list[str] = []
        self.places: list[Location | None] = []
        self.declarations: list[Declaration | Renaming] = []
        self.raised: list[Raised] = []

    def seen(self, statement: str) -> None:
        """Note one statement about to be sent; raises LimitReached past the limit."""
        self.count += 1
        self.before_steps += not self.said.reached
        if len(self.statements) < KEPT:
            self.statements.append(legible(statement))
            self.places.append(self._at_work())
        if self.count > self.limits.statements:
            self.limiter.stop(f"{self.limits.statements} statements without coming to an end")
        self.limiter.check()

    def failed(self, error: BaseException, statement: str | None) -> None:
        """Note one error of the database's."""
        if len(self.raised) < KEPT:
            text = legible(statement) if statement else None
            self.raised.append(Raised(words_of(error), text, self._at_work()))

    def _at_work(self) -> Location | None:
        """The innermost line of the chain's own that is being run."""
        frames = [(frame.f_code.co_filename, line) for frame, line in walk_stack(None)]
        return innermost(reversed(frames), self.folders)

    @property
    def spoils(self) -> bool:
        """Whether the run leaves a process that is no place for another one."""
        limiter, found = self.limiter, self.said.surroundings
        return bool(limiter.reached or limiter.keeps_memory or (found and found.are_spoilt()))

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Count and limit everything that is sent through SQLAlchemy meanwhile."""

        def before(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
            self.seen(statement)

        def construct(_c: Any, element: Any, *_rest: Any) -> None:
            self.declarations.extend(declared_by(element))

        def failed(context: ExceptionContext) -> None:
            if not _is_expected(context):
                self.failed(context.original_exception, context.statement)

        with self.limiter.limiting():
            event.listen(Engine, "before_cursor_execute", before)
            event.listen(Engine, "before_execute", construct)
            event.listen(Engine, "handle_error", failed)
            try:
                yield
            finally:
                event.remove(Engine, "before_cursor_execute", before)
                event.remove(Engine, "before_execute", construct)
                event.remove(Engine, "handle_error", failed)


def _is_expected(context: ExceptionContext) -> bool:
    """Whether SQLAlchemy itself asks whether a table of MariaDB's is there, by describing it."""
    asked = context.execution_context
    return asked is not None and "skip_user_error_events" in asked.execution_options


def place_of(trace: TracebackType | None, folders: tuple[Path, ...]) -> Location | None:
    """The innermost line of the chain's own, None when none below its ``folders`` was reached.

    Its own are the modules of the project that a revision calls, too.
    """
    return innermost(_frames(trace), folders)


def line_in(trace: TracebackType | None, file: Path) -> int | None:
    """The innermost line of that file, None when it was not reached."""
    lines = [line for name, line in _frames(trace) if Path(name) == file]
    return lines[-1] if lines else None


def _frames(trace: TracebackType | None) -> Iterator[tuple[str, int]]:
    while trace:
        yield trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next


def innermost(frames: Iterable[tuple[str, int]], folders: tuple[Path, ...]) -> Location | None:
    """The last of the lines, outermost first, that is in a folder or called from one."""
    place = None
    for file, line in frames:
        whose = _whose(file, folders)
        if whose is _Whose.CHAIN or (place and whose is _Whose.PROJECT):
            place = Location(file, line)
    return place


class _Whose(Enum):
    CHAIN = auto()
    PROJECT = auto()
    OTHERS = auto()


@lru_cache(maxsize=4096)
def _whose(file: str, folders: tuple[Path, ...]) -> _Whose:
    """The chain's own files lie in its folders; installed ones and Handrail's are others'."""
    path = Path(file)
    if any(path.is_relative_to(folder) for folder in folders):
        return _Whose.CHAIN
    foreign = any(path.is_relative_to(folder) for folder in (*INSTALLED, HANDRAIL))
    return _Whose.OTHERS if foreign or not path.is_file() else _Whose.PROJECT


def is_deliberate(error: BaseException, folders: tuple[Path, ...]) -> bool:
    """Whether a ``raise`` or ``assert`` of the migration's own ended the step.

    Its own are the chain's ``folders``, the project's modules and Handrail's remedies; what the
    standard library or an installed package raises was not meant by the author of the migration.
    """
    trace = error.__traceback__
    if trace is None or not isinstance(error, Exception | SystemExit):
        return False  # a key that was pressed is no word of anybody's
    while trace.tb_next:
        trace = trace.tb_next
    file = Path(trace.tb_frame.f_code.co_filename)
    own = any(file.is_relative_to(folder) for folder in (*folders, REMEDIES))
    foreign = any(file.is_relative_to(folder) for folder in INSTALLED)
    return (own or not foreign) and _raises(str(file), trace.tb_lineno)


def _raises(file: str, line: int) -> bool:
    try:
        tree = ast.parse("".join(linecache.getlines(file)))
    except (SyntaxError, ValueError):  # a template's line, not one of Python
        return False
    return any(
        isinstance(node, ast.Raise | ast.Assert) and node.lineno <= line <= (node.end_lineno or 0)
        for node in ast.walk(tree)
    )
